-- The value of each series and year: the preferred one, and the last restatement where it says something else
-- than rounding explains.
with latest as (
    select
        indicator_code,
        area_code,
        scope,
        period_type,
        time_period,
        obs_value,
        half_step,
    from {{ ref('int_series_levels') }}
    where source_kind <> 'derived'
    qualify row_number() over (
        partition by indicator_code, area_code, scope, period_type, time_period
        order by reviewed_year desc, published_on desc nulls last, preference asc
    ) = 1
)

select
    b.observation_id,
    b.indicator_code,
    b.area_code,
    b.scope,
    b.period_type,
    b.time_period,
    b.obs_value as best_value,
    case
        when
            l.obs_value is null or abs(l.obs_value - b.obs_value) <= l.half_step + b.half_step
            then b.obs_value
        else l.obs_value
    end as value_latest,
    b.half_step,
    b.qualifier,
    b.unit_code,
    b.obs_status,
    b.source_kind,
    b.report_id,
    b.statement_id,
    b.statement_key,
    b.quote,
from {{ ref('int_series_levels') }} as b
left join latest as l
    on
        b.indicator_code = l.indicator_code
        and b.area_code = l.area_code
        and b.scope = l.scope
        and b.period_type = l.period_type
        and b.time_period = l.time_period
where b.preference = 1
