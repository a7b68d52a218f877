{#- The change on the year before: in points for shares, in percent for all else. -#}
{% macro yoy_change(value, previous, dimension) -%}
    case
        when {{ dimension }} = 'share' then cast({{ value }} - {{ previous }} as double)
        when {{ previous }} <> 0
            then round(100 * (cast({{ value }} as double) / cast({{ previous }} as double) - 1), 4)
    end
{%- endmacro %}
