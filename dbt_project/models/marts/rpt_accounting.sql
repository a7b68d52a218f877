{% set reasons = ['date', 'ordinal', 'name', 'threshold', 'heading', 'footnote', 'list_number', 'other'] %}
with stated as (
    select
        report_id,
        report_version,
        count(*) as statements,
        sum(len(regexp_extract_all(quote, '[0-9０-９]+'))) as digit_runs_in_statements,
    from {{ ref('stg_statements') }}
    group by report_id, report_version
),

skipped as (
    select
        report_id,
        report_version,
        sum(len(regexp_extract_all(quote, '[0-9０-９]+'))) as digit_runs_skipped,
        {% for reason in reasons %}
            coalesce(
                sum(len(regexp_extract_all(quote, '[0-9０-９]+'))) filter (where reason = '{{ reason }}'), 0
            ) as skipped_{{ reason }},
        {% endfor %}
    from {{ ref('stg_skipped_numbers') }}
    group by report_id, report_version
)

select
    r.report_id,
    r.report_version,
    r.is_current,
    r.title,
    cast(r.digit_runs as integer) as digit_runs,
    cast(coalesce(s.statements, 0) as integer) as statements,
    cast(coalesce(s.digit_runs_in_statements, 0) as integer) as digit_runs_in_statements,
    cast(coalesce(k.digit_runs_skipped, 0) as integer) as digit_runs_skipped,
    {% for reason in reasons %}cast(coalesce(k.skipped_{{ reason }}, 0) as integer) as skipped_{{ reason }},
    {% endfor %}cast(
        r.digit_runs - coalesce(s.digit_runs_in_statements, 0) - coalesce(k.digit_runs_skipped, 0) as integer
    ) as digit_runs_unaccounted,
from {{ ref('stg_reports') }} as r
left join stated as s on r.report_id = s.report_id and r.report_version = s.report_version
left join skipped as k on r.report_id = k.report_id and r.report_version = k.report_version
