{#- A figure times the factor of its unit, to the last digit: a double that is cast to a decimal goes through its
    digits without their point, and gives 51900000000000.005 for 51.9万亿. -#}
{% macro in_base_unit(value) -%}
    case
        when factor = 1 then cast({{ value }} as decimal(38, 8))
        else cast(cast(round(cast({{ value }} as double) * factor, 8) as varchar) as decimal(38, 8))
    end
{%- endmacro %}
