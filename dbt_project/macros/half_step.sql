{#- Half of the last digit as written: 18.13万 may stand for anything within 50 of 181300. A count written
    out in full (563名) is exact. -#}
{% macro half_step(quote, value, dimension) -%}
    {%- set digits -%}
        replace(
            regexp_extract(translate({{ quote }}, '０１２３４５６７８９．，', '0123456789.,'), '[0-9][0-9,]*([.][0-9]+)?'),
            ',', ''
        )
    {%- endset -%}
    case
        when {{ value }} is null or {{ digits }} = '' then 0
        when try_cast({{ digits }} as double) = 0 then 0.5
        when
            strpos({{ digits }}, '.') = 0
            and abs({{ value }}) = try_cast({{ digits }} as double)
            and {{ dimension }} in ('people', 'count', 'visits', 'households', 'pairs', 'lessons', 'trips', 'rank')
            then 0
        else
            0.5
            * power(10, -length(split_part({{ digits }}, '.', 2)))
            * round(abs(cast({{ value }} as double)) / try_cast({{ digits }} as double), 10)
    end
{%- endmacro %}
