with judged as (
    select
        *,
        {{ target_bound('value_low', 'value_high', 'direction') }} as bound,
        {{ is_met('value_low', 'value_high', 'direction', 'qualifier', 'outcome_value') }} as is_met,
    from {{ ref('int_target_outcomes') }}
)

select
    j.statement_id as target_statement_id,
    j.report_id as target_report_id,
    j.indicator_code,
    i.name_zh as indicator_name_zh,
    j.indicator_label,
    j.area_code,
    a.name_zh as area_name,
    j.scope,
    j.time_period,
    make_date(j.time_period, 12, 31) as period_end,
    j.measure,
    {{ as_double('j.value_low') }} as target_low,
    {{ as_double('j.value_high') }} as target_high,
    j.unit_code,
    j.qualifier,
    j.quote as target_quote,
    j.sentence as target_sentence,
    {{ as_double('j.outcome_value') }} as outcome_value,
    j.outcome_statement_id,
    j.outcome_quote,
    j.outcome_report_id,
    case
        when j.outcome_value is not null and j.is_met then 'met'
        when j.outcome_value is not null then 'missed'
        when j.is_reviewed then 'no_outcome_found'
        else 'pending'
    end as verdict,
    {{ as_double('(j.outcome_value - j.bound)') }} as gap,
    j.confidence,
from judged as j
inner join {{ ref('int_indicators') }} as i on j.indicator_code = i.indicator_code
left join {{ ref('stg_areas') }} as a on j.area_code = a.area_code
