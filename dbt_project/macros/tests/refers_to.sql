{#- Every value of a column is there in the table it refers to; an empty one refers to nothing. -#}
{% test refers_to(model, column_name, to, field) %}
    select distinct child.{{ column_name }}
    from {{ model }} as child
    left join {{ to }} as parent on child.{{ column_name }} = parent.{{ field }}
    where child.{{ column_name }} is not null and parent.{{ field }} is null
{% endtest %}
