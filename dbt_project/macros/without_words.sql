{#- A name without the words of one facet of the data file, longest first. -#}
{% macro without_words(expression, facet) -%}
    list_reduce(
        list_prepend(
            {{ expression }},
            (
                select list(word order by length(word) desc, word)
                from {{ ref('stg_label_words') }}
                where facet = '{{ facet }}'
            )
        ),
        (done, word) -> replace(done, word, '')
    )
{%- endmacro %}
