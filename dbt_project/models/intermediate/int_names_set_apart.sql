-- Names that a person said mean none of the indicators proposed: an alias without a code.
select
    {{ label_key('a.alias') }} as label_key,
    a.unit as link_unit,
    min(a.alias) as alias,
from {{ ref('stg_indicator_aliases') }} as a
where a.indicator_code is null
group by 1, 2
