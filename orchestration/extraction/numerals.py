"""Numbers written in digits, in Chinese numerals, or in both: ``5.6万余``, ``三千二百``, ``数十亿``.

What belongs here: reading one number at a place of a folded text (:func:`orchestration.extraction.characters.fold`)
and its value. What does not: units, approximators beside the number, ranges, fractions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from . import lexicon

DIGITS: dict[str, int] = {}
TENS: dict[str, int] = {}
SCALES: dict[str, int] = {}
MYRIADS: dict[str, int] = {}
for _row in lexicon.table("numerals"):
    _into = {"digit": DIGITS, "pair": DIGITS, "tens": TENS, "scale": SCALES, "myriad": MYRIADS}[_row["role"]]
    _into.update(dict.fromkeys(_row["characters"], int(_row["value"])))
ALL_SCALES = {**SCALES, **MYRIADS}
NUMERALS = "".join([*DIGITS, *TENS, *ALL_SCALES])
FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟弌弐"

ARABIC = re.compile(
    r"(?<=[一-龥])[0-9]{1,4}\. [0-9]{1,2}(?=[万亿%个所人元])|"
    r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z]))?"
    r"|\.[0-9]+"
)
_SEPARATORS = {ord(char): None for char in ",， "}
_POWER = re.compile(r"\^(-{0,2})([0-9]{1,2})(?![0-9.])")
_LATIN = re.compile(r"(?:[kKwWMG])(?![A-Za-z0-9/])")
_LATIN_SCALES = {"k": 1000, "K": 1000, "w": 10000, "W": 10000, "M": 1000000, "G": 1000000000}
_FRACTION = re.compile(rf"[ ]?[点.][ ]?([0-9]+|[{''.join(DIGITS)}](?:[ ]?[{''.join(DIGITS)}]){{0,20}})")
_ROUND_MORE = "多余几来"
_LONGEST = 40  # characters; a longer run of numerals is a string, no number
_MOST_DIGITS = 27  # before the point: what the landing can hold


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start:end``; ``low`` and ``high`` differ where the number itself is a range (三四十).

    ``more`` says that it holds 多, 余, 来 or 几 (十余万); ``spelled`` that no digit is in it; ``round_`` that it
    ends in a zero or a scale, so that 多 or 余 may follow; ``scale`` is the myriad it ends in (1 where none),
    ``tail`` its last small scale (10, 100, 1000, else 1), ``string`` that it is a row of single numerals.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    more: bool
    spelled: bool
    round_: bool
    scale: int
    tail: int
    string: bool = False


class _Reader:
    """Reads one number; every step either consumes characters or stops."""

    def __init__(self, text: str, start: int, stops: tuple[str, ...]) -> None:
        self.text = text
        self.start = start
        self.stops = stops  # unit names that open with a scale character
        self.at = start
        self.groups: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.open = False  # the section holds something
        self.digits: list[int] = []
        self.arabic: Decimal | None = None
        self.zero = False
        self.more = False
        self.spelled = True
        self.last_small = 10**5
        self.last_scale = 1
        self.some = False  # opens with 数 or 几
        self.delta = Decimal(0)  # how far high lies above low
        self.after_scale = False
        self.latin = 1
        self.leading = False  # opens with a bare scale (百三)

    def peek(self) -> int:
        """The place of the next character that is no blank, two blanks ahead at most."""
        at = self.at
        limit = min(len(self.text), at + 4)
        while at < limit and self.text[at] == " " and at > self.start:
            at += 1
        return at

    def read(self) -> Numeral | None:
        """The number, or None where none stands here."""
        while self.at - self.start < _LONGEST * 2 and self._step():
            pass
        if self.at == self.start:
            return None
        return self._result()

    def _step(self) -> bool:
        at = self.peek()
        if at >= len(self.text):
            return False
        char = self.text[at]
        spaced = at > self.at
        if char.isascii():
            return (char.isdigit() or char == ".") and self._take_arabic(at, spaced)
        if char in DIGITS:
            return self._take_digit(char, at, spaced)
        if char in TENS:
            return self._take_tens(char, at)
        if char in ALL_SCALES:
            if self.text.startswith(self.stops, at) and not self._scale_follows(at):
                return False
            return self._take_scale(char, at)
        if char in _ROUND_MORE or char == "数":
            return self._take_more(char, at)
        return False

    def _scale_follows(self, at: int) -> bool:
        """Whether the unit that opens here may not be taken: nothing has been read that it could measure."""
        return not (self.digits or self.open or self.groups or self.arabic is not None)

    def _pending(self) -> bool:
        return bool(self.digits) or self.arabic is not None

    def _take_arabic(self, at: int, spaced: bool) -> bool:
        if self._pending() or (self.some and not self.after_scale):
            return False
        match = ARABIC.match(self.text, at)
        if not match or sum(c.isdigit() for c in match[0].split(".")[0][:60]) > _MOST_DIGITS:
            return False
        after = self.text[match.end() : match.end() + 2].strip()[:1]
        if self.at > self.start:
            if not self.after_scale or (spaced and after not in ALL_SCALES):
                return False
            value = Decimal(match[0].translate(_SEPARATORS))
            if value >= self.last_scale * 10 or "." in match[0]:
                return False
        self.arabic = Decimal(match[0].translate(_SEPARATORS))
        self.at = match.end()
        self.spelled = False
        self.after_scale = False
        self._take_power()
        self._take_latin()
        fraction = _FRACTION.match(self.text, self.at) if self.text.startswith("点", self.at) else None
        if fraction and "." not in match[0]:
            self._add_fraction(fraction)
        return True

    def _take_power(self) -> None:
        power = _POWER.match(self.text, self.at)
        if power and self.arabic is not None and self.arabic and abs(self.arabic) < 1000:
            sign = -1 if len(power[1]) % 2 else 1
            self.arabic = self.arabic ** (sign * min(int(power[2]), 24))
            self.at = power.end()

    def _take_latin(self) -> None:
        latin = _LATIN.match(self.text, self.at)
        if latin and self.arabic is not None and (latin[0] != "G" or self.arabic < 1):
            self.arabic *= _LATIN_SCALES[latin[0]]
            self.latin = _LATIN_SCALES[latin[0]]
            self.at = latin.end()

    def _add_fraction(self, match: re.Match[str]) -> None:
        tail = "".join(str(DIGITS.get(c, c)) for c in match[1] if c != " ")
        whole = self._value()
        self.groups, self.section, self.open, self.digits = [], Decimal(0), False, []
        self.arabic = whole + Decimal(f"0.{tail}")
        self.at = match.end()
        self.last_small = 10**5
        self.after_scale = False
        self.last_scale = 1

    def _take_digit(self, char: str, at: int, spaced: bool) -> bool:
        if self.arabic is not None or (self.some and not self.after_scale):
            return False
        follower = self.text[at + 1 : at + 3].strip()[:1]
        if spaced and not (self.after_scale or follower in ALL_SCALES or self.zero):
            return False
        if char == "两" and (self.after_scale or self.digits) and follower not in ALL_SCALES:
            return False
        value = DIGITS[char]
        if value == 0 and self.after_scale and not self.digits:
            if not (follower in DIGITS or follower in TENS or follower in SCALES or follower in "0123456789几"):
                return False
            self.zero = True
            self.at = at + 1
            return True
        if len(self.digits) >= _LONGEST:
            return False
        self.digits.append(value)
        self.at = at + 1
        self.after_scale = False
        self._maybe_fraction()
        return True

    def _maybe_fraction(self) -> None:
        fraction = _FRACTION.match(self.text, self.at)
        if fraction and "." not in fraction[0]:
            self._add_fraction(fraction)

    def _take_tens(self, char: str, at: int) -> bool:
        if self._pending() or (self.at > self.start and self.last_small <= 10):
            return False
        self.section += TENS[char]
        self.open = True
        self.last_small = 10
        self.last_scale = 10
        self.after_scale = True
        self.at = at + 1
        return True

    def _take_scale(self, char: str, at: int) -> bool:
        scale = ALL_SCALES[char]
        taken = self._take_small(char, scale) if char in SCALES else self._take_myriad(scale)
        if not taken:
            return False
        self.at = at + 1
        self.after_scale = True
        self.last_scale = scale
        fraction = _FRACTION.match(self.text, self.at)
        if fraction and "." not in fraction[0]:
            self._add_fraction(fraction)
        return True

    def _take_small(self, char: str, scale: int) -> bool:
        if scale >= self.last_small and not (self.arabic is not None and not self.open):
            return False
        if not self._pending() and not self.some:
            if scale != 10 and self.at > self.start and not self.zero:
                return False
            self.leading = self.leading or (self.at == self.start and scale != 10)
        if self.digits == [0]:  # 零十: the zero only fills the place
            self.digits = []
        self.section += self._factor() * scale
        self.delta *= scale
        self.open = True
        self.last_small = scale
        self.zero = False
        return True

    def _factor(self) -> Decimal:
        if self.arabic is not None:
            value, self.arabic = self.arabic, None
            return value
        if not self.digits:
            return Decimal(1)
        value = Decimal(int("".join(map(str, self.digits))))
        if len(self.digits) == 2 and _is_pair(self.digits):
            self.delta = Decimal(self.digits[1] - self.digits[0])
            value = Decimal(self.digits[0])
        self.digits = []
        return value

    def _take_myriad(self, scale: int) -> bool:
        if self.leading and len(self.digits) == 1:  # 百二万: a hundred and twenty, times ten thousand
            self.section += self.digits.pop() * self.last_small // 10
        empty = not (self._pending() or self.open or self.some)
        if empty and not self.groups:
            if self.at > self.start:
                return False
            self.leading = True
        if empty and self.groups and self.groups[-1][1] >= scale:
            value, old = self.groups.pop()
            self.groups.append((value * scale, old * scale))
            self.delta *= scale
            return True
        part = self._section() if not empty else Decimal(0 if self.groups else 1)
        while self.groups and self.groups[-1][1] < scale:
            part += self.groups.pop()[0]
        self.groups.append((part * scale, scale))
        self.delta *= scale
        self.section = Decimal(0)
        self.open = False
        self.zero = False
        self.last_small = 10**5
        return True

    def _section(self) -> Decimal:
        pending = self._factor() if self._pending() else Decimal(0)
        return self.section + pending

    def _take_more(self, char: str, at: int) -> bool:
        follower = self.text[at + 1 : at + 3].strip()[:1]
        if char == "数" or (char == "几" and self.at == self.start):
            if self.at > self.start or follower not in ALL_SCALES or self.text.startswith(self.stops, at + 1):
                return False
            self.some = True
            self.delta = Decimal(9)
            self.at = at + 1
            return True
        if self.at == self.start:
            return False
        is_round = self.after_scale or self.more or (self.arabic is not None and self.arabic % 10 == 0)
        if not is_round:
            return False
        if follower in MYRIADS and not self.text.startswith(self.stops, at + 1):
            self.more = True
            self.at = at + 1
            return True
        if char == "几" and self.after_scale and not self.more:
            self.more = True
            self.at = at + 1
            return True
        return False

    def _value(self) -> Decimal:
        colloquial = (
            len(self.digits) == 1 and self.after_digit_scale() and self.last_scale > 10 and not self.zero
        )
        if colloquial:
            self.section += Decimal(self.digits.pop()) * (self.last_scale // 10)
        return sum((g[0] for g in self.groups), Decimal(0)) + self._section()

    def after_digit_scale(self) -> bool:
        """Whether a scale stands right before the digit that was read last (四百五, 三万五)."""
        return self.last_scale > 1

    def _result(self) -> Numeral | None:
        has_scale = self.last_scale > 1
        string = not has_scale and self.arabic is None and len(self.digits) > 1
        ends_round = self.after_scale or (self.arabic is not None and self.arabic % 10 == 0)
        if string and len(self.digits) == 2 and _is_pair(self.digits):
            low, high = Decimal(self.digits[0]), Decimal(self.digits[1])
            string = False
        elif has_scale and len(self.digits) == 2 and _is_pair(self.digits):
            high_digit = self.digits.pop()
            low_digit = self.digits.pop()
            base = sum((g[0] for g in self.groups), Decimal(0)) + self.section
            low, high = base + low_digit, base + high_digit
        else:
            low = self._value()
            high = low + self.delta
        if low.adjusted() > _MOST_DIGITS or high.adjusted() > _MOST_DIGITS:
            return None
        tail = self.last_small if self.last_small < 10**5 and self.last_scale < 10**4 else 1
        scale = self.groups[-1][1] if self.groups and not (self.open or self._pending()) else self.latin
        return Numeral(
            self.start, self.at, low, high, self.more, self.spelled, ends_round, scale, tail, string
        )


def _is_pair(digits: list[int]) -> bool:
    """Whether two numerals in a row mean about so many: 三四, 七八, 三五."""
    return digits[0] > 0 and (digits[1] - digits[0] == 1 or digits == [3, 5])


def read(text: str, start: int, stops: tuple[str, ...] = ()) -> Numeral | None:
    """The number that opens at ``start`` of a folded text, or None.

    ``stops`` are unit names that open with a scale character (千瓦, 百分点): the number ends before them.
    """
    return _Reader(text, start, stops).read()
