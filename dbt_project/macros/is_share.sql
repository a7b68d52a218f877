{#- Whether a name in percent is a share of a whole, which lies within 0 and 100; a growth, a gross rate or a
    rate of fulfilment may exceed it. -#}
{% macro is_share(dimension, label) -%}
    (
        {{ dimension }} = 'share'
        and regexp_matches({{ label }}, '(率|比例|占)')
        and not regexp_matches({{ label }}, '(增|毛|升学|完成|涨|降|幅|产销|任务|计划|目标|进度|负债|收益|回报|利润|周转|储备)')
    )
{%- endmacro %}
