with overlaid as (
    {{ with_overlay(
        'label_words',
        ['word', 'facet', 'code'],
        ['word', 'facet'],
    ) }}
)

select
    -- names are compared without their brackets, so are the words in them
    regexp_replace(word, '[（）()]', '', 'g') as word,
    facet,
    coalesce(code, '') as code,
    is_overlay,
from overlaid
