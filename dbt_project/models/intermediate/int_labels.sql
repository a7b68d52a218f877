-- Each name, of a report or of the dictionary, taken apart into the words it is made of. What is left in
-- `rest` no word of the data file explains. `core` is the name without weak words (学校, 总, 规模), and
-- `telling` are all words in it that tell one thing from another (民办, 新增, 女童, 非). `letters` are those of the
-- core in order: 普惠性民办园新增 is 新增普惠性民办园.
with names as (
    select label_key,
    from {{ ref('int_statement_labels') }}
    union
    select label_key,
    from {{ ref('int_dictionary_terms') }}
),

whole as (
    select
        label_key,
        label_key as rest,
    from names
),

by_concept as (
    {{ take_facet('whole', 'concept', []) }}
),

by_population as (
    {{ take_facet('by_concept', 'population', ['concept']) }}
),

by_ownership as (
    {{ take_facet('by_population', 'ownership', ['concept', 'population']) }}
),

by_level as (
    {{ take_facet('by_ownership', 'level', ['concept', 'population', 'ownership']) }}
),

told as (
    select
        n.label_key,
        string_agg(distinct w.word, ' ' order by w.word) as telling,
    from names as n
    inner join {{ ref('stg_label_words') }} as w
        on
            w.facet in ('concept', 'population', 'ownership', 'level', 'act', 'contrast')
            and contains(n.label_key, w.word)
    group by n.label_key
),

read as (
    select
        b.label_key,
        b.concept,
        b.population,
        b.ownership,
        b.level as level_of_schooling,
        b.rest,
        coalesce(t.telling, '') as telling,
        {{ without_words('b.label_key', 'weak') }} as core,
        regexp_extract_all(b.label_key, '[0-9A-Za-z.%]+') as figures,
    from by_level as b
    left join told as t on b.label_key = t.label_key
)

select
    label_key,
    concept,
    population,
    ownership,
    level_of_schooling,
    rest,
    telling,
    core,
    array_to_string(list_sort(string_split(core, '')), '') as letters,
    figures,
from read
