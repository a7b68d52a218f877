{#- One step in reading a name: finds the longest word of one facet in what is left of each name, notes what
    it says, and takes it out; of two words of one length the later one, which in Chinese is the head.
    `source` holds id, rest and the columns named in `carry`. -#}
{% macro take_facet(source, facet, carry) -%}
    {%- set weight = 'length(w.word) * 1000 + strpos(s.rest, w.word)' -%}
    select
        s.label_key,
        {% for column in carry %}s.{{ column }},
        {% endfor %}coalesce(arg_max(w.code, {{ weight }}), '') as {{ facet }},
        case
            when count(w.word) = 0 then s.rest
            else replace(s.rest, arg_max(w.word, {{ weight }}), '')
        end as rest,
    from {{ source }} as s
    left join {{ ref('stg_label_words') }} as w on w.facet = '{{ facet }}' and contains(s.rest, w.word)
    group by s.label_key, s.rest{% for column in carry %}, s.{{ column }}{% endfor %}
{%- endmacro %}
