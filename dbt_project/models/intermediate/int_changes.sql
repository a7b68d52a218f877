-- Each stated change beside the level it joins: the nearest level of the same indicator in the same report,
-- first of those before it. `implied_value` is the level of the base year that the two imply: absolute and
-- point changes always give one, growth only of what grows as it stands (nominal), a yearly average never.
with changes as (
    select
        o.*,
        case
            when exists (
                select 1, from {{ ref('stg_label_words') }} as w
                where w.facet = 'real_growth' and contains(o.sentence, w.word)
            ) then 'real'
            else i.growth_basis
        end as growth_basis,
        -- 增长2.2倍 is told of three times as much, and by some of twice: it gives no level
        coalesce(
            o.measure = 'multiple'
            and regexp_matches(
                split_part(o.sentence, o.quote, 1), '(增|提升|提高|扩大|上升|上涨|翻)[^，。；,;]{0,4}$'
            ),
            false
        ) as is_times_more,
    from {{ ref('int_observations_stated') }} as o
    inner join {{ ref('int_indicators') }} as i on o.indicator_code = i.indicator_code
    where
        o.measure in ('change_abs', 'change_pp', 'change_pct', 'multiple')
        and o.modality = 'actual'
        and o.obs_value is not null
        and o.base_year is not null
        and o.base_year < o.time_period
),

paired as (
    select
        c.statement_id,
        l.statement_id as level_statement_id,
        l.obs_value as level_value,
        l.half_step as level_half_step,
        l.qualifier as level_qualifier,
        l.quote as level_quote,
        l.unit_code as level_unit_code,
        l.confidence as level_confidence,
        l.obs_status as level_obs_status,
    from changes as c
    inner join {{ ref('int_observations_stated') }} as l
        on
            c.report_id = l.report_id
            and c.indicator_code = l.indicator_code
            and c.area_code = l.area_code
            and c.scope = l.scope
            and {{ same_kind_of_year('c.period_type', 'l.period_type') }}
            and c.time_period = l.time_period
            and (c.measure <> 'change_abs' or c.unit_code = l.unit_code)
            and (c.measure <> 'change_pp' or l.unit_code = '%')
    where l.measure = 'level' and l.modality = 'actual' and l.obs_value is not null
    qualify row_number() over (
        partition by c.statement_id
        order by
            l.char_start > c.char_start, abs(l.char_start - c.char_start), l.char_start
    ) = 1
)

select
    c.statement_id,
    c.statement_key,
    c.report_id,
    c.report_version,
    c.indicator_code,
    c.indicator_label,
    c.label_key,
    c.area_code,
    c.scope,
    c.time_period,
    c.base_year,
    c.period_type,
    c.measure,
    c.obs_value,
    c.half_step,
    c.qualifier,
    c.unit_code,
    c.growth_basis,
    c.quote,
    c.char_start,
    c.char_end,
    c.passage_id,
    c.heading,
    c.sentence,
    c.confidence,
    c.link_method,
    c.link_score,
    c.reviewed_year,
    c.published_on,
    c.report_area_code,
    c.genre,
    p.level_statement_id,
    p.level_value,
    p.level_half_step,
    p.level_qualifier,
    p.level_quote,
    p.level_unit_code,
    p.level_confidence,
    p.level_obs_status,
    c.is_times_more,
    case
        when not c.is_times_more
            then {{ implied_level('p.level_value', 'c.obs_value', 'c.measure', 'c.growth_basis') }}
    end as implied_value,
from changes as c
left join paired as p on c.statement_id = p.statement_id
