-- Every name and alias of the dictionary in comparable form.
with terms as (
    select
        indicator_code,
        name_zh as term,
        '' as term_unit,
        'exact' as link_method,
    from {{ ref('stg_indicators') }}
    union all
    select
        indicator_code,
        alias as term,
        unit as term_unit,
        'alias' as link_method,
    from {{ ref('stg_indicator_aliases') }}
    where indicator_code is not null
),

keyed as (
    select
        t.indicator_code,
        t.term,
        t.term_unit,
        t.link_method,
        {{ label_key(without_words('t.term', 'nation_noise')) }} as label_key,
    from terms as t
)

select
    k.indicator_code,
    k.term,
    k.label_key,
    i.unit as indicator_unit,
    -- a unit that the data file does not have is of its own kind
    coalesce(u.dimension, i.unit) as unit_dimension,
    k.term_unit,
    k.link_method,
from keyed as k
inner join {{ ref('stg_indicators') }} as i on k.indicator_code = i.indicator_code
left join {{ ref('stg_units') }} as u on i.unit = u.unit
