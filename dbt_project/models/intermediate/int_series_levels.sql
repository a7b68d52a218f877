-- Every level that may stand in a series, with where it comes from and the order in which levels are
-- preferred: reported for that year, restated later, told as the start of a change, implied by a change; the
-- area's own report before another's, a sure link before a likely one.
select
    o.observation_id,
    o.report_id,
    o.statement_id,
    o.statement_key,
    o.indicator_code,
    o.area_code,
    o.scope,
    o.period_type,
    o.time_period,
    coalesce(o.obs_value, o.value_low, o.value_high) as obs_value,
    o.half_step * case when o.qualifier = 'exact' then 1 else 2 end as half_step,
    o.qualifier,
    o.unit_code,
    o.obs_status,
    o.link_method,
    o.label_key,
    o.kind,
    o.reviewed_year,
    o.published_on,
    o.quote,
    o.char_start,
    case
        when o.is_derived then 'derived'
        when o.modality = 'baseline' then 'baseline'
        when o.reviewed_year > o.time_period then 'restated'
        else 'reported'
    end as source_kind,
    row_number() over (
        partition by o.indicator_code, o.area_code, o.scope, o.period_type, o.time_period
        order by
            case
                when o.is_derived then 4
                when o.modality = 'baseline' then 3
                when o.reviewed_year > o.time_period then 2
                else 1
            end,
            o.report_area_code <> o.area_code,
            case o.kind when 'actual' then 1 when 'component' then 2 else 3 end,
            case o.link_method when 'exact' then 1 when 'alias' then 2 when 'composed' then 3 else 4 end,
            o.qualifier <> 'exact',
            o.confidence desc,
            o.published_on asc,
            o.report_id asc,
            o.char_start asc
    ) as preference,
from {{ ref('int_observations') }} as o
where
    o.measure = 'level'
    and o.modality in ('actual', 'baseline')
    and not o.is_undated
    and o.time_period is not null
    and coalesce(o.obs_value, o.value_low, o.value_high) is not null
