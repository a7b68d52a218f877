-- Values that no sentence states but two of them imply: 87.5 % now and 6.25 points more than the year before
-- give 81.25 % for that year.
with implied as (
    select
        c.*,
        {{ implied_half_step('c') }} as implied_half_step,
    from {{ ref('int_changes') }} as c
    where c.implied_value is not null
),

rounded as (
    select
        *,
        measure in ('change_abs', 'change_pp') as is_exact_rule,
        -- a growth rate of one decimal does not give a level to the last digit
        case
            when measure in ('change_abs', 'change_pp') or implied_half_step = 0 then implied_value
            else
                cast(
                    round(cast(implied_value as double), -cast(floor(log10(implied_half_step)) as integer))
                    as decimal(38, 8)
                )
        end as base_value,
    from implied
)

select
    md5('derived|base_level|' || c.level_statement_id || '|' || c.statement_id) as observation_id,
    c.report_id,
    c.report_version,
    c.statement_id,
    c.statement_key,
    c.level_statement_id as evidence_statement_id,
    c.indicator_code,
    c.indicator_label,
    c.label_key,
    c.area_code,
    c.scope,
    c.base_year as time_period,
    cast(null as integer) as base_year,
    c.period_type,
    'baseline' as kind,
    'baseline' as modality,
    'level' as measure,
    c.base_value as obs_value,
    c.base_value as value_low,
    c.base_value as value_high,
    c.level_unit_code as unit_code,
    case
        when c.is_exact_rule and c.qualifier = 'exact' and c.level_qualifier = 'exact' then 'exact'
        else 'about'
    end as qualifier,
    c.implied_half_step as half_step,
    'E' as obs_status,
    true as is_derived,
    case c.measure
        when 'change_abs' then '水平减增量'
        when 'change_pp' then '水平减百分点'
        when 'change_pct' then '水平除以一加增速'
        else '水平除以倍数'
    end || '：' || c.level_quote || '，' || c.quote as derivation,
    c.quote,
    c.char_start,
    c.char_end,
    c.passage_id,
    cast(null as varchar) as part_of,
    c.heading,
    c.sentence,
    least(c.confidence, c.level_confidence) as confidence,
    c.link_method,
    c.link_score,
    false as is_undated,
    false as is_accepted,
    false as is_overridden,
    c.reviewed_year,
    c.published_on,
    c.report_area_code,
    c.genre,
from rounded as c
