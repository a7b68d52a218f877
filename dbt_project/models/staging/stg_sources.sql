with overlaid as (
    {{ with_overlay(
        'sources',
        ['source_id', 'publisher', 'area_code', 'genre', 'listing_url', 'title_pattern', 'first_year', 'media_type', 'note'],
        ['source_id'],
    ) }}
)

select
    source_id,
    publisher,
    area_code,
    genre,
    listing_url,
    title_pattern,
    cast(first_year as integer) as first_year,
    media_type,
    note,
    is_overlay,
from overlaid
