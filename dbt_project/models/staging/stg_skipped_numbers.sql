select
    report_id,
    report_version,
    passage_id,
    start as char_start,
    "end" as char_end,
    quote,
    reason,
from {{ source('landing', 'skipped_numbers') }}
