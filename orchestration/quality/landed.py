"""One figure as it was read, found by its id or its key.

What belongs here: looking a statement up in the landing, which is there also where the warehouse could not
be built. What does not: judging it (``explain``) or correcting it (``corrections``).
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from orchestration.errors import InputError
from orchestration.landing.asking import every_part
from orchestration.quality.template import literal
from orchestration.settings import Settings

SHORTEST = 6  # characters of an id that stand for all of it
# What a correction may override: its name there, and the column of the landing.
FIELDS = {
    "low": "s.low",
    "high": "s.high",
    "value": "coalesce(s.low, s.high)",
    "unit": "s.unit",
    "qualifier": "s.qualifier",
    "indicator": "s.indicator",
    "kind": "s.kind",
    "modality": "s.modality",
    "measure": "s.measure",
    "year": "s.year",
    "base_year": "s.base_year",
    "period_type": "s.period_type",
    "scope": "s.scope",
}


@dataclass(frozen=True, slots=True)
class Landed:
    """A statement of the landing.

    ``start`` is where its figure begins in the text, ``offset`` where in ``sentence``. ``fields`` has what a
    correction may override, as text; None is nothing.
    """

    report_id: str
    statement_id: str
    statement_key: str
    quote: str
    start: int
    sentence: str
    offset: int
    heading: str
    fields: dict[str, str | None]

    @property
    def marked(self) -> str:
        """The sentence on one line, with the figure in brackets 【】."""
        at, end = self.offset, self.offset + len(self.quote)
        return " ".join(f"{self.sentence[:at]}【{self.quote}】{self.sentence[end:]}".split())


def find(settings: Settings, name: str) -> Landed:
    """Find the statement whose id or key is ``name``, or begins with it.

    Raises:
        InputError: none is called so, or several are.

    """
    if not list(settings.landing.glob("statements/*/part.parquet")):
        raise InputError(settings.landing, "no report was read yet", "`zhibiao run` reads them")
    wanted = ", ".join(f"cast({sql} as varchar)" for sql in FIELDS.values())
    named = " or ".join(f"starts_with(s.{key}, {literal(name)})" for key in ("statement_id", "statement_key"))
    rows = duckdb.execute(f"""
        select
            s.report_id, s.statement_id, s.statement_key, s.quote, s."start", s.sentence, s.heading,
            s."start" - p."start" - (instr(p.text, s.sentence) - 1) as place, {wanted}
        from {every_part(settings, "statements")} as s
        inner join {every_part(settings, "passages")} as p using (report_id, report_version, passage_id)
        inner join {every_part(settings, "reports")} as r using (report_id, report_version)
        where r.is_current and ({named})
        order by s.statement_id
        limit 3
    """).fetchall()
    exact = [row for row in rows if name in row[1:3]]
    rows = exact or (rows if len(name) >= SHORTEST else [])
    if len(rows) != 1:
        what = "fits several statements" if rows else "is no statement of a current report"
        raise InputError(name, what, "`zhibiao check` names statements and checks; give the whole key")
    return _landed(rows[0])


def _landed(row: tuple[object, ...]) -> Landed:
    report_id, statement_id, statement_key, quote, start, sentence, heading, place = map(str, row[:8])
    values = (None if one is None else plain(str(one)) for one in row[8:])
    return Landed(
        report_id=report_id,
        statement_id=statement_id,
        statement_key=statement_key,
        quote=quote,
        start=int(start),
        sentence=sentence,
        offset=int(place),
        heading=heading,
        fields=dict(zip(FIELDS, values, strict=True)),
    )


def plain(value: str) -> str:
    """Write a decimal without the noughts that its column's scale adds."""
    whole, point, part = value.partition(".")
    is_number = point and whole.lstrip("-").isdigit() and part.isdigit()
    return f"{whole}.{part}".rstrip("0").rstrip(".") if is_number else value
