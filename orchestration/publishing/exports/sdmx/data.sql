-- One row an observation, unique by its dimensions. Actual values are the latest restatement; of two targets for
-- the same year the later report's counts. Ranges are given by their lower bound, with the qualifier beside it.
with actual as (
    select
        area_code as ref_area,
        indicator_code as indicator,
        scope,
        period_type,
        'actual' as modality,
        time_period,
        value_latest as obs_value,
        unit_code,
        obs_status,
        qualifier,
        source_kind,
        value as first_value,
        report_id,
        statement_id,
        quote,
    from release.marts.rpt_indicator_series
    where value_latest is not null
),

target as (
    select
        t.area_code as ref_area,
        t.indicator_code as indicator,
        t.scope,
        o.period_type,
        'target' as modality,
        t.time_period,
        coalesce(t.target_low, t.target_high) as obs_value,
        t.unit_code,
        'A' as obs_status,
        t.qualifier,
        'reported' as source_kind,
        coalesce(t.target_low, t.target_high) as first_value,
        t.target_report_id as report_id,
        t.target_statement_id as statement_id,
        t.target_quote as quote,
    from release.marts.fct_target_outcome as t
    inner join release.marts.fct_observation as o
        on t.target_statement_id = o.statement_id and not o.is_derived
    where t.measure = 'level' and coalesce(t.target_low, t.target_high) is not null
    qualify row_number() over (
        partition by t.area_code, t.indicator_code, t.scope, o.period_type, t.time_period
        order by t.target_report_id desc, t.target_statement_id asc
    ) = 1
),

both_kinds as (
    select * from actual
    union all
    select * from target
)

select
    'dataflow' as "STRUCTURE",
    'ZHIBIAO:DF_INDICATOR(1.0)' as "STRUCTURE_ID",
    'I' as "ACTION",
    'A' as "FREQ",
    b.ref_area as "REF_AREA",
    b.indicator as "INDICATOR",
    coalesce(nullif(b.scope, ''), '_T') as "SCOPE",
    b.period_type as "PERIOD_TYPE",
    b.modality as "MODALITY",
    cast(b.time_period as varchar) as "TIME_PERIOD",
    b.obs_value as "OBS_VALUE",
    u.code as "UNIT_MEASURE",
    '0' as "UNIT_MULT",
    b.obs_status as "OBS_STATUS",
    b.qualifier as "OBS_QUALIFIER",
    b.source_kind as "SOURCE_KIND",
    b.first_value as "FIRST_VALUE",
    b.report_id as "REPORT_ID",
    b.statement_id as "STATEMENT_ID",
    b.quote as "QUOTE",
from both_kinds as b
inner join sdmx_units as u on b.unit_code = u.unit
order by all
