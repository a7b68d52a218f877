"""The gate: suites of expectations built from the dictionary and the contracts, and what ran them.

What belongs here: rules on the candidate warehouse and their outcomes. What does not: how the warehouse is
built (``dbt_project``), switching releases (``orchestration.publishing``). Great Expectations is imported
inside functions, for it takes seconds.
"""
