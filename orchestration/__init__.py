"""zhibiao (指标): every figure of Chinese annual reports, with the sentence that says it.

This package holds all Python of the project. What belongs here: reading reports, extracting figures,
landing them, checking the warehouse and publishing it, and the Dagster objects that tie these together.
What does not: SQL models (``dbt_project/``) and reference data (``seeds/``).
"""
