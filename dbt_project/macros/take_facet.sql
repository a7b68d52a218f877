{#- One step in reading a name: finds the longest word of one facet in what is left of each name, notes what
    it says, and takes it out. `source` holds id, rest and the columns named in `carry`. -#}
{% macro take_facet(source, facet, carry) -%}
    select
        s.label_key,
        {% for column in carry %}s.{{ column }},
        {% endfor %}coalesce(arg_max(w.code, length(w.word)), '') as {{ facet }},
        case
            when count(w.word) = 0 then s.rest
            else replace(s.rest, arg_max(w.word, length(w.word)), '')
        end as rest,
    from {{ source }} as s
    left join {{ ref('stg_label_words') }} as w on w.facet = '{{ facet }}' and contains(s.rest, w.word)
    group by s.label_key, s.rest{% for column in carry %}, s.{{ column }}{% endfor %}
{%- endmacro %}
