-- What place the scope of a figure is: 全省 is the province of the reporting area, a name is the nearest area
-- of that name; a school, a firm or a name that fits two areas alike stays a named scope of the area.
with scopes as (
    select distinct
        r.area_code,
        s.scope,
        regexp_replace(s.scope, '(大市|全域|境内)$', '市') as scope_name,
    from {{ ref('int_statements_corrected') }} as s
    inner join {{ ref('stg_reports') }} as r
        on s.report_id = r.report_id and s.report_version = r.report_version
    where s.scope <> ''
),

relative_scopes as (
    select
        s.area_code,
        s.scope,
        case w.code
            when 'nation' then 'CN'
            when 'province' then left(s.area_code, 2) || '0000'
            when 'prefecture' then left(s.area_code, 4) || '00'
        end as scope_code,
        0 as distance,
    from scopes as s
    inner join {{ ref('stg_label_words') }} as w on s.scope = w.word and w.facet = 'relative_area'
    where s.area_code <> 'CN' or w.code = 'nation'
),

named_scopes as (
    select
        s.area_code,
        s.scope,
        n.area_code as scope_code,
        case
            when n.area_code = s.area_code then 1
            when left(n.area_code, 4) = left(s.area_code, 4) then 2
            when n.area_level in ('nation', 'province') then 3
            when left(n.area_code, 2) = left(s.area_code, 2) then 4
            when n.area_level = 'prefecture' then 5
            else 6
        end * 10 + n.rank_of_name + case when n.is_former then 5 else 0 end as distance,
    from scopes as s
    inner join {{ ref('int_area_names') }} as n on n.area_name in (s.scope, s.scope_name)
),

candidates as (
    select
        area_code,
        scope,
        scope_code,
        distance,
    from relative_scopes
    union all
    select
        area_code,
        scope,
        scope_code,
        distance,
    from named_scopes
),

nearest as (
    select
        c.area_code,
        c.scope,
        min(c.scope_code) as scope_code,
    from candidates as c
    where
        c.distance = (
            select min(d.distance), from candidates as d
            where d.area_code = c.area_code and d.scope = c.scope
        )
    group by c.area_code, c.scope
    having count(distinct c.scope_code) = 1
)

select
    n.area_code,
    n.scope,
    n.scope_code,
from nearest as n
inner join {{ ref('stg_areas') }} as a on n.scope_code = a.area_code
