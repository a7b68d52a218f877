-- Rows of the reference data, the user's among them, name things that exist.
select
    'indicator_aliases' as reference,
    a.alias as row_key,
    a.indicator_code as names,
from {{ ref('stg_indicator_aliases') }} as a
left join {{ ref('stg_indicators') }} as i on a.indicator_code = i.indicator_code
where a.indicator_code is not null and i.indicator_code is null
union all
select
    'indicators' as reference,
    i.indicator_code as row_key,
    i.unit as names,
from {{ ref('stg_indicators') }} as i
left join {{ ref('stg_units') }} as u on i.unit = u.unit
where (u.unit is null and not contains(i.unit, '/')) or u.unit <> u.base_unit
union all
select
    'areas' as reference,
    a.area_code as row_key,
    a.parent_code as names,
from {{ ref('stg_areas') }} as a
left join {{ ref('stg_areas') }} as p on a.parent_code = p.area_code
where a.parent_code is not null and p.area_code is null
union all
select
    'source_addresses' as reference,
    a.source_id as row_key,
    a.url as names,
from {{ ref('stg_source_addresses') }} as a
left join {{ ref('stg_sources') }} as s on a.source_id = s.source_id
where s.source_id is null
