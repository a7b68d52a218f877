-- The numbers of every current report that state no figure, each with the reason.
select
    s.report_id,
    s.report_version,
    s.passage_id,
    s.char_start,
    s.char_end,
    s.quote,
    s.reason,
from {{ ref('stg_skipped_numbers') }} as s
inner join {{ ref('stg_reports') }} as r
    on s.report_id = r.report_id and s.report_version = r.report_version
where r.is_current
