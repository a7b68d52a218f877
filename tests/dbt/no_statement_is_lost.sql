-- Every statement of a current report that no correction drops is one observation, and no other is.
with wanted as (
    select s.statement_id,
    from {{ ref('stg_statements') }} as s
    inner join {{ ref('stg_reports') }} as r
        on s.report_id = r.report_id and s.report_version = r.report_version
    where
        r.is_current
        and not exists (
            select 1, from {{ ref('stg_corrections') }} as c
            where c.statement_key = s.statement_key and c.action = 'drop'
        )
),

found as (
    select statement_id, from {{ ref('fct_observation') }}
    where not is_derived
)

select
    w.statement_id as wanted_statement_id,
    f.statement_id as found_statement_id,
from wanted as w
full outer join found as f on w.statement_id = f.statement_id
where w.statement_id is null or f.statement_id is null
