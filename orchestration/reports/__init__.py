"""Bytes to text: the register of reports, the snapshot store and the readers.

What belongs here: which reports there are, keeping them as received, and getting their text. What does
not: what the text says (``orchestration.extraction``), Dagster (``orchestration.defs``).
"""
