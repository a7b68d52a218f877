"""One text for all spellings: full-width and traditional characters brought to one form, length kept.

What belongs here: the character-for-character mapping that lets every rule match one form while offsets stay
those of the text as stored. What does not: anything that changes the length of a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from . import lexicon

_FULL_WIDTH = {0xFF00 + code: 0x20 + code for code in range(1, 0x5F) if chr(0x20 + code).isalnum()}
_SPACES = dict.fromkeys((0x00A0, 0x3000, 0x2002, 0x2003, 0x2009, 0x202F, 0x0009), 0x20)
_VARIANTS = {ord(char): row["character"] for row in lexicon.table("characters") for char in row["variants"]}
if _wrong := [char for char, form in _VARIANTS.items() if len(form) != 1]:
    raise lexicon.LexiconError(f"characters.csv: {chr(_wrong[0])}: give one character for it")
_FORMS = {
    **{chr(code): chr(form) for code, form in (_FULL_WIDTH | _SPACES).items()},
    **{chr(code): form for code, form in _VARIANTS.items()},
}
if _chained := sorted(_FORMS.keys() & set(_FORMS.values())):
    raise lexicon.LexiconError(f"characters.csv: {_chained[0]}: give the form that is no variant itself")
_WIDE = re.compile("[０-９．]")
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")


def narrow(text: str) -> str:
    """The text with full-width digits and points as plain ones, all else as written; same length."""
    return text.translate(_NARROW) if _WIDE.search(text) else text


def fold(text: str) -> str:
    """The text with variants of a character replaced by one form; same length, so offsets hold."""
    return replaced(text, _FORMS)


def replaced(text: str, forms: Mapping[str, str]) -> str:
    """The text with each character that is a key of ``forms`` replaced by its value, which is no key itself.

    Only few of the keys stand in a text, so that replacing those is far faster than ``str.translate``.
    """
    for char in forms.keys() & set(text):
        text = text.replace(char, forms[char])
    return text
