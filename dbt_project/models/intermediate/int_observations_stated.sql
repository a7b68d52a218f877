-- One row a statement, linked to its indicator.
with clauses as (
    select
        statement_id,
        quote,
        unnest(string_split_regex(sentence, '[；;]')) as clause,
    from {{ ref('int_statements') }}
),

-- a break that is told of one figure of a list is none of the others
breaks as (
    select distinct c.statement_id,
    from clauses as c
    inner join {{ ref('stg_label_words') }} as w
        on w.facet = 'obs_status' and w.code = 'B' and contains(c.clause, w.word)
    where contains(c.clause, c.quote)
)

select
    md5('stated|' || s.statement_id) as observation_id,
    s.report_id,
    s.report_version,
    s.statement_id,
    s.statement_key,
    cast(null as varchar) as evidence_statement_id,
    k.indicator_code,
    s.indicator_label,
    k.label_key,
    s.area_code,
    s.scope,
    s.time_period,
    s.base_year,
    s.period_type,
    s.kind,
    s.modality,
    s.measure,
    case when s.value_low = s.value_high then s.value_low end as obs_value,
    s.value_low,
    s.value_high,
    s.unit_code,
    s.qualifier,
    s.half_step,
    case
        when s.statement_id in (select b.statement_id, from breaks as b) then 'B'
        when exists (
            select 1, from {{ ref('stg_label_words') }} as w
            where w.facet = 'obs_status' and w.code = 'P' and contains(s.sentence, w.word)
        ) then 'P'
        else 'A'
    end as obs_status,
    false as is_derived,
    cast(null as varchar) as derivation,
    s.quote,
    s.char_start,
    s.char_end,
    s.passage_id,
    s.part_of,
    s.heading,
    s.sentence,
    s.confidence,
    k.link_method,
    k.link_score,
    s.is_undated,
    s.is_accepted,
    s.is_overridden,
    s.reviewed_year,
    s.published_on,
    s.report_area_code,
    s.genre,
from {{ ref('int_statements') }} as s
inner join {{ ref('int_statement_links') }} as k on s.statement_id = k.statement_id
