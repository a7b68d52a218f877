-- Parts beside their total. Parts that come to more than the total are always a conflict; parts that come to
-- less only where the list is meant to be complete: in brackets without 含 or 其中, ending with 其他, reaching
-- nearly all of the total, or three and more parts in one bracket that reach most of it.
with parts as (
    select
        p.statement_id,
        p.part_of,
        p.report_id,
        p.obs_value,
        {{ tolerance('p') }} as part_tolerance,
        p.quote,
        p.indicator_label,
        p.char_start,
        p.unit_code,
        p.time_period,
        substr(
            r.text, lag(p.char_end) over same_total + 1, p.char_start - lag(p.char_end) over same_total
        ) as text_between,
        r.text,
    from {{ ref('int_observations_stated') }} as p
    inner join
        {{ ref('stg_reports') }} as r
        on p.report_id = r.report_id and p.report_version = r.report_version
    where p.part_of is not null and p.measure = 'level' and p.obs_value is not null
    window same_total as (partition by p.part_of, p.unit_code order by p.char_start)
),

-- 2409所（含独立学院309所）within a list is a part of that part
own_parts as (
    select *, from parts
    where not regexp_matches(coalesce(text_between, ''), '[（(][^）)]*(含|其中|包括)[^）)]*$')
),

running as (
    select
        *,
        sum(obs_value) over (partition by part_of, unit_code order by char_start) as sum_so_far,
    from own_parts
),

sums as (
    select
        t.statement_id,
        t.statement_key,
        t.indicator_code,
        t.area_code,
        t.scope,
        t.period_type,
        t.time_period,
        t.obs_value as total,
        t.quote,
        {{ tolerance('t') }} as total_tolerance,
        sum(p.obs_value) as sum_of_parts,
        sum(p.part_tolerance) as parts_tolerance,
        count(*) as number_of_parts,
        bool_or(abs(p.sum_so_far - t.obs_value) <= p.part_tolerance + {{ tolerance('t') }}) as adds_up,
        bool_or(regexp_matches(p.indicator_label, '(其他|其它|其余)')) as has_rest,
        min_by(p.statement_id, p.char_start) as first_part,
        string_agg(p.quote, '、' order by p.char_start) as part_quotes,
        any_value(substr(p.text, t.char_end + 1, 12)) as text_after,
    from running as p
    inner join {{ ref('int_observations_stated') }} as t
        on p.part_of = t.statement_id and p.unit_code = t.unit_code and p.time_period = t.time_period
    inner join {{ ref('int_indicators') }} as i on t.indicator_code = i.indicator_code
    where t.measure = 'level' and t.obs_value is not null and i.aggregation <> 'none' and t.unit_code <> '%'
    group by all
),

judged as (
    select
        *,
        sum_of_parts - total as difference,
        total_tolerance + parts_tolerance as tolerance,
        regexp_matches(text_after, '^\s*[（(]') as in_brackets,
        regexp_matches(text_after, '^\s*[，,；;：:（(]?(含|其中|包括)') as is_selection,
    from sums
)

select
    'component_sum' as conflict_type,
    indicator_code,
    area_code,
    scope,
    period_type,
    time_period,
    statement_id as left_statement_id,
    first_part as right_statement_id,
    total as left_value,
    sum_of_parts as right_value,
    difference,
    tolerance,
    quote as left_quote,
    part_quotes as right_quote,
    '合计 ' || quote || ' 与各部分之和（' || part_quotes || '）不符' as explanation,
from judged
where
    not adds_up
    and (
        difference > tolerance
        or (
            difference < -tolerance
            and number_of_parts >= 2
            and (
                has_rest
                or (in_brackets and not is_selection)
                or sum_of_parts >= {{ var('complete_share') }} * total
                or (
                    in_brackets
                    and number_of_parts >= 3
                    and sum_of_parts >= {{ var('bracket_share') }} * total
                )
            )
        )
    )
