-- The change on the year before that two levels of a series give: in points for shares, else the difference,
-- and in percent where what is measured grows as it stands.
with pairs as (
    select
        b.indicator_code,
        b.area_code,
        b.scope,
        b.time_period,
        b.period_type,
        b.statement_id,
        b.quote,
        b.report_id,
        b.unit_code,
        b.value_latest,
        p.value_latest as previous,
        i.growth_basis,
    from {{ ref('int_series_best') }} as b
    inner join {{ ref('int_series_best') }} as p
        on
            b.indicator_code = p.indicator_code
            and b.area_code = p.area_code
            and b.scope = p.scope
            and b.period_type = p.period_type
            and b.time_period = p.time_period + 1
    inner join {{ ref('int_indicators') }} as i on b.indicator_code = i.indicator_code
)

select
    indicator_code,
    area_code,
    scope,
    time_period,
    period_type,
    case when unit_code = '%' then 'change_pp' else 'change_abs' end as measure,
    cast(value_latest - previous as decimal(38, 8)) as outcome_value,
    statement_id,
    quote,
    report_id,
from pairs
union all
select
    indicator_code,
    area_code,
    scope,
    time_period,
    period_type,
    'change_pct' as measure,
    cast(
        round(100 * (cast(value_latest as double) / cast(previous as double) - 1), 4) as decimal(38, 8)
    ) as outcome_value,
    statement_id,
    quote,
    report_id,
from pairs
where growth_basis = 'nominal' and previous > 0
