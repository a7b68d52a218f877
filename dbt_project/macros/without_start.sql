{#- A text without the first of some beginnings that it starts with. -#}
{% macro without_start(expression, beginnings) -%}
    case
        {% for beginning in beginnings %}when starts_with({{ expression }}, {{ beginning }})
            then substr({{ expression }}, length({{ beginning }}) + 1)
        {% endfor %}else {{ expression }}
    end
{%- endmacro %}
