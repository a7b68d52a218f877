-- The value of every series and year is the one of the observation it names.
select
    s.indicator_code,
    s.area_code,
    s.time_period,
    s.value,
    o.value_low,
    o.value_high,
from {{ ref('rpt_indicator_series') }} as s
left join {{ ref('fct_observation') }} as o
    on
        s.observation_id = o.observation_id
        and s.indicator_code = o.indicator_code
        and s.area_code = o.area_code
        and s.scope = o.scope
        and s.period_type = o.period_type
        and s.time_period = o.time_period
where o.observation_id is null or s.value <> coalesce(o.value_low, o.value_high)
