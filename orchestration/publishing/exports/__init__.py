"""The release as files for tools that open no DuckDB: Parquet, CSV, Excel, SDMX, a data package.

What belongs here: writing them out of a built release, each with what its columns mean, under which terms it
may be used and where it comes from. What does not: the data itself (``build``) and where releases lie.
"""
