{#- The rows of a seed with the user's rows laid over it: where both have the key, the user's row counts.
    Texts are trimmed; an empty text is null. -#}
{% macro with_overlay(name, columns, key) -%}
    {%- set base = ref(name) -%}
    {%- set over = source('overlay', name) -%}
    select
        {% for column in columns %}nullif(trim(o.{{ column }}), '') as {{ column }},
        {% endfor %}true as is_overlay,
    from {{ over }} as o
    union all
    select
        {% for column in columns %}nullif(trim(b.{{ column }}), '') as {{ column }},
        {% endfor %}false as is_overlay,
    from {{ base }} as b
    where not exists (
        select 1
        from {{ over }} as o
        where {% for column in key %}{{ 'and ' if not loop.first }}coalesce(trim(o.{{ column }}), '') = coalesce(trim(b.{{ column }}), '')
        {% endfor %}
    )
{%- endmacro %}
