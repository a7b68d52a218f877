{#- Whether two period types are of the same kind where levels are compared: a year's end and the year it ends
    (年末, 现有) are, half years, school years and spans of years are not. -#}
{% macro same_kind_of_year(left_type, right_type) -%}
    (
        {{ left_type }} = {{ right_type }}
        or ({{ left_type }} in ('annual', 'instant') and {{ right_type }} in ('annual', 'instant'))
    )
{%- endmacro %}
