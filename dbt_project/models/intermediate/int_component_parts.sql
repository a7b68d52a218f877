-- The parts of each total that may be added up: in its unit, of its year and, where that is known, of its
-- concept (children taken in are no part of children enrolled). Parts of a part, and what is told beside the
-- total, are left out.
with parts as (
    select
        t.statement_id as total_id,
        p.statement_id,
        p.obs_value,
        {{ tolerance('p') }} as part_tolerance,
        p.quote,
        p.indicator_label,
        p.char_start,
        substr(r.text, t.char_end + 1, 12) as text_after_total,
        -- whether the part stands in the bracket right after the total
        regexp_matches(
            substr(r.text, t.char_end + 1, greatest(p.char_start - t.char_end, 0)), '^\s*[（(][^）)]*$'
        ) as in_bracket,
        not contains(
            substr(r.text, t.char_end + 1, greatest(p.char_start - t.char_end, 0)), chr(10)
        ) as in_paragraph,
        pl.concept,
        tl.concept as total_concept,
        substr(
            r.text, lag(p.char_end) over same_total + 1, p.char_start - lag(p.char_end) over same_total
        ) as text_between,
    from {{ ref('int_observations_stated') }} as p
    inner join {{ ref('int_observations_stated') }} as t
        on p.part_of = t.statement_id and p.unit_code = t.unit_code and p.time_period = t.time_period
    inner join {{ ref('int_indicators') }} as i on t.indicator_code = i.indicator_code
    inner join {{ ref('int_labels') }} as pl on p.label_key = pl.label_key
    inner join {{ ref('int_labels') }} as tl on t.label_key = tl.label_key
    inner join {{ ref('stg_reports') }} as r
        on p.report_id = r.report_id and p.report_version = r.report_version
    where
        p.measure = 'level'
        and t.measure = 'level'
        and p.obs_value is not null
        and t.obs_value is not null
        and t.unit_code <> '%'
        and i.aggregation <> 'none'
        and (pl.concept = '' or tl.concept = '' or pl.concept = tl.concept)
        -- 抽检量超每千人6.5批次，其中开展抽检4万批次: told by another measure
        and p.obs_value < 100 * t.obs_value
        -- 另有教学点3所, 不含培训机构2万所: beside the total, not in it
        and not regexp_matches(
            regexp_extract(right(left(r.text, p.char_start), 24), '[^，,；;。、（(]*$'), '另有|另外|不含|不包括'
        )
    window same_total as (partition by p.part_of order by p.char_start)
),

-- 2663所（含独立学院265所）。其中，本科院校…: two breakdowns, of which the selection in the bracket is left out,
-- else what comes after it; and where most parts are of the total's concept, one that tells none is another
told as (
    select
        *,
        bool_or(in_bracket) over all_parts as has_bracket,
        bool_or(not in_bracket) over all_parts as has_others,
        regexp_matches(text_after_total, '^\s*[（(]\s*(含|其中|包括)') as is_selection,
        count(*) filter (where concept = total_concept) over all_parts as parts_of_concept,
        count(*) over all_parts as number_of_parts,
        bool_and(in_paragraph) over all_parts as are_together,
    from parts
    window all_parts as (partition by total_id)
)

select
    total_id,
    statement_id,
    obs_value,
    part_tolerance,
    quote,
    indicator_label,
    char_start,
    text_after_total,
    are_together,
    sum(obs_value) over (partition by total_id order by char_start) as sum_so_far,
    sum(part_tolerance) over (partition by total_id order by char_start) as tolerance_so_far,
from told
where
    -- 2409所（含独立学院309所）within a list is a part of that part
    not regexp_matches(coalesce(text_between, ''), '[（(][^）)]*(含|其中|包括)[^）)]*$')
    and not (has_bracket and has_others and in_bracket = is_selection)
    and not (total_concept not in ('', 'schools') and concept = '' and parts_of_concept > number_of_parts / 2)
