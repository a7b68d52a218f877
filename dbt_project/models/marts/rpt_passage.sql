-- The text of every current report, so that a release can show each figure where it stands.
select
    p.report_id,
    p.report_version,
    p.passage_id,
    p.char_start,
    p.char_end,
    p.text as passage_text,
    p.heading,
    p.part,
    p.is_heading,
from {{ ref('stg_passages') }} as p
inner join {{ ref('stg_reports') }} as r
    on p.report_id = r.report_id and p.report_version = r.report_version
where r.is_current
