-- Parts beside their total. Parts that come to more than the total are always a conflict; parts that come to
-- less only where the list is meant to be complete: in brackets without 含 or 其中, ending with 其他, reaching
-- nearly all of the total, or three and more parts in one bracket that reach most of it.
with sums as (
    select
        t.statement_id,
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
        array_agg(p.obs_value) as parts,
        bool_or(abs(p.sum_so_far - t.obs_value) <= p.tolerance_so_far + {{ tolerance('t') }}) as adds_up,
        bool_or(regexp_matches(p.indicator_label, '(其他|其它|其余)')) as has_rest,
        min_by(p.statement_id, p.char_start) as first_part,
        string_agg(p.quote, '、' order by p.char_start) as part_quotes,
        any_value(p.text_after_total) as text_after,
        bool_and(p.are_together) as are_together,
    from {{ ref('int_component_parts') }} as p
    inner join {{ ref('int_observations_stated') }} as t on p.total_id = t.statement_id
    group by all
),

judged as (
    select
        *,
        sum_of_parts - total as difference,
        total_tolerance + parts_tolerance as tolerance,
        -- a long list may name a body apart that is counted within another (民办高校 and its 独立学院)
        number_of_parts >= 4
        and len(
            list_filter(parts, part -> abs(sum_of_parts - part - total) <= total_tolerance + parts_tolerance)
        ) > 0 as adds_up_but_for_one,
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
    and not adds_up_but_for_one
    and (
        -- one figure more than twice its total is told of something else
        (difference > tolerance and (number_of_parts >= 2 or sum_of_parts <= 2 * total))
        or (
            difference < -tolerance
            and number_of_parts >= 2
            and (
                has_rest
                or (in_brackets and not is_selection)
                -- beside one part that is nearly all, a small one that is not told goes unnoticed, and a list
                -- over several paragraphs need not be whole
                or (
                    are_together
                    and sum_of_parts >= {{ var('complete_share') }} * total
                    and list_max(parts) <= {{ var('dominant_share') }} * total
                )
                or (
                    in_brackets
                    and number_of_parts >= 3
                    and sum_of_parts >= {{ var('bracket_share') }} * total
                )
            )
        )
    )
