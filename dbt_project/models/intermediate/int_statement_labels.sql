-- The name of each statement's indicator in comparable form, and the unit in which its level is measured. A
-- growth rate has no unit of its own: it takes the one of the level of the same name in its report, and is
-- likely to have the one that other reports give.
with keyed as (
    select
        s.statement_id,
        s.report_id,
        s.indicator_label,
        s.measure,
        s.unit_code,
        case
            when s.report_area_code = 'CN' then {{ without_words('s.indicator_label', 'nation_noise') }}
            else {{ without_start('s.indicator_label', ['a.name_zh', 'a.short_name']) }}
        end as own_label,
    from {{ ref('int_statements') }} as s
    left join {{ ref('stg_areas') }} as a on s.report_area_code = a.area_code
),

labels as (
    select
        k.own_label,
        {{ label_key('k.own_label') }} as label_key,
    from keyed as k
    group by k.own_label
),

united as (
    select
        k.statement_id,
        k.report_id,
        k.indicator_label,
        k.own_label,
        coalesce(nullif(l.label_key, ''), k.indicator_label) as label_key,
        case
            -- a figure without any unit must not pass for a growth rate, which fits every unit
            when k.measure in ('level', 'change_abs', 'rank') then coalesce(nullif(k.unit_code, ''), '无单位')
            when k.measure = 'change_pp' then '%'
        end as own_unit,
        k.measure = 'level' as is_level,
    from keyed as k
    inner join labels as l on k.own_label = l.own_label
),

-- the growth in percent of something measured in percent is rare, a growth mistaken for a level is not
level_units as (
    select
        label_key,
        report_id,
        mode(own_unit) as level_unit,
    from united
    where is_level and own_unit <> '%'
    group by grouping sets ((label_key, report_id), (label_key))
)

select
    u.statement_id,
    u.report_id,
    u.indicator_label,
    u.own_label,
    u.label_key,
    coalesce(u.own_unit, here.level_unit, '') as link_unit,
    coalesce(u.own_unit, here.level_unit, anywhere.level_unit, '') as likely_unit,
from united as u
left join level_units as here on u.label_key = here.label_key and u.report_id = here.report_id
left join level_units as anywhere on u.label_key = anywhere.label_key and anywhere.report_id is null
