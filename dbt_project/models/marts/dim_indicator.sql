with used as (
    select
        indicator_code,
        count(*) as observations,
        count(distinct report_id) as reports,
    from {{ ref('int_observations_stated') }}
    group by indicator_code
)

select
    i.indicator_code,
    i.name_zh,
    i.name_en,
    i.domain,
    i.concept,
    i.level_of_schooling,
    i.population,
    i.ownership,
    i.unit_code,
    i.direction,
    i.growth_basis,
    i.lower_bound,
    i.upper_bound,
    i.aggregation,
    i.definition,
    i.is_provisional,
    cast(coalesce(u.observations, 0) as integer) as observations,
    cast(coalesce(u.reports, 0) as integer) as reports,
from {{ ref('int_indicators') }} as i
left join used as u on i.indicator_code = u.indicator_code
