-- Rates that do not fit their counts: 甲占乙 where both counts are told in the report, a part told with its
-- total and its share of it (教师90人，其中女教师60人，占教师的66.7%), a share told with what it is of
-- (完成计划90个的95%), and a rate right after the two counts it is worked out of (录入301条，整改301条，整改率100%).
with levels as (
    select
        o.*,
        lag(o.statement_id) over in_text as one_before,
        lag(o.statement_id, 2) over in_text as two_before,
    from {{ ref('int_observations_stated') }} as o
    where o.measure = 'level' and o.modality = 'actual' and o.obs_value is not null
    window in_text as (partition by o.passage_id order by o.char_start)
),

shares as (
    select
        r.statement_id,
        n.statement_id as part_id,
        d.statement_id as whole_id,
        false as may_exceed,
    from levels as r
    inner join levels as n
        on
            r.report_id = n.report_id
            and split_part(r.label_key, '占', 1) = n.label_key
            and r.time_period = n.time_period
            -- 民办教师 of another paragraph are others
            and abs(r.char_start - n.char_start) <= {{ var('count_distance') }}
    inner join levels as d
        on
            r.report_id = d.report_id
            and regexp_replace(split_part(r.label_key, '占', 2), '(总数|总量|总规模)?(比例)?$', '') = d.label_key
            and r.time_period = d.time_period
    where
        r.unit_code = '%'
        and contains(r.label_key, '占')
        -- 教师 may be those of any school
        and d.label_key not in (
            select w.word, from {{ ref('stg_label_words') }} as w
            where w.facet = 'generic'
        )
    qualify row_number() over (
        partition by r.statement_id
        order by abs(r.char_start - n.char_start) + abs(r.char_start - d.char_start)
    ) = 1
),

parts as (
    select
        r.statement_id,
        n.statement_id as part_id,
        d.statement_id as whole_id,
        false as may_exceed,
    from levels as r
    inner join levels as n on r.one_before = n.statement_id
    inner join levels as d on n.part_of = d.statement_id
    where
        r.unit_code = '%'
        and (
            (
                split_part(r.label_key, '占', 1) in (n.label_key, '')
                and regexp_matches(r.label_key, '占..')
                and ends_with(
                    d.label_key,
                    regexp_replace(split_part(r.label_key, '占', 2), '(总数|总量|总规模)?(比例)?$', '')
                )
            )
            -- 招聘教师400名，其中研究生160名，占40%: its share of the total just told
            or r.label_key = n.label_key || '比例'
        )
),

of_each_other as (
    select
        r.statement_id,
        n.statement_id as part_id,
        d.statement_id as whole_id,
        true as may_exceed,
    from levels as r
    inner join levels as d on r.one_before = d.statement_id
    inner join levels as n on r.two_before = n.statement_id
    where
        r.unit_code = '%'
        and contains(r.sentence, d.quote || '的' || r.quote)
        and regexp_matches(
            split_part(split_part(r.sentence, n.quote, 2), d.quote || '的' || r.quote, 1),
            '^[，,]?(占|完成|达到|实现)[^，。；,;]{0,16}$'
        )
),

neighbours as (
    select
        r.statement_id,
        n.statement_id as part_id,
        d.statement_id as whole_id,
        false as may_exceed,
    from levels as r
    inner join levels as n on r.one_before = n.statement_id
    inner join levels as d on r.two_before = d.statement_id
    where
        r.unit_code = '%'
        -- 隐患整改率: the whole is of 隐患, and only the part is 整改
        and regexp_matches(r.label_key, '....率$')
        and contains(n.label_key, regexp_extract(r.label_key, '(..)率$', 1))
        and not contains(d.label_key, regexp_extract(r.label_key, '(..)率$', 1))
        and contains(d.label_key, regexp_extract(r.label_key, '(..)..率$', 1))
),

-- 参加高考5210人，本科上线4950人，本科上线率95.0%: the rate of the count before it, of the one before that,
-- unless that is plainly another whole
rates_of_counts as (
    select
        r.statement_id,
        n.statement_id as part_id,
        d.statement_id as whole_id,
        false as may_exceed,
    from levels as r
    inner join levels as n on r.one_before = n.statement_id
    inner join levels as d on r.two_before = d.statement_id
    where
        r.unit_code = '%'
        and r.label_key = n.label_key || '率'
        and d.obs_value > 0
        and abs(100 * cast(n.obs_value as double) / cast(d.obs_value as double) - r.obs_value)
        <= {{ var('rate_near_points') }}
),

fractions as (
    {% for part in ['shares', 'parts', 'of_each_other', 'neighbours', 'rates_of_counts'] %}
        select
            statement_id,
            part_id,
            whole_id,
            may_exceed,
        from {{ part }}
        {{ 'union' if not loop.last }}
    {% endfor %}
),

compared as (
    select
        r.*,
        n.statement_id as part_id,
        n.quote as part_quote,
        d.quote as whole_quote,
        round(100 * cast(n.obs_value as double) / cast(d.obs_value as double), 6) as computed_rate,
        {{ tolerance('r') }}
        + 100
        * (
            {{ tolerance('n') }} * abs(cast(d.obs_value as double))
            + {{ tolerance('d') }} * abs(cast(n.obs_value as double))
        )
        / power(cast(d.obs_value as double), 2) as tolerance,
    from fractions as f
    inner join levels as r on f.statement_id = r.statement_id
    inner join levels as n on f.part_id = n.statement_id
    inner join levels as d on f.whole_id = d.statement_id
    where
        n.unit_code = d.unit_code
        and n.unit_code <> '%'
        and d.obs_value <> 0
        and (f.may_exceed or n.obs_value <= d.obs_value)
        and n.area_code = d.area_code
        and n.scope = d.scope
        and n.period_type = d.period_type
        and n.period_type = r.period_type
)

select
    'rate_vs_count' as conflict_type,
    indicator_code,
    area_code,
    scope,
    period_type,
    time_period,
    statement_id as left_statement_id,
    part_id as right_statement_id,
    obs_value as left_value,
    cast(computed_rate as decimal(38, 8)) as right_value,
    cast(obs_value - computed_rate as decimal(38, 8)) as difference,
    tolerance,
    quote as left_quote,
    part_quote || '／' || whole_quote as right_quote,
    '比率 ' || quote || ' 与计数（' || part_quote || '／' || whole_quote || '）不符' as explanation,
from compared
where abs(obs_value - computed_rate) > tolerance
-- one row a rate: its nearest fraction
qualify row_number() over (partition by statement_id order by abs(obs_value - computed_rate), part_id) = 1
