with overlaid as (
    {{ with_overlay(
        'corrections',
        ['statement_key', 'action', 'field', 'expect', 'value', 'reason', 'author', 'decided_on'],
        ['statement_key', 'field'],
    ) }}
)

select
    statement_key,
    action,
    field as field_name,
    expect,
    value as new_value,
    reason,
    author,
    cast(decided_on as date) as decided_on,
    is_overlay,
from overlaid
