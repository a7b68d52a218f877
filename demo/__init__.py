"""An invented city with ten years of invented reports, in a home of its own.

What belongs here: making up the city's figures and the prose that tells them, and running ``zhibiao`` on
them. What does not: anything that a real report needs. Sentences lie in ``sentences.toml``, places in
``areas.csv``.
"""
