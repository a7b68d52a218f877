with overlaid as (
    {{ with_overlay(
        'units',
        ['unit', 'base_unit', 'factor', 'dimension', 'aliases', 'name_en'],
        ['unit'],
    ) }}
)

select
    unit,
    base_unit,
    cast(factor as double) as factor,
    dimension,
    aliases,
    name_en,
    is_overlay,
from overlaid
