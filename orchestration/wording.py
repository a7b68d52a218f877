"""Counts in words, as every part says them.

What belongs here: how a number and the things counted stand together. What does not: any message.
"""

from __future__ import annotations


def counted(number: int, things: str) -> str:
    """Say how many ``things`` (in the plural) there are: ``1 report``, ``2 reports``."""
    return f"{number} {things.removesuffix('s') if number == 1 else things}"
