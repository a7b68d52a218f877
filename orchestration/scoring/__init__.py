"""How near an extraction comes to what a careful person annotated.

What belongs here: reading annotated figures, pairing them with extracted ones, judging each field and adding
up. What does not: extracting. Words and units that mean the same lie in ``rules.toml``.
"""
