with overlaid as (
    {{ with_overlay(
        'indicator_aliases',
        ['alias', 'unit', 'indicator_code', 'note'],
        ['alias', 'unit'],
    ) }}
)

select
    alias,
    coalesce(unit, '') as unit,
    indicator_code,
    note,
    is_overlay,
from overlaid
