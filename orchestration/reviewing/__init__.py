"""What a person decides on the names of figures: which of them wait, and what becomes of a decision.

What belongs here: the queue of names by the current release, and rows of the user's own reference data. What
does not: linking itself (``dbt_project``), decisions on a single figure (``orchestration.quality``).
"""
