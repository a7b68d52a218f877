-- Indicators of the dictionary that a name may mean, with how it was found and how sure that is. A unit of
-- another kind rules a candidate out, and for likeness also another level of schooling, population or
-- ownership. Names that differ in a telling word (新增 is not 累计) stay candidates for a person to choose, no
-- more: a wrong merge is worse than a missed one.
with wanted as (
    select distinct
        s.label_key,
        s.link_unit,
        coalesce(u.dimension, s.link_unit) as unit_dimension,
    from {{ ref('int_statement_labels') }} as s
    left join {{ ref('stg_units') }} as u on s.link_unit = u.unit
),

-- a growth without unit may have any, if the name means one thing in all of them
one_meaning as (
    select label_key,
    from {{ ref('int_dictionary_terms') }}
    group by label_key
    having count(distinct indicator_code) = 1
),

named as (
    select
        w.label_key,
        w.link_unit,
        t.indicator_code,
        t.link_method,
        1.0 as link_score,
    from wanted as w
    inner join {{ ref('int_dictionary_terms') }} as t on w.label_key = t.label_key
    left join one_meaning as o on w.label_key = o.label_key
    where
        (t.term_unit in ('', w.link_unit) or (w.link_unit = '' and o.label_key is not null))
        and (w.link_unit = '' or w.unit_dimension = t.unit_dimension)
),

composed as (
    select
        w.label_key,
        w.link_unit,
        i.indicator_code,
        'composed' as link_method,
        0.97 as link_score,
    from wanted as w
    inner join {{ ref('int_labels') }} as l on w.label_key = l.label_key and l.rest = ''
    inner join {{ ref('stg_indicators') }} as i
        on
            l.level_of_schooling = i.level_of_schooling
            and l.population = i.population
            and l.ownership = i.ownership
            and i.concept = case when l.concept = '' and w.link_unit = '所' then 'schools' else l.concept end
    left join {{ ref('stg_units') }} as u on i.unit = u.unit
    where w.link_unit = '' or w.unit_dimension = coalesce(u.dimension, i.unit)
),

alike as (
    select
        w.label_key,
        w.link_unit,
        t.indicator_code,
        'similar' as link_method,
        max(
            case
                when l.telling <> d.telling then 0.8 * {{ likeness('l.label_key', 'd.label_key') }}
                when l.letters = d.letters then 0.95
                else {{ likeness('l.core', 'd.core') }} * 0.95
            end
        ) as link_score,
    from wanted as w
    inner join {{ ref('int_labels') }} as l on w.label_key = l.label_key
    inner join {{ ref('int_dictionary_terms') }} as t on w.unit_dimension = t.unit_dimension
    inner join {{ ref('int_labels') }} as d
        on
            t.label_key = d.label_key
            and l.level_of_schooling = d.level_of_schooling
            and l.population = d.population
            and l.ownership = d.ownership
            and l.concept = d.concept
            and l.figures = d.figures
    where t.term_unit in ('', w.link_unit) and w.label_key <> t.label_key
    group by all
    having link_score >= 0.4
)

select
    label_key,
    link_unit,
    indicator_code,
    link_method,
    cast(link_score as double) as link_score,
from named
union all
select
    label_key,
    link_unit,
    indicator_code,
    link_method,
    cast(link_score as double) as link_score,
from composed
union all
select
    label_key,
    link_unit,
    indicator_code,
    link_method,
    cast(link_score as double) as link_score,
from alike
