"""The value of a number while its numerals are read one after another.

What belongs here: the arithmetic of numerals and scales (三千二百 is 3 times 1000 and 2 times 100). What does
not: characters (``numerals``). A number is a row of sections, each closed by its scale: 四十五亿|四千零四万.
"""

from __future__ import annotations

from decimal import Decimal

NO_SCALE = 10**5  # above every small scale
TEN = 10


class Tally:
    """Numerals added up so far; each method says whether the next numeral fits behind those before it."""

    def __init__(self) -> None:
        self.closed: list[tuple[Decimal, int]] = []  # values of closed sections with their scale
        self.section = Decimal(0)
        self.opened = False  # the section holds something
        self.digits: list[int] = []  # numerals that wait for their scale
        self.arabic: Decimal | None = None  # a number in digits that waits for its scale
        self.zero = False  # 零 stood behind a scale
        self.some = False  # opened by 数 or 几
        self.leading = False  # opened by a bare scale (百三)
        self.after_scale = False
        self.last_small = NO_SCALE
        self.last_scale = 1
        self.spread = Decimal(0)  # how far the upper end lies above the value (三四百, 数十)

    @property
    def pending(self) -> bool:
        """Whether a number waits for its scale."""
        return bool(self.digits) or self.arabic is not None

    @property
    def empty(self) -> bool:
        """Whether nothing has been read that a unit could measure."""
        return not (self.pending or self.opened or self.closed)

    @property
    def is_round(self) -> bool:
        """Whether it ends in a scale or a zero, so that 多 or 余 may follow."""
        return self.after_scale or (self.arabic is not None and self.arabic % TEN == 0)

    def tens(self, value: int) -> bool:
        """Add 廿, 卅 or 卌."""
        if self.pending or self.last_small <= TEN:
            return False
        self.section += value
        self._open(TEN)
        return True

    def small(self, scale: int) -> bool:
        """Multiply what waits by ten, a hundred or a thousand."""
        in_order = scale < self.last_small or (self.arabic is not None and not self.opened)
        bare = not self.pending and not self.some
        if not in_order or (bare and scale != TEN and not (self.empty or self.zero)):
            return False
        self.leading = self.leading or (bare and self.empty and scale != TEN)
        if self.digits == [0]:  # 零十: the zero only fills the place
            self.digits = []
        self.section += self._factor() * scale
        self.spread *= scale
        self._open(scale)
        self.zero = False
        return True

    def myriad(self, scale: int) -> bool:
        """Multiply all that is smaller by 万, 亿 or 兆."""
        if self.leading and len(self.digits) == 1:  # 百二万: a hundred and twenty, times ten thousand
            self.section += self.digits.pop() * self.last_small // TEN
        bare = not (self.pending or self.opened or self.some)
        if bare and self.closed and self.closed[-1][1] >= scale:  # 万万
            value, old = self.closed.pop()
            self.closed.append((value * scale, old * scale))
        else:
            self.leading = self.leading or (bare and not self.closed)
            part = Decimal(1) if bare and not self.closed else self._take_section()
            while self.closed and self.closed[-1][1] < scale:
                part += self.closed.pop()[0]
            self.closed.append((part * scale, scale))
        self.spread *= scale
        self.last_small, self.last_scale = NO_SCALE, scale
        self.opened = self.zero = False
        self.after_scale = True
        return True

    def fraction(self, digits: str) -> None:
        """Add what stands behind the point; only a scale may follow."""
        whole = self.value()
        self.closed, self.section, self.opened, self.digits = [], Decimal(0), False, []
        self.arabic = whole + Decimal(f"0.{digits}")
        self.last_small, self.last_scale = NO_SCALE, 1
        self.after_scale = False

    def value(self) -> Decimal:
        """The value read so far; a numeral behind a scale counts the tenth of it (四百五, 三万五)."""
        if len(self.digits) == 1 and self.last_scale > TEN and not self.zero:
            self.section += Decimal(self.digits.pop()) * (self.last_scale // TEN)
        self.section = self._take_section()
        return sum((value for value, _ in self.closed), Decimal(0)) + self.section

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The value as lower and upper end, which differ in 七八, 三四十 and 数百."""
        if is_pair(self.digits):
            upper, lower = self.digits.pop(), self.digits.pop()
            base = self.value()
            return base + lower, base + upper
        low = self.value()
        return low, low + self.spread

    def _open(self, scale: int) -> None:
        self.opened = self.after_scale = True
        self.last_small = self.last_scale = scale

    def _factor(self) -> Decimal:
        if self.arabic is not None:
            value, self.arabic = self.arabic, None
            return value
        if not self.digits:
            return Decimal(1)
        value = Decimal(int("".join(map(str, self.digits))))
        if is_pair(self.digits):
            value = Decimal(self.digits[0])
            self.spread = self.digits[1] - value
        self.digits = []
        return value

    def _take_section(self) -> Decimal:
        value = self.section + (self._factor() if self.pending else Decimal(0))
        self.section = Decimal(0)
        return value


def is_pair(digits: list[int]) -> bool:
    """Whether two numerals in a row mean about so many: 三四, 七八, 三五."""
    return len(digits) == 2 and digits[0] > 0 and (digits[1] - digits[0] == 1 or digits == [3, 5])
