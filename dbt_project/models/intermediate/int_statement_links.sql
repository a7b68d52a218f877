-- The indicator of each statement. A name in no dictionary gets a code of its own; where a report gives
-- several figures under such a name for the same place and year, the name alone does not tell what is
-- counted, and the section (else the sentence) becomes part of the code, so that different things never
-- share one. A name that says next to nothing (总投资, 覆盖率) is tied to its sentence at once.
with linked as (
    select
        s.statement_id,
        s.report_id,
        s.area_code,
        s.scope,
        s.time_period,
        s.period_type,
        s.modality,
        s.measure,
        s.value_low,
        s.value_high,
        s.heading,
        s.passage_id,
        l.label_key,
        l.link_unit,
        k.indicator_code,
        k.link_method,
        k.link_score,
    from {{ ref('int_statements') }} as s
    inner join {{ ref('int_statement_labels') }} as l on s.statement_id = l.statement_id
    inner join {{ ref('int_links') }} as k on l.label_key = k.label_key and l.link_unit = k.link_unit
),

repeated as (
    select
        indicator_code,
        heading,
        report_id,
        count(distinct concat_ws('..', value_low, value_high)) as different_values,
    from linked
    where link_method = 'provisional' and measure = 'level'
    group by
        grouping sets (
            (indicator_code, report_id, area_code, scope, time_period, period_type, modality),
            (indicator_code, report_id, area_code, scope, time_period, period_type, modality, heading)
        )
    having different_values > 1
),

ambiguous as (
    select
        indicator_code,
        bool_or(heading is not null) as is_ambiguous_in_section,
    from repeated
    group by indicator_code
)

select
    l.statement_id,
    case
        when l.link_method = 'provisional' and g.word is not null
            then l.indicator_code || left(md5(l.passage_id), 6)
        when a.indicator_code is null then l.indicator_code
        when a.is_ambiguous_in_section then l.indicator_code || left(md5(l.passage_id), 6)
        else l.indicator_code || left(md5(l.heading), 6)
    end as indicator_code,
    l.label_key,
    l.link_unit,
    l.link_method,
    l.link_score,
from linked as l
left join {{ ref('stg_label_words') }} as g on l.label_key = g.word and g.facet = 'generic'
left join ambiguous as a on l.indicator_code = a.indicator_code
