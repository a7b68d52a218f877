"""The release in PostgreSQL, for tools that open no DuckDB.

What belongs here: loading a published release into schemas of a PostgreSQL database, and the role that reads
them. What does not: making releases (``orchestration.publishing.release``).
"""
