with overlaid as (
    {{ with_overlay(
        'areas',
        ['area_code', 'name_zh', 'short_name', 'level', 'parent_code', 'former_names', 'successor_code', 'valid_from', 'valid_to'],
        ['area_code'],
    ) }}
)

select
    area_code,
    name_zh,
    short_name,
    level,
    parent_code,
    former_names,
    successor_code,
    cast(valid_from as integer) as valid_from,
    cast(valid_to as integer) as valid_to,
    is_overlay,
from overlaid
