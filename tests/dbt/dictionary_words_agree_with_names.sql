-- Where a dictionary name is made of known words alone, they must say what its columns say: else names that
-- are put together of the same words would link elsewhere. A user's own indicator is found by its name.
select
    i.indicator_code,
    l.label_key,
    l.concept,
    l.level_of_schooling,
    l.population,
    l.ownership,
from {{ ref('stg_indicators') }} as i
inner join {{ ref('int_dictionary_terms') }} as t
    on i.indicator_code = t.indicator_code and t.link_method = 'exact'
inner join {{ ref('int_labels') }} as l on t.label_key = l.label_key
where
    not i.is_overlay
    and l.rest = ''
    and l.concept <> ''
    and (
        l.concept <> i.concept
        or l.level_of_schooling <> i.level_of_schooling
        or l.population <> i.population
        or l.ownership <> i.ownership
    )
