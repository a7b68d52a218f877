-- Totals of a level of schooling that are not the sum of the levels it consists of: compulsory education is
-- primary and junior secondary, wherever a report tells all three of pupils, entrants, graduates or teachers.
-- Schools are left out: one with nine years counts in either.
with told as (
    select
        o.report_id,
        i.concept,
        i.level_of_schooling,
        o.area_code,
        o.scope,
        o.time_period,
        o.unit_code,
        min(o.indicator_code) as indicator_code,
        min(o.period_type) as period_type,
        min_by(o.statement_id, o.char_start) as statement_id,
        min(o.obs_value) as obs_value,
        min(o.quote) as quote,
        max({{ tolerance('o') }}) as tolerance,
        min(o.char_start) as char_start,
    from {{ ref('int_observations_stated') }} as o
    inner join {{ ref('stg_indicators') }} as i on o.indicator_code = i.indicator_code
    where
        o.measure = 'level'
        and o.modality = 'actual'
        and o.period_type in ('annual', 'instant', 'school_year')
        and o.obs_value is not null
        and i.concept in ('students', 'new_students', 'graduates', 'full_time_teachers')
        and i.population = ''
        and i.ownership = ''
    group by all
    -- told twice and differently, it is not plain which is meant
    having count(distinct o.obs_value) = 1
),

sums as (
    select
        t.statement_id,
        sum(p.obs_value) as sum_of_parts,
        sum(p.tolerance) as parts_tolerance,
        count(*) as number_of_parts,
        min_by(p.statement_id, p.char_start) as first_part,
        string_agg(p.quote, '、' order by p.char_start) as part_quotes,
    from told as t
    inner join {{ ref('stg_label_words') }} as w on w.facet = 'level_part' and t.level_of_schooling = w.code
    inner join told as p
        on
            w.word = p.level_of_schooling
            and t.report_id = p.report_id
            and t.concept = p.concept
            and t.area_code = p.area_code
            and t.scope = p.scope
            and t.time_period = p.time_period
            and t.unit_code = p.unit_code
    group by t.statement_id
)

select
    'component_sum' as conflict_type,
    t.indicator_code,
    t.area_code,
    t.scope,
    t.period_type,
    t.time_period,
    t.statement_id as left_statement_id,
    s.first_part as right_statement_id,
    t.obs_value as left_value,
    s.sum_of_parts as right_value,
    s.sum_of_parts - t.obs_value as difference,
    t.tolerance + s.parts_tolerance as tolerance,
    t.quote as left_quote,
    s.part_quotes as right_quote,
    '合计 ' || t.quote || ' 与各学段之和（' || s.part_quotes || '）不符' as explanation,
from told as t
inner join sums as s on t.statement_id = s.statement_id
where
    abs(s.sum_of_parts - t.obs_value) > t.tolerance + s.parts_tolerance
    and s.number_of_parts = (
        select count(*), from {{ ref('stg_label_words') }} as w
        where w.facet = 'level_part' and w.code = t.level_of_schooling
    )
    -- told with 其中 it is found there
    and not exists (
        select 1, from {{ ref('int_conflicts_component') }} as c
        where c.left_statement_id = t.statement_id
    )
