"""Numbers written in digits, in Chinese numerals, or in both: ``5.6万余``, ``三千二百``, ``数十亿``.

What belongs here: reading one number at a place of a folded text (``characters.fold``). What does not: the
arithmetic (``tally``), units, approximators beside the number, ranges, fractions. The numerals are those of
``lexicon/numerals.csv``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from . import lexicon
from .tally import NO_SCALE, TEN, Tally

DIGITS: dict[str, int] = {}
TENS: dict[str, int] = {}
SCALES: dict[str, int] = {}
MYRIADS: dict[str, int] = {}
for _row in lexicon.table("numerals"):
    _into = {"digit": DIGITS, "tens": TENS, "scale": SCALES, "myriad": MYRIADS}[_row["role"]]
    _into.update(dict.fromkeys(_row["characters"], int(_row["value"])))
ALL_SCALES = {**SCALES, **MYRIADS}
NUMERALS = "".join([*DIGITS, *TENS, *ALL_SCALES])

_MORE = "多余几来"
_SOME = "数几"

ARABIC = re.compile(
    r"(?<=[一-龥])[0-9]{1,4}\. [0-9]{1,2}(?= ?[万亿%个所人元])"
    r"|(?<![0-9.,，、第图表])[1-9][0-9]{0,2}(?:[,，] {0,2}[0-9]{3})+(?:\.[0-9]+)?"
    r"(?=[万亿%]|(?![零一二两三四五六七八九十百千])[一-龥])"
    r"|(?:[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z]))?"
    r"|\.[0-9]+"
)
_ALONE = re.compile(  # digits, also in 万 or 亿, that nothing goes on with: most numbers of a report
    rf"((?:0|[1-9][0-9]{{0,11}})(?:\.[0-9]{{1,8}})?)([万亿]?)(?=[一-龥%])(?![0-9点{NUMERALS}{_MORE}{_SOME}])"
)
_SEPARATORS = {ord(char): None for char in ",， "}
_POWER = re.compile(r"\^(-{0,2})([0-9]{1,2})(?![0-9.])")
_LATIN = re.compile(r"[kKwWMG](?![A-Za-z0-9/])")
_LATIN_DIGITS = 9  # that the largest of them adds
_LATIN_SCALES = {"k": 1000, "K": 1000, "w": 10000, "W": 10000, "M": 1000000, "G": 1000000000}
_POINT = re.compile(rf" ?点 ?([0-9]{{1,20}}(?![0-9])|[{''.join(DIGITS)}](?: ?[{''.join(DIGITS)}]){{0,20}})")
_COUNTED = frozenset("个名位人次年天日周月种件项篇所家句条块元点张岁户")  # 一两个: one or two
_LONGEST = 40  # characters; a longer run is a string, no number
_MOST_DIGITS = 27  # before the point: what the landing can hold


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start:end``; ``low`` and ``high`` differ where the number itself is a range (三四十).

    ``more`` says that it holds 多, 余, 来 or 几 (十余万); ``spelled`` that no digit is in it; ``round_`` that
    it ends in a zero or a scale, so that 多 or 余 may follow; ``scale`` is the factor it ends in (万, 亿, k;
    1 where none), ``tail`` its last small scale (10, 100, 1000, else 1); ``string`` that it is a row of
    single numerals; ``latin`` that it ends in a letter (15k).
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
    string: bool
    latin: bool


def read(text: str, start: int, stops: tuple[str, ...] = ()) -> Numeral | None:
    """The number that opens at ``start`` of a folded text, or None.

    ``stops`` are unit names that open with a scale character (千瓦, 百分点): the number ends before them.
    """
    alone = _ALONE.match(text, start)
    if alone:
        value, scale = Decimal(alone[1]), MYRIADS.get(alone[2], 1)
        value, round_ = (value, value % TEN == 0) if scale == 1 else (value * scale, True)
        return Numeral(start, alone.end(), value, value, False, False, round_, scale, 1, False, False)
    return _Reader(text, start, stops).read()


class _Reader:
    """Reads one number; every step takes some characters or ends the number."""

    def __init__(self, text: str, start: int, stops: tuple[str, ...]) -> None:
        self.text = text
        self.start = self.at = start
        self.stops = stops
        self.tally = Tally()
        self.more = False
        self.spelled = True
        self.latin = 1

    def read(self) -> Numeral | None:
        while self.at - self.start < _LONGEST and self._step():
            pass
        return self._numeral() if self.at > self.start else None

    def _step(self) -> bool:
        at = self.at
        while at > self.start and self.text.startswith(" ", at) and at - self.at < 4:
            at += 1
        char = self.text[at : at + 1]
        taken = False
        if char in "0123456789." and char:
            taken = self._arabic(at, spaced=at > self.at)
        elif char in DIGITS:
            taken = self._digit(DIGITS[char], at, spaced=at > self.at)
        elif char in TENS or char in ALL_SCALES:
            taken = self._scale(char, at)
        elif char and char in _MORE + _SOME:
            taken = self._vague(char, at)
        return taken

    def _follower(self, at: int) -> str:
        """The character behind ``at``, one blank left out."""
        return self.text[at : at + 2].strip()[:1]

    def _arabic(self, at: int, spaced: bool) -> bool:
        tally = self.tally
        match = ARABIC.match(self.text, at)
        if not match or tally.pending or (tally.some and not tally.after_scale) or len(match[0]) > _LONGEST:
            return False
        value = Decimal(match[0].translate(_SEPARATORS))
        if value.adjusted() >= _MOST_DIGITS or (
            at > self.start and not self._continues(match, value, spaced)
        ):
            return False
        if at > self.start and 0 < value < TEN and not tally.zero and tally.last_scale > TEN:
            tally.digits.append(int(value))  # 5万5: as 五万五
        else:
            tally.arabic = value
        tally.after_scale = False
        self.at = match.end()
        self.spelled = False
        self._factors(value)
        if "." not in match[0]:
            self._point()
        return True

    def _continues(self, match: re.Match[str], value: Decimal, spaced: bool) -> bool:
        """Whether digits go on a number: 3万4000, 7万 5千, 1千零20."""
        if not self.tally.after_scale or "." in match[0] or value >= self.tally.last_scale * 10:
            return False
        return not spaced or self._follower(match.end()) in ALL_SCALES

    def _factors(self, value: Decimal) -> None:
        """Powers (2^5) and letters (15k) behind digits."""
        power = _POWER.match(self.text, self.at)
        if power and 0 < value < 1000:
            sign = -1 if len(power[1]) % 2 else 1
            powered = value ** (sign * int(power[2]))
            if abs(powered.adjusted()) < _MOST_DIGITS:
                self.tally.arabic, self.at = powered, power.end()
        latin = _LATIN.match(self.text, self.at)
        if latin and (latin[0] != "G" or value < 1) and value.adjusted() < _MOST_DIGITS - _LATIN_DIGITS:
            self.latin = _LATIN_SCALES[latin[0]]
            self.tally.arabic = value * self.latin
            self.at = latin.end()

    def _digit(self, value: int, at: int, spaced: bool) -> bool:
        tally, follower = self.tally, self._follower(at + 1)
        if tally.arabic is not None or (tally.some and not tally.after_scale):
            return False
        if spaced and not (tally.after_scale or tally.zero or follower in ALL_SCALES):
            return False
        if self.text[at] == "两" and not self._two(follower):
            return False
        if value == 0 and tally.after_scale:
            if not follower or follower not in f"{NUMERALS}0123456789几" or follower in MYRIADS:
                return False
            tally.zero = True
        else:
            tally.digits.append(value)
            tally.after_scale = False
        self.at = at + 1
        self._point()
        return True

    def _two(self, follower: str) -> bool:
        """Whether 两 is a numeral here and not the unit (三十两)."""
        tally = self.tally
        one_or_two = tally.digits == [1] and not tally.after_scale and follower in _COUNTED
        return tally.empty or follower in ALL_SCALES or one_or_two

    def _scale(self, char: str, at: int) -> bool:
        if not self.tally.empty and self.text.startswith(self.stops, at):
            return False
        if char in TENS:
            taken = self.tally.tens(TENS[char])
        elif char in SCALES:
            taken = self.tally.small(SCALES[char])
        else:
            taken = self.tally.myriad(MYRIADS[char])
        if taken:
            self.at = at + 1
            self._point()
        return taken

    def _point(self) -> None:
        point = None if self.tally.zero and self.tally.after_scale else _POINT.match(self.text, self.at)
        if point:
            self.tally.fraction("".join(str(DIGITS.get(char, char)) for char in point[1] if char != " "))
            self.at = point.end()

    def _vague(self, char: str, at: int) -> bool:
        tally, follower = self.tally, self._follower(at + 1)
        scaled = bool(follower) and follower in ALL_SCALES and not self.text.startswith(self.stops, at + 1)
        if at == self.start:  # 数百, 几十
            tally.some = scaled and char in _SOME
            tally.spread = Decimal(9)
        elif char not in _MORE or not (tally.is_round or self.more):
            return False
        elif (scaled and follower in MYRIADS) or (char == "几" and not self.more and follower not in SCALES):
            self.more = True  # 十余万, 十几, 20几
        else:
            return False
        self.at = at + 1 if tally.some or self.more else at
        return self.at > at

    def _numeral(self) -> Numeral | None:
        tally = self.tally
        round_ = tally.is_round
        string = tally.last_scale == 1 and len(tally.digits) > 1
        tail = tally.last_small if tally.last_small < NO_SCALE else 1
        ends_in_myriad = bool(tally.closed) and not (tally.opened or tally.pending)
        scale = tally.closed[-1][1] if ends_in_myriad else self.latin
        low, high = tally.bounds()
        if low.adjusted() >= _MOST_DIGITS or high.adjusted() >= _MOST_DIGITS:
            return None
        string = string and low == high
        return Numeral(
            self.start,
            self.at,
            low,
            high,
            self.more,
            self.spelled,
            round_,
            scale,
            tail,
            string,
            self.latin > 1,
        )
