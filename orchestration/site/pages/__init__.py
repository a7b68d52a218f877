"""The pages, one module a kind; each gives its files as ``(place in the site, text)``.

What belongs here: choosing and ordering what a page shows. What does not: HTML (``templates/``).
"""
