with changes as (
    select
        b.*,
        u.dimension,
        p.value_latest as previous,
    from {{ ref('int_series_best') }} as b
    left join {{ ref('stg_units') }} as u on b.unit_code = u.unit
    left join {{ ref('int_series_best') }} as p
        on
            b.indicator_code = p.indicator_code
            and b.area_code = p.area_code
            and b.scope = p.scope
            and b.period_type = p.period_type
            and b.time_period = p.time_period + 1
),

disputed as (
    select distinct
        indicator_code,
        area_code,
        scope,
        period_type,
        time_period,
    from {{ ref('int_conflicts') }}
)

select
    c.indicator_code,
    i.name_zh as indicator_name_zh,
    c.area_code,
    a.name_zh as area_name,
    c.scope,
    c.period_type,
    c.time_period,
    make_date(c.time_period, 12, 31) as period_end,
    {{ as_double('c.best_value') }} as value,
    {{ as_double('c.value_latest') }} as value_latest,
    c.unit_code,
    c.qualifier,
    c.obs_status,
    c.source_kind,
    c.report_id,
    c.statement_id,
    c.observation_id,
    c.quote,
    {{ yoy_change('c.value_latest', 'c.previous', 'c.dimension') }} as yoy_change,
    case
        when c.previous is null then null
        when c.dimension = 'share' then '个百分点'
        when c.previous <> 0 then '%'
    end as yoy_change_unit,
    d.indicator_code is not null as has_conflict,
from changes as c
inner join {{ ref('int_indicators') }} as i on c.indicator_code = i.indicator_code
left join {{ ref('stg_areas') }} as a on c.area_code = a.area_code
left join disputed as d
    on
        c.indicator_code = d.indicator_code
        and c.area_code = d.area_code
        and c.scope = d.scope
        and c.period_type = d.period_type
        and c.time_period = d.time_period
