-- The indicators of the dictionary, and a provisional one for every name that is in none.
with provisional as (
    select
        k.indicator_code,
        mode(s.indicator_label) as name_zh,
        mode(k.label_key) as label_key,
        mode(s.likely_unit) as unit,
    from {{ ref('int_statement_links') }} as k
    inner join {{ ref('int_statement_labels') }} as s on k.statement_id = s.statement_id
    where k.link_method = 'provisional'
    group by k.indicator_code
)

select
    indicator_code,
    name_zh,
    name_en,
    domain,
    concept,
    level_of_schooling,
    population,
    ownership,
    unit as unit_code,
    direction,
    growth_basis,
    lower_bound,
    upper_bound,
    aggregation,
    definition,
    false as is_provisional,
from {{ ref('stg_indicators') }}
union all
select
    p.indicator_code,
    p.name_zh,
    cast(null as varchar) as name_en,
    'unclassified' as domain,
    p.label_key as concept,
    l.level_of_schooling,
    l.population,
    l.ownership,
    coalesce(u.base_unit, nullif(p.unit, '无单位'), '') as unit_code,
    'neither' as direction,
    -- only money grows at prices: a count grows as it stands
    case when u.dimension is null or u.dimension like 'money%' then 'unknown' else 'nominal' end
        as growth_basis,
    case
        when
            u.dimension in ('people', 'count', 'visits') or {{ is_share('u.dimension', 'p.label_key') }}
            then 0
    end as lower_bound,
    case when {{ is_share('u.dimension', 'p.label_key') }} then 100 end as upper_bound,
    'unknown' as aggregation,
    cast(null as varchar) as definition,
    true as is_provisional,
from provisional as p
left join {{ ref('int_labels') }} as l on p.label_key = l.label_key
left join {{ ref('stg_units') }} as u on p.unit = u.unit
