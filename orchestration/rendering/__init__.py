"""A report as one self-contained page: its text with every figure marked, and a table of them beside it.

What belongs here: turning an extraction into HTML. What does not: extracting, reading or writing files.
Names that the page shows lie in ``words.toml``, its looks and behaviour in ``assets/``.
"""
