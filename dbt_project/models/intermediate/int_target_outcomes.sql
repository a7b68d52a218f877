-- Every target with the outcome of its year: a level with the level that was reached, a planned growth with
-- the growth that was reported, else with the one that two levels give where that is the same thing.
with targets as (
    select
        t.*,
        -- a fall that is promised is met by a larger one
        case
            when t.measure like 'change%' and coalesce(t.value_high, t.value_low) < 0 then 'less_is_better'
            else i.direction
        end as direction,
        -- 上涨2% is the level of an indicator that is itself a growth
        case when g.word is not null and t.measure = 'change_pct' then 'level' else t.measure end
            as outcome_measure,
        i.growth_basis,
    from {{ ref('int_observations_stated') }} as t
    inner join {{ ref('int_indicators') }} as i on t.indicator_code = i.indicator_code
    left join {{ ref('stg_label_words') }} as g on g.facet = 'told_as_growth' and t.indicator_code = g.word
    where t.modality = 'target' and t.measure <> 'rank'
),

outcomes as (
    select
        indicator_code,
        area_code,
        scope,
        time_period,
        period_type,
        'level' as measure,
        best_value as outcome_value,
        statement_id,
        quote,
        report_id,
        case source_kind when 'derived' then 3 else 1 end as preference,
    from {{ ref('int_series_best') }}
    union all
    select
        c.indicator_code,
        c.area_code,
        c.scope,
        c.time_period,
        c.period_type,
        case when g.word is not null and c.measure = 'change_pct' then 'level' else c.measure end as measure,
        coalesce(c.obs_value, c.value_low, c.value_high) as outcome_value,
        c.statement_id,
        c.quote,
        c.report_id,
        1 as preference,
    from {{ ref('int_observations_stated') }} as c
    left join {{ ref('stg_label_words') }} as g on g.facet = 'told_as_growth' and c.indicator_code = g.word
    where c.modality = 'actual' and c.measure in ('change_pct', 'change_pp', 'change_abs')
    union all
    select
        indicator_code,
        area_code,
        scope,
        time_period,
        period_type,
        measure,
        outcome_value,
        statement_id,
        quote,
        report_id,
        2 as preference,
    from {{ ref('int_series_changes') }}
)

select
    t.statement_id,
    t.report_id,
    t.indicator_code,
    t.indicator_label,
    t.area_code,
    t.scope,
    t.time_period,
    t.measure,
    t.value_low,
    t.value_high,
    t.unit_code,
    t.qualifier,
    t.quote,
    t.sentence,
    t.confidence,
    t.direction,
    o.outcome_value,
    o.statement_id as outcome_statement_id,
    o.quote as outcome_quote,
    o.report_id as outcome_report_id,
    exists (
        select 1, from {{ ref('stg_reports') }} as r
        where
            r.is_current
            and r.area_code = t.report_area_code
            and r.genre = t.genre
            and r.reviewed_year >= t.time_period
    ) as is_reviewed,
from targets as t
left join outcomes as o
    on
        t.indicator_code = o.indicator_code
        and t.area_code = o.area_code
        and t.scope = o.scope
        and t.time_period = o.time_period
        and t.outcome_measure = o.measure
        and (
            t.period_type = o.period_type
            -- five years, or half of one, are no year
            or (
                t.period_type in ('annual', 'instant', 'school_year')
                and o.period_type in ('annual', 'instant', 'school_year')
            )
        )
qualify row_number() over (
    partition by t.statement_id order by o.preference, t.period_type <> o.period_type, o.statement_id
) = 1
