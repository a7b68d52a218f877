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
        i.growth_basis,
    from {{ ref('int_observations_stated') }} as t
    inner join {{ ref('int_indicators') }} as i on t.indicator_code = i.indicator_code
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
        indicator_code,
        area_code,
        scope,
        time_period,
        period_type,
        measure,
        coalesce(obs_value, value_low, value_high) as outcome_value,
        statement_id,
        quote,
        report_id,
        1 as preference,
    from {{ ref('int_observations_stated') }}
    where modality = 'actual' and measure in ('change_pct', 'change_pp', 'change_abs')
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
        and t.measure = o.measure
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
