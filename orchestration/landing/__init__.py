"""The contract between Python and dbt: Parquet files, one folder a table and report.

What belongs here: the schemas, frames of extraction's records, and writing them in one atomic step.
What does not: how figures are found (``orchestration.extraction``), what is made of them (``dbt_project``).
"""
