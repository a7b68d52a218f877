-- units of the data file, and any that a report uses and the file does not know
with unknown as (
    select distinct s.unit_code as unit,
    from {{ ref('int_statements') }} as s
    left join {{ ref('stg_units') }} as u on s.unit_code = u.unit
    where u.unit is null
)

select
    unit as unit_code,
    base_unit as base_unit_code,
    factor,
    dimension,
    aliases,
    name_en,
    true as is_known,
from {{ ref('stg_units') }}
union all
select
    unit as unit_code,
    unit as base_unit_code,
    1.0 as factor,
    'unknown' as dimension,
    cast(null as varchar) as aliases,
    cast(null as varchar) as name_en,
    false as is_known,
from unknown
