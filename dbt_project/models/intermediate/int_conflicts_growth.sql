-- Growth rates that do not fit their two levels, of what grows as it stands alone: real growth is worked out
-- at constant prices and fits no two levels.
with earlier as (
    select
        indicator_code,
        area_code,
        scope,
        period_type,
        time_period,
        statement_id,
        obs_value,
        half_step,
        quote,
        report_id,
        preference,
    from {{ ref('int_series_levels') }}
    where source_kind <> 'derived'
    union all
    select
        indicator_code,
        area_code,
        scope,
        period_type,
        base_year as time_period,
        statement_id,
        implied_value as obs_value,
        {{ implied_half_step('c') }} as half_step,
        level_quote || '，' || quote as quote,
        report_id,
        99 as preference,
    from {{ ref('int_changes') }} as c
    where measure = 'change_abs' and implied_value is not null
),

compared as (
    select
        c.statement_id,
        c.indicator_code,
        c.area_code,
        c.scope,
        c.period_type,
        c.time_period,
        c.quote,
        c.level_quote,
        e.statement_id as earlier_statement_id,
        e.quote as earlier_quote,
        e.preference,
        -- 上年的1.5倍 is a growth of 50 %
        case when c.measure = 'multiple' then 100 * (c.obs_value - 1) else c.obs_value end as stated_growth,
        case when c.is_times_more then 100 * c.obs_value end as other_growth,
        round(100 * (cast(c.level_value as double) / cast(e.obs_value as double) - 1), 6) as computed_growth,
        {{ tolerance('c') }} * case when c.measure = 'multiple' then 100 else 1 end
        + 100 * c.level_half_step / abs(cast(e.obs_value as double))
        + 100
        * abs(cast(c.level_value as double))
        * e.half_step
        / power(cast(e.obs_value as double), 2) as tolerance,
    from {{ ref('int_changes') }} as c
    inner join earlier as e
        on
            c.indicator_code = e.indicator_code
            and c.area_code = e.area_code
            and c.scope = e.scope
            and {{ same_kind_of_year('c.period_type', 'e.period_type') }}
            and c.base_year = e.time_period
    where
        c.measure in ('change_pct', 'multiple')
        and c.growth_basis = 'nominal'
        and c.level_value is not null
        and c.level_qualifier = 'exact'
        -- a figure on a new basis fits no old one
        and c.level_obs_status is distinct from 'B'
        and e.obs_value <> 0
)

select
    'growth_vs_level' as conflict_type,
    indicator_code,
    area_code,
    scope,
    period_type,
    time_period,
    statement_id as left_statement_id,
    earlier_statement_id as right_statement_id,
    stated_growth as left_value,
    cast(computed_growth as decimal(38, 8)) as right_value,
    cast(stated_growth - computed_growth as decimal(38, 8)) as difference,
    tolerance,
    quote as left_quote,
    level_quote || '／' || earlier_quote as right_quote,
    '增速 ' || quote || ' 与前后两期水平（' || level_quote || '／' || earlier_quote || '）推得的增速不符' as explanation,
from compared
qualify
    row_number() over (
        partition by statement_id order by abs(stated_growth - computed_growth), preference
    ) = 1
    and abs(stated_growth - computed_growth) > tolerance
    and coalesce(abs(other_growth - computed_growth) > tolerance, true)
