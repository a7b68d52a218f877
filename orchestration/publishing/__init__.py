"""Candidate to release: one atomic switch, after the gate.

What belongs here: making, verifying, switching and pruning releases, and their files. What does not: the
rules of the gate (``orchestration.quality``).
"""
