-- Corrections that may be applied. One that fits no statement, or expects another value than the report now
-- gives, stops the build and says which row to mend.
with current_statements as (
    select s.*,
    from {{ ref('stg_statements') }} as s
    inner join {{ ref('stg_reports') }} as r
        on s.report_id = r.report_id and s.report_version = r.report_version
    where r.is_current
),

matched as (
    select
        c.statement_key,
        c.action,
        coalesce(c.field_name, '') as field_name,
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

compared as (
    select
        *,
        expect is null
        or coalesce(expect = found, false)
        or coalesce(try_cast(expect as decimal(38, 10)) = try_cast(found as decimal(38, 10)), false)
            as is_as_expected,
    from matched
),

judged as (
    select
        *,
        case
            when
                statement_id is null
                then 'matches no statement of a current report: remove it or mend its key'
            when coalesce(action, '') not in ('accept', 'override', 'drop')
                then 'must say accept, override or drop as action'
            when reason is null then 'must give a reason'
            when action = 'override' and field_name not in {{ correctable_fields() }}
                then 'must name a field to override: ' || '{{ correctable_fields() | join(", ") }}'
            when
                not is_as_expected
                then 'expects ' || expect || ' but the report gives ' || coalesce(found, 'nothing')
        end as fault,
    from compared
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
        when fault is null then true
        else
            error(
                'corrections.csv: the row for '
                || concat_ws(', ', statement_key, nullif(field_name, ''))
                || ' '
                || fault
            )
    end as is_checked,
from judged
