select
    report_id,
    report_version,
    passage_id,
    start as char_start,
    "end" as char_end,
    text,
    heading,
    part,
    is_heading,
from {{ source('landing', 'passages') }}
