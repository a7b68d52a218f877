{#- A column holds nothing but words of a closed vocabulary. -#}
{% test one_of(model, column_name, values) %}
    select distinct {{ column_name }}
    from {{ model }}
    where {{ column_name }} is null or {{ column_name }} not in ('{{ values | join("', '") }}')
{% endtest %}
