with overlaid as (
    {{ with_overlay(
        'indicators',
        ['indicator_code', 'name_zh', 'name_en', 'domain', 'concept', 'level_of_schooling', 'population', 'ownership', 'unit', 'direction', 'growth_basis', 'lower_bound', 'upper_bound', 'aggregation', 'definition'],
        ['indicator_code'],
    ) }}
)

select
    indicator_code,
    name_zh,
    name_en,
    domain,
    concept,
    coalesce(level_of_schooling, '') as level_of_schooling,
    coalesce(population, '') as population,
    coalesce(ownership, '') as ownership,
    unit,
    coalesce(direction, 'neither') as direction,
    coalesce(growth_basis, 'unknown') as growth_basis,
    cast(lower_bound as double) as lower_bound,
    cast(upper_bound as double) as upper_bound,
    aggregation,
    definition,
    is_overlay,
from overlaid
