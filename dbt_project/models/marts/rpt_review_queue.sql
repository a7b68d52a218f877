with candidates as (
    select
        c.label_key,
        c.link_unit,
        c.indicator_code,
        i.name_zh,
        max(c.link_score) as link_score,
    from {{ ref('int_link_candidates') }} as c
    inner join {{ ref('int_indicators') }} as i on c.indicator_code = i.indicator_code
    group by all
),

ranked as (
    select
        *,
        row_number() over (
            partition by label_key, link_unit order by link_score desc, indicator_code asc
        ) as candidate,
    from candidates
),

best as (
    select
        label_key,
        link_unit,
        {% for n in [1, 2, 3] %}
            max(indicator_code) filter (where candidate = {{ n }}) as candidate_{{ n }}_code,
            max(name_zh) filter (where candidate = {{ n }}) as candidate_{{ n }}_name_zh,
            max(link_score) filter (where candidate = {{ n }}) as candidate_{{ n }}_score,
        {% endfor %}
    from ranked
    group by label_key, link_unit
)

select
    o.statement_id,
    o.statement_key,
    o.report_id,
    left(md5(l.label_key || '|' || l.link_unit), 8) as review_id,
    l.own_label as review_name,
    l.link_unit as review_unit,
    case
        when a.label_key is not null then 'low_confidence'
        when
            o.link_method = 'provisional' and o.confidence < {{ var('review_confidence') }}
            then 'unlinked, low_confidence'
        when o.link_method = 'provisional' then 'unlinked'
        when o.link_method = 'similar' then 'doubtful_link'
        else 'low_confidence'
    end as reason,
    o.indicator_label,
    o.indicator_code,
    o.quote,
    o.unit_code,
    o.time_period,
    o.heading,
    o.sentence,
    o.confidence,
    o.link_method,
    o.link_score,
    {% for n in [1, 2, 3] %}
        b.candidate_{{ n }}_code,
        b.candidate_{{ n }}_name_zh,
        b.candidate_{{ n }}_score,
    {% endfor %}
from {{ ref('int_observations_stated') }} as o
inner join {{ ref('int_statement_labels') }} as l on o.statement_id = l.statement_id
left join best as b on l.label_key = b.label_key and l.link_unit = b.link_unit
left join {{ ref('int_names_set_apart') }} as a on l.label_key = a.label_key and l.link_unit = a.link_unit
where
    o.confidence < {{ var('review_confidence') }}
    or (o.link_method in ('provisional', 'similar') and a.label_key is null)
