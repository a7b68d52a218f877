-- Statements of the current reports with the corrections applied: an override replaces a field, drop takes
-- the statement out, accept lets a value stand that lies out of bounds.
with corrections as (
    select
        statement_id,
        bool_or(action = 'drop' and is_checked) as is_dropped,
        bool_or(action = 'accept' and is_checked) as is_accepted,
        bool_or(action = 'override' and is_checked) as is_overridden,
        string_agg(reason, '; ' order by reason) as correction_reason,
        {% for field in correctable_fields() %}
            max(new_value) filter (where action = 'override' and field_name = '{{ field }}')
                as new_{{ field }},
        {% endfor %}
    from {{ ref('int_corrections_checked') }}
    group by statement_id
)

select
    s.report_id,
    s.report_version,
    s.statement_id,
    s.statement_key,
    s.passage_id,
    s.char_start,
    s.char_end,
    s.quote,
    cast(coalesce(c.new_low, c.new_value, cast(s.low as varchar)) as decimal(38, 10)) as low,
    cast(coalesce(c.new_high, c.new_value, cast(s.high as varchar)) as decimal(38, 10)) as high,
    coalesce(c.new_unit, s.unit) as unit,
    s.unit_text,
    coalesce(c.new_qualifier, s.qualifier) as qualifier,
    coalesce(c.new_indicator, s.indicator_label) as indicator_label,
    coalesce(c.new_kind, s.kind) as kind,
    coalesce(c.new_modality, s.modality) as modality,
    coalesce(c.new_measure, s.measure) as measure,
    coalesce(cast(c.new_year as integer), s.statement_year) as statement_year,
    coalesce(cast(c.new_base_year as integer), s.base_year) as base_year,
    coalesce(c.new_period_type, s.period_type) as period_type,
    coalesce(c.new_scope, s.scope) as scope,
    s.part_of,
    s.heading,
    s.sentence,
    s.confidence,
    coalesce(c.is_accepted, false) as is_accepted,
    coalesce(c.is_overridden, false) as is_overridden,
    c.correction_reason,
from {{ ref('stg_statements') }} as s
inner join {{ ref('stg_reports') }} as r
    on s.report_id = r.report_id and s.report_version = r.report_version
left join corrections as c on s.statement_id = c.statement_id
where r.is_current and not coalesce(c.is_dropped, false)
