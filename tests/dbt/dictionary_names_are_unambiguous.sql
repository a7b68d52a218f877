-- No name and no alias, brought into comparable form, may mean two indicators of the same kind of unit.
select
    t.label_key,
    t.term_unit,
    t.unit_dimension,
    string_agg(distinct t.indicator_code, ', ') as indicator_codes,
from {{ ref('int_dictionary_terms') }} as t
group by t.label_key, t.term_unit, t.unit_dimension
having count(distinct t.indicator_code) > 1
