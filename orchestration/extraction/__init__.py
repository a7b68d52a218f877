"""Text to statements. Pure: no I/O beyond loading the packaged word lists, no Dagster, dbt, GX or pandas.

What belongs here: number expressions (:mod:`quantities`), the structure of a report, the meaning of each
figure, and the accounting of every digit. What does not: reading files (``orchestration.reports``), frames
and Parquet (``orchestration.landing``), linking to canonical indicators (``dbt_project``).
"""
