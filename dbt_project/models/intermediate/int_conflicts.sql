-- All conflicts in one shape, each under an identity that outlives a new version of the report.
{% set columns = [
    'conflict_type', 'indicator_code', 'area_code', 'scope', 'period_type', 'time_period', 'left_statement_id',
    'right_statement_id', 'left_value', 'right_value', 'difference', 'tolerance', 'left_quote', 'right_quote',
    'explanation',
] %}
with conflicts as (
    {% for part in ['component', 'levels', 'change', 'growth', 'restated', 'rate'] %}
        select
            {{ columns | join(',\n            ') }},
        from {{ ref('int_conflicts_' ~ part) }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    md5(c.conflict_type || '|' || l.statement_key || '|' || r.statement_key) as conflict_id,
    {% for column in columns %}c.{{ column }},
    {% endfor %}l.report_id as left_report_id,
    r.report_id as right_report_id,
    l.sentence as left_sentence,
    r.sentence as right_sentence,
from conflicts as c
inner join {{ ref('int_statements') }} as l on c.left_statement_id = l.statement_id
inner join {{ ref('int_statements') }} as r on c.right_statement_id = r.statement_id
