-- The indicator that each name means: by the dictionary, else by an alias, else by the words it is made of,
-- else by likeness where that is strong and clearly ahead, else a provisional code of its own, which names
-- that differ in weak words alone share. A name that a person set apart links to nothing.
with ranked as (
    select
        c.label_key,
        c.link_unit,
        c.indicator_code,
        c.link_method,
        c.link_score,
        row_number() over (
            partition by c.label_key, c.link_unit
            order by
                case c.link_method when 'exact' then 1 when 'alias' then 2 when 'composed' then 3 else 4 end,
                c.link_score desc, c.indicator_code asc
        ) as position_of_link,
        lead(c.link_score, 1, 0) over (
            partition by c.label_key, c.link_unit, c.link_method
            order by c.link_score desc, c.indicator_code asc
        ) as next_score,
    from {{ ref('int_link_candidates') }} as c
    left join {{ ref('int_names_set_apart') }} as a
        on c.label_key = a.label_key and c.link_unit = a.link_unit
    where a.label_key is null
),

sure as (
    select
        label_key,
        link_unit,
        indicator_code,
        link_method,
        link_score,
    from ranked
    where
        position_of_link = 1
        and (
            link_method <> 'similar'
            or (
                link_score >= {{ var('similar_score') }}
                and link_score - next_score >= {{ var('similar_margin') }}
            )
        )
),

-- two names that stand side by side in one report are two things: likeness gives way to a surer link
taken as (
    select distinct
        l.report_id,
        s.indicator_code,
    from {{ ref('int_statement_labels') }} as l
    inner join sure as s on l.label_key = s.label_key and l.link_unit = s.link_unit
    where s.link_method <> 'similar'
),

contested as (
    select distinct
        l.label_key,
        l.link_unit,
    from {{ ref('int_statement_labels') }} as l
    inner join sure as s on l.label_key = s.label_key and l.link_unit = s.link_unit
    inner join taken as t on l.report_id = t.report_id and s.indicator_code = t.indicator_code
    where s.link_method = 'similar'
),

kept as (
    select
        s.label_key,
        s.link_unit,
        s.indicator_code,
        s.link_method,
        s.link_score,
    from sure as s
    left join contested as c on s.label_key = c.label_key and s.link_unit = c.link_unit
    where c.label_key is null
),

names as (
    select
        label_key,
        link_unit,
        mode(likely_unit) as likely_unit,
    from {{ ref('int_statement_labels') }}
    group by label_key, link_unit
)

select
    n.label_key,
    n.link_unit,
    coalesce(
        s.indicator_code,
        'p_' || left(md5(d.core || '|' || coalesce(g.code, n.likely_unit)), 10)
    ) as indicator_code,
    coalesce(s.link_method, 'provisional') as link_method,
    coalesce(s.link_score, 0) as link_score,
from names as n
inner join {{ ref('int_labels') }} as d on n.label_key = d.label_key
left join kept as s on n.label_key = s.label_key and n.link_unit = s.link_unit
left join {{ ref('stg_label_words') }} as g on g.facet = 'unit_group' and n.likely_unit = g.word
