-- Corrections that may be applied. One that fits no statement, or expects another value than the report now
-- gives, stops the build and says which row to mend.
with current_statements as (
    select s.*
    from {{ ref('stg_statements') }} as s
    inner join {{ ref('stg_reports') }} as r using (report_id, report_version)
    where r.is_current
),

matched as (
    select
        c.statement_key,
        c.action,
        c.field_name,
        c.expect,
        c.new_value,
        c.reason,
        c.author,
        c.decided_on,
        s.statement_id,
        case c.field_name
            when 'low' then cast(s.low as varchar)
            when 'high' then cast(s.high as varchar)
            when 'value' then cast(coalesce(s.low, s.high) as varchar)
            when 'unit' then s.unit
            when 'qualifier' then s.qualifier
            when 'indicator' then s.indicator_label
            when 'kind' then s.kind
            when 'modality' then s.modality
            when 'measure' then s.measure
            when 'year' then cast(s.statement_year as varchar)
            when 'base_year' then cast(s.base_year as varchar)
            when 'period_type' then s.period_type
            when 'scope' then s.scope
        end as found,
    from {{ ref('stg_corrections') }} as c
    left join current_statements as s on c.statement_key = s.statement_key
),

judged as (
    select
        *,
        case
            when statement_id is null then 'matches no statement of a current report; remove the row or mend its statement_key'
            when action is null or action not in ('accept', 'override', 'drop') then 'has no action accept, override or drop'
            when reason is null then 'gives no reason'
            when action = 'override' and found is null and field_name is null then 'names no field to override'
            when
                expect is not null
                and expect is distinct from found
                and try_cast(expect as decimal(38, 10)) is distinct from try_cast(found as decimal(38, 10))
                then 'expects ' || expect || ' but the report gives ' || coalesce(found, 'nothing')
            when
                expect is not null
                and try_cast(expect as decimal(38, 10)) is null
                and expect is distinct from found
                then 'expects ' || expect || ' but the report gives ' || coalesce(found, 'nothing')
        end as fault,
    from matched
)

select
    statement_key,
    statement_id,
    action,
    field_name,
    expect,
    new_value,
    reason,
    author,
    decided_on,
    case
        when fault is not null
            then error('corrections.csv: the row for ' || statement_key || coalesce(' (' || field_name || ') ', ' ') || fault)
        else true
    end as is_checked,
from judged
