-- Every name by which an area may be called, former names included; current areas come first.
with named as (
    select
        area_code,
        name_zh as area_name,
        1 as rank_of_name,
    from {{ ref('stg_areas') }}
    union all
    select
        area_code,
        short_name as area_name,
        2 as rank_of_name,
    from {{ ref('stg_areas') }}
    union all
    select
        area_code,
        unnest(string_split(former_names, ';')) as area_name,
        3 as rank_of_name,
    from {{ ref('stg_areas') }}
    where former_names is not null
)

select
    n.area_name,
    a.area_code,
    a.level as area_level,
    a.parent_code,
    a.valid_to is not null as is_former,
    min(n.rank_of_name) as rank_of_name,
from named as n
inner join {{ ref('stg_areas') }} as a on n.area_code = a.area_code
where length(n.area_name) >= 2
group by all
