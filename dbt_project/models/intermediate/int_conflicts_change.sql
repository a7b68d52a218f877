-- Changes that do not fit the levels they join: the level of the base year that a change implies, beside the
-- one that is told for that year. Where that year is told more than once, the nearest counts.
select
    'change_vs_level' as conflict_type,
    c.indicator_code,
    c.area_code,
    c.scope,
    c.period_type,
    c.base_year as time_period,
    c.statement_id as left_statement_id,
    l.statement_id as right_statement_id,
    c.implied_value as left_value,
    l.obs_value as right_value,
    c.implied_value - l.obs_value as difference,
    c.level_half_step + {{ tolerance('c') }} + {{ tolerance('l') }} as tolerance,
    c.level_quote || '，' || c.quote as left_quote,
    l.quote as right_quote,
    cast(c.base_year as varchar) || '年：由 ' || c.level_quote || ' 与'
    || case when c.obs_value < 0 then '减少 ' else '增加 ' end || c.quote || ' 推得的水平与所载 ' || l.quote
    || ' 不符' as explanation,
from {{ ref('int_changes') }} as c
inner join {{ ref('int_series_levels') }} as l
    on
        c.indicator_code = l.indicator_code
        and c.area_code = l.area_code
        and c.scope = l.scope
        and {{ same_kind_of_year('c.period_type', 'l.period_type') }}
        and c.base_year = l.time_period
where
    c.measure in ('change_abs', 'change_pp')
    and c.implied_value is not null
    and l.source_kind <> 'derived'
    and c.level_qualifier = 'exact'
    -- a figure on a new basis fits no old one
    and c.level_obs_status is distinct from 'B'
qualify
    row_number() over (
        partition by c.statement_id order by abs(c.implied_value - l.obs_value), l.preference
    ) = 1
    and abs(difference) > tolerance
