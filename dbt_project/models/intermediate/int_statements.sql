-- Statements in base units, with the area and the year they are about and the rounding they were written in.
with measured as (
    select
        s.*,
        r.area_code as report_area_code,
        r.genre,
        r.reviewed_year,
        r.published_on,
        case
            when s.measure = 'change_pp' and s.unit = '%' then '个百分点' else coalesce(u.base_unit, s.unit)
        end as unit_code,
        coalesce(u.dimension, 'unknown') as unit_dimension,
        coalesce(u.factor, 1) as factor,
        sc.scope_code,
    from {{ ref('int_statements_corrected') }} as s
    inner join {{ ref('stg_reports') }} as r
        on s.report_id = r.report_id and s.report_version = r.report_version
    left join {{ ref('stg_units') }} as u on s.unit = u.unit
    left join {{ ref('int_scopes') }} as sc on r.area_code = sc.area_code and s.scope = sc.scope
)

select
    report_id,
    report_version,
    statement_id,
    statement_key,
    passage_id,
    char_start,
    char_end,
    quote,
    report_area_code,
    genre,
    reviewed_year,
    published_on,
    indicator_label,
    coalesce(scope_code, report_area_code) as area_code,
    case when scope_code is null then scope else '' end as scope,
    scope as scope_text,
    case when modality = 'baseline' then coalesce(base_year, statement_year) else statement_year end
        as time_period,
    base_year,
    period_type,
    modality = 'baseline' and base_year is null as is_undated,
    kind,
    modality,
    measure,
    unit_code,
    unit_dimension,
    {{ in_base_unit('low') }}
        as value_low,
    {{ in_base_unit('high') }}
        as value_high,
    {{ half_step('quote', 'coalesce(low, high)', 'unit_dimension') }} * factor as half_step,
    qualifier,
    part_of,
    heading,
    sentence,
    confidence,
    is_accepted,
    is_overridden,
    correction_reason,
from measured
