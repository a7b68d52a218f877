"""Getting reports from where they appear.

What belongs here: a polite client, robots.txt, listing pages, and what is remembered of each address. What
does not: which sources there are (``orchestration.reports.sources``), registering what was got.
"""
