"""Which decisions on names a candidate was built with.

What belongs here: telling them, each with the figures that it decided. What does not: making them
(:mod:`decisions`).
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.wording import counted

_APPLIED = """
with decided as (
    select
        a.alias, coalesce(a.unit, '') as unit, a.indicator_code,
        t.label_key
    from staging.stg_indicator_aliases as a
    left join intermediate.int_dictionary_terms as t
        on a.alias = t.term and a.unit = t.term_unit and a.indicator_code = t.indicator_code
    where a.is_overlay and a.indicator_code is not null
    union all
    select n.alias, n.link_unit, null, n.label_key from intermediate.int_names_set_apart as n
    union all
    select t.term, '', i.indicator_code, t.label_key
    from staging.stg_indicators as i
    inner join intermediate.int_dictionary_terms as t
        on i.indicator_code = t.indicator_code and t.link_method = 'exact'
    where i.is_overlay
)

select d.alias, d.indicator_code, count(k.statement_id) as figures
from decided as d
left join intermediate.int_statement_links as k
    on d.label_key = k.label_key
    and d.unit in ('', k.link_unit)
    and (d.indicator_code = k.indicator_code or (d.indicator_code is null and k.link_method = 'provisional'))
group by all
order by all
"""


def lines(candidate: Path) -> list[str]:
    """Say in one line each which names of the user a candidate was built with; none if it is unreadable."""
    try:
        with duckdb.connect(str(candidate), read_only=True) as connection:
            rows = connection.execute(_APPLIED).fetchall()
    except duckdb.Error:
        return []
    return [f"«{name}» {_meaning(code)}: {counted(figures, 'figures')}" for name, code, figures in rows]


def _meaning(code: str | None) -> str:
    return f"means {code}" if code else "keeps a code of its own"
