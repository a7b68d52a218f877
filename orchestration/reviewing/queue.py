"""The names that wait for a decision, by the current release: each with its sentences and its candidates.

What belongs here: reading ``rpt_review_queue``, one item a name in its unit. What does not: deciding
(:mod:`decisions`), printing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orchestration.errors import InputError

if TYPE_CHECKING:
    import duckdb

_QUEUE = """
select
    q.review_id,
    min_by(q.review_name, (length(q.review_name), q.review_name)) as review_name,
    q.review_unit,
    case when bool_or(q.reason = 'doubtful_link') then 'doubtful_link' else 'unlinked' end as reason,
    any_value(i.indicator_code) as indicator_code,
    any_value(i.name_zh) as indicator_name,
    any_value(coalesce(i.level_of_schooling, '')) as level_of_schooling,
    any_value(coalesce(i.population, '')) as population,
    any_value(coalesce(i.ownership, '')) as ownership,
    max(q.link_score) as link_score,
    list({'report_id': q.report_id, 'quote': q.quote, 'year': q.time_period, 'sentence': q.sentence}
        order by q.time_period desc, q.report_id, q.statement_id) as figures,
    [{'code': any_value(q.candidate_1_code), 'name': any_value(q.candidate_1_name_zh),
        'score': any_value(q.candidate_1_score)},
     {'code': any_value(q.candidate_2_code), 'name': any_value(q.candidate_2_name_zh),
        'score': any_value(q.candidate_2_score)},
     {'code': any_value(q.candidate_3_code), 'name': any_value(q.candidate_3_name_zh),
        'score': any_value(q.candidate_3_score)}] as candidates
from marts.rpt_review_queue as q
inner join marts.dim_indicator as i using (indicator_code)
where q.reason <> 'low_confidence'
group by q.review_id, q.review_unit
order by
    reason, coalesce(any_value(q.candidate_1_score), 0) desc, count(*) desc, review_name, q.review_id
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that a report gives under the name."""

    report_id: str
    quote: str
    year: int | None
    sentence: str

    @property
    def marked(self) -> str:
        """The sentence on one line, with the figure in brackets 【】 where it stands first."""
        return " ".join(self.sentence.replace(self.quote, f"【{self.quote}】", 1).split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator of the dictionary that the name may mean; ``score`` is between 0 and 1."""

    code: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Item:
    """A name in its unit. ``reason``: ``doubtful_link`` (linked by likeness) or ``unlinked``.

    ``unit`` is empty where no level tells it; ``indicator_code`` is what the name is linked to now;
    ``facets`` are level of schooling, population and ownership that the name tells.
    """

    review_id: str
    name: str
    unit: str
    reason: str
    indicator_code: str
    indicator_name: str
    facets: tuple[str, str, str]
    link_score: float
    figures: tuple[Figure, ...]
    candidates: tuple[Candidate, ...]


def read(connection: duckdb.DuckDBPyConnection) -> list[Item]:
    """Read all names that wait: doubtful links first, then those with the best candidates.

    Raises:
        InputError: the release was made before names could be reviewed.

    """
    columns = "select column_name from duckdb_columns() where table_name = 'rpt_review_queue'"
    if ("review_id",) not in connection.execute(columns).fetchall():
        raise InputError("the release", "is older than this command", "`zhibiao run` makes a new one")
    return [_item(row) for row in connection.execute(_QUEUE).fetchall()]


def _item(row: tuple[object, ...]) -> Item:
    review_id, name, unit, reason, code, code_name, level, population, ownership = row[:9]
    score, figures, candidates = row[9:]
    return Item(
        review_id=str(review_id),
        name=str(name),
        unit=str(unit or ""),
        reason=str(reason),
        indicator_code=str(code),
        indicator_name=str(code_name),
        facets=(str(level), str(population), str(ownership)),
        link_score=float(str(score or 0)),
        figures=tuple(Figure(**one) for one in figures),  # type: ignore[attr-defined]
        candidates=tuple(Candidate(**one) for one in candidates if one["code"]),  # type: ignore[attr-defined]
    )


def find(items: list[Item], wanted: str) -> Item:
    """Find an item by its id, the beginning of it, or its name.

    Raises:
        InputError: none or several fit.

    """
    found = [one for one in items if wanted in (one.review_id, one.name)]
    found = found or [one for one in items if one.review_id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    what = "waits in several units" if found else "waits for no decision"
    ids = ", ".join(one.review_id for one in found)
    mend = f"give one of {ids}" if found else "see `zhibiao review --list`"
    raise InputError(wanted, what, mend)
