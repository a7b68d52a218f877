{#- A decimal as the double nearest to it: the plain cast goes through the digits without their point, and gives
    51900000000000.01 for 51.9万亿. -#}
{% macro as_double(value) -%}
    case
        when {{ value }} = trunc({{ value }}) then cast(cast({{ value }} as hugeint) as double)
        else cast(cast({{ value }} as varchar) as double)
    end
{%- endmacro %}
