-- The same figure told twice and differently: by a later report (restated), or by reports of the same year
-- or within one report (contradiction). Within one report only the same wording of a known indicator counts
-- as the same figure.
select
    case when b.reviewed_year <> o.reviewed_year then 'restated' else 'contradiction' end as conflict_type,
    b.indicator_code,
    b.area_code,
    b.scope,
    b.period_type,
    b.time_period,
    b.statement_id as left_statement_id,
    o.statement_id as right_statement_id,
    b.obs_value as left_value,
    o.obs_value as right_value,
    o.obs_value - b.obs_value as difference,
    {{ tolerance('b') }} + {{ tolerance('o') }} as tolerance,
    b.quote as left_quote,
    o.quote as right_quote,
    cast(b.time_period as varchar) || '年的数字，' || b.report_id || ' 为 ' || b.quote || '，' || o.report_id
    || ' 为 ' || o.quote as explanation,
from {{ ref('int_series_levels') }} as b
inner join {{ ref('int_series_levels') }} as o
    on
        b.indicator_code = o.indicator_code
        and b.area_code = o.area_code
        and b.scope = o.scope
        and b.period_type = o.period_type
        and b.time_period = o.time_period
        and b.unit_code = o.unit_code
where
    b.preference = 1
    and o.preference > 1
    and b.source_kind <> 'derived'
    and o.source_kind <> 'derived'
    and (b.report_id <> o.report_id or (b.label_key = o.label_key and b.link_method <> 'provisional'))
    and abs(o.obs_value - b.obs_value) > {{ tolerance('b') }} + {{ tolerance('o') }}
    -- 突破40亿元，达44.35亿元: a bound that is passed contradicts nothing
    and not (o.qualifier in ('over', 'at_least') and b.obs_value >= o.obs_value)
    and not (b.qualifier in ('over', 'at_least') and o.obs_value >= b.obs_value)
    and not (o.qualifier in ('nearly', 'at_most') and b.obs_value <= o.obs_value)
    and not (b.qualifier in ('nearly', 'at_most') and o.obs_value <= b.obs_value)
