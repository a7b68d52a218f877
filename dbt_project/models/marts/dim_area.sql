select
    a.area_code,
    a.name_zh as area_name,
    a.short_name,
    a.level as area_level,
    a.parent_code,
    p.name_zh as parent_name,
    a.former_names,
    a.successor_code,
    a.valid_from,
    a.valid_to,
from {{ ref('stg_areas') }} as a
left join {{ ref('stg_areas') }} as p on a.parent_code = p.area_code
