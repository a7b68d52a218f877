-- Each name, of a report or of the dictionary, taken apart into the words it is made of. What is left in
-- `rest` no word of the data file explains.
with names as (
    select label_key from {{ ref('int_statement_labels') }}
    union
    select label_key from {{ ref('int_dictionary_terms') }}
),

whole as (
    select label_key, label_key as rest from names
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

acts as (
    select
        n.label_key,
        string_agg(distinct w.word, ' ' order by w.word) as acts,
    from names as n
    inner join {{ ref('stg_label_words') }} as w on w.facet = 'act' and contains(n.label_key, w.word)
    group by n.label_key
)

select
    b.label_key,
    b.concept,
    b.population,
    b.ownership,
    b.level as level_of_schooling,
    b.rest,
    coalesce(a.acts, '') as acts,
    regexp_extract_all(b.label_key, '[0-9A-Za-z.]+') as figures,
    list_distinct(string_split(b.label_key, '')) as characters,
from by_level as b
left join acts as a on b.label_key = a.label_key
