"""Chinese views over the marts: names of tables and columns, and words for codes.

What belongs here: writing the views as SQL that DuckDB and PostgreSQL both read, and the words as data.
What does not: running that SQL (``build``, ``postgres``).
"""
