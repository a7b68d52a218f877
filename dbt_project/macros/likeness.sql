{#- How alike two names are: the share of neighbouring pairs of characters that they have in common (Dice). -#}
{% macro likeness(left_name, right_name) -%}
    2.0 * len(list_intersect({{ character_pairs(left_name) }}, {{ character_pairs(right_name) }}))
    / greatest(len({{ character_pairs(left_name) }}) + len({{ character_pairs(right_name) }}), 1)
{%- endmacro %}

{% macro character_pairs(name) -%}
    list_distinct(list_transform(range(1, length({{ name }})), i -> substr({{ name }}, cast(i as bigint), 2)))
{%- endmacro %}
