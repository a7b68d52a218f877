with overlaid as (
    {{ with_overlay(
        'label_words',
        ['word', 'facet', 'code'],
        ['word', 'facet'],
    ) }}
)

select
    word,
    facet,
    coalesce(code, '') as code,
    is_overlay,
from overlaid
