-- Bringing a name into comparable form a second time changes nothing: the words of the data file do not undo
-- or repeat one another.
select
    t.label_key,
    {{ label_key('t.label_key') }} as again,
from {{ ref('int_dictionary_terms') }} as t
where again <> t.label_key
