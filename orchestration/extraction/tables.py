"""Tables of a statistical communiqué: rows of cells parted by tabs.

What belongs here: header, units and row labels of such tables. What does not: sentences (``reader``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from orchestration.extraction.draft import Draft
from orchestration.extraction.model import Quantity, ReportContext
from orchestration.extraction.quantities import scan
from orchestration.extraction.structure import Block

NUMBER = re.compile(r"[-－+]?\s*[0-9０-９][0-9０-９,，.．]*\s*%?")
BRACKET = re.compile(r"[（(]([^）)]*)[）)]")
CHANGE = re.compile("增长|增速|增减|±|比上年|比年初|同比|涨跌|升降|新增额|增加额")
PLAIN = re.compile(
    "^(?:指标值?|数值|绝对数|本年|合计|数量|指标名称|产品名称|名称|项目|单位|实绩|完成数|累计|年末数|期末数)$"
)
UNIT_LINE = re.compile(r"单位\s*[：:]\s*(\S+)")
YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
PART = re.compile(r"^(?:#|＃|其中[：:]?|[一-十]、)")
TITLE_TAIL = re.compile(r"(?:期末|年末|主要)?(存栏|出栏|产量|销量|产值|收入|支出|人数|面积)(?:情况|构成)?$")


@dataclass(slots=True)
class Column:
    """A column: what it measures, in which unit, of which year, and whether it tells changes."""

    metric: str = ""
    unit: str = ""
    year: int | None = None
    is_change: bool = False
    absolute: bool = False
    is_unit: bool = False


@dataclass(slots=True)
class Tables:
    """Reads table rows in order; header, unit and title last until the next table begins."""

    context: ReportContext
    columns: list[Column] = field(default_factory=list)
    title: str = ""
    unit: str = ""
    row_unit: str = ""
    total: Draft | None = None
    left: Decimal = Decimal(0)
    dividing: bool = False
    last_paragraph: int = -9

    def pass_by(self, block: Block) -> None:
        """Note a line outside the table that may be its title or unit."""
        text = block.text.strip()
        unit = UNIT_LINE.search(text)
        if unit:
            self.unit = unit.group(1).rstrip("）)")
        elif len(text) <= 40:
            self.title = text

    def row(self, block: Block) -> list[Draft]:
        """Give the drafts of one row; a row without numbers is a header."""
        cells = _cells(block)
        if not any(NUMBER.fullmatch(text) for _, text in cells[1:]):
            self._header([text for _, text in cells], block)
            return []
        label, unit = _split_unit(cells[0][1])
        self.row_unit = unit or self.row_unit
        is_part = bool(PART.match(label))
        label = PART.sub("", label)
        own_unit = next(
            (text for (_, text), column in zip(cells, self.columns, strict=False) if column.is_unit), ""
        )
        drafts = []
        for place, (start, text) in enumerate(cells[1:], start=1):
            quantity = _number(block, start, text)
            if quantity is None:
                continue
            column = self.columns[place] if place < len(self.columns) else Column()
            drafts.append(self._draft(quantity, column, label, own_unit, block))
        self._parts(drafts, is_part=is_part)
        return drafts

    def _header(self, names: list[str], block: Block) -> None:
        if block.paragraph > self.last_paragraph + 3:
            self.row_unit, self.total = "", None
        self.last_paragraph = block.paragraph
        self.columns = [_column(name) for name in names]
        self.row_unit, self.total = "", None

    def _draft(self, quantity: Quantity, column: Column, label: str, own_unit: str, block: Block) -> Draft:
        unit = (
            column.unit
            or ("%" if column.is_change and not column.absolute else "")
            or own_unit
            or self.row_unit
            or self.unit
        )
        draft = Draft(_in_unit(quantity, unit), period="annual")
        group = TITLE_TAIL.search(block.path[-1] if block.path else self.title)
        metric = "" if column.is_change else column.metric
        tail = metric or (group.group() if group else "")
        draft.label = label if not tail or tail in label else label + tail
        draft.year = column.year or self.context.reviewed_year
        draft.signs.add("table")
        if column.is_change:
            draft.kind = "change"
            draft.measure = "change_pct" if draft.quantity.unit == "%" else "change_abs"
            draft.base_year = draft.year - 1 if draft.year else None
        return draft

    def _parts(self, drafts: list[Draft], *, is_part: bool) -> None:
        """Make rows marked # or 其中, and those after them while there is room, parts of the row above."""
        levels = [draft for draft in drafts if draft.kind == "actual"]
        if not levels:
            return
        for change in drafts:
            if change.kind == "change":
                change.label = levels[0].label
        level = levels[0]
        amount = level.quantity.low or Decimal(0)
        if is_part and self.total is not None:
            self.left = self.total.quantity.low or Decimal(0)
        room = (
            self.total is not None and self.total.quantity.unit == level.quantity.unit and amount <= self.left
        )
        if self.total is not None and room and (is_part or self.dividing):
            level.kind, level.total, self.dividing = "component", self.total, True
            self.left -= amount
        else:
            self.total, self.left, self.dividing = level, amount, False


def _cells(block: Block) -> list[tuple[int, str]]:
    """Start offset and text without spaces of every cell of a row."""
    found = []
    at = block.start
    for cell in block.text.rstrip("\r\n").split("\t"):
        stripped = cell.lstrip(" 　")
        found.append((at + len(cell) - len(stripped), re.sub(r"[\s　]+", "", cell)))
        at += len(cell) + 1
    return found


def _number(block: Block, start: int, text: str) -> Quantity | None:
    """Give the number that fills a cell, with its offsets in the text, ``None`` for words."""
    if not NUMBER.fullmatch(text):
        return None
    raw = block.text[start - block.start :].split("\t", 1)[0].rstrip()
    found = _numbers(raw)
    if len(found) != 1:
        return None
    return replace(found[0], start=start + found[0].start, end=start + found[0].end)


def _numbers(text: str) -> list[Quantity]:
    """Give the numbers of a cell by the conventions of statements."""
    return [found.quantity for found in scan(text)]


def _split_unit(label: str) -> tuple[str, str]:
    """Give a row label and the unit in its bracket: 大牲畜（万头）."""
    for found in BRACKET.finditer(label):
        inside = found.group(1)
        model = _numbers("1" + inside)
        if model and model[0].end == len(inside) + 1:
            return label.replace(found.group(), ""), inside
    return label, ""


def _column(name: str) -> Column:
    metric, unit = _split_unit(name)
    bracket = BRACKET.search(name)
    year = YEAR.search(name)
    bare = YEAR.sub("", BRACKET.sub("", metric))
    return Column(
        metric="" if PLAIN.match(bare) else bare,
        unit="%" if bracket and "%" in bracket.group(1) else unit,
        year=int(year.group(1)) if year else None,
        is_change=bool(CHANGE.search(name)),
        absolute=bool(re.search("额|增减$|新增|绝对", bare)) and "%" not in name,
        is_unit=bare == "单位",
    )


def _in_unit(quantity: Quantity, unit: str) -> Quantity:
    """Give the quantity with the unit of its column, scales multiplied out."""
    if quantity.unit or not unit:
        return quantity
    model = _numbers("1" + unit)
    if not model or model[0].low is None:
        return replace(quantity, unit=unit, unit_text=unit)
    factor: Decimal = model[0].low
    low = None if quantity.low is None else quantity.low * factor
    high = None if quantity.high is None else quantity.high * factor
    return replace(quantity, low=low, high=high, unit=model[0].unit, unit_text=unit)
