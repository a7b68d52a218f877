{% set years = range(1998, 2036) %}
select
    indicator_code,
    indicator_name_zh,
    area_code,
    area_name,
    scope,
    period_type,
    unit_code,
    {% for year in years %}max(value_latest) filter (where time_period = {{ year }}) as y{{ year }},
    {% endfor %}min(time_period) as first_year,
    max(time_period) as last_year,
    cast(count(*) as integer) as years_known,
from {{ ref('rpt_indicator_series') }}
group by indicator_code, indicator_name_zh, area_code, area_name, scope, period_type, unit_code
