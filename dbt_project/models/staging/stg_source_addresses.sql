with overlaid as (
    {{ with_overlay(
        'source_addresses',
        ['source_id', 'reviewed_year', 'published_on', 'url'],
        ['source_id', 'reviewed_year'],
    ) }}
)

select
    source_id,
    cast(reviewed_year as integer) as reviewed_year,
    cast(published_on as date) as published_on,
    url,
    is_overlay,
from overlaid
