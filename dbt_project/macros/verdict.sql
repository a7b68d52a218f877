{#- The bound that a target sets: the upper one where less is better or only that is given, else the lower. -#}
{% macro target_bound(low, high, direction) -%}
    case
        when {{ low }} is null then {{ high }}
        when {{ high }} is null then {{ low }}
        when {{ direction }} = 'less_is_better' then {{ high }}
        else {{ low }}
    end
{%- endmacro %}

{#- Whether an outcome meets a target. A target told with 左右, 约 or 近 may be missed by a small share. -#}
{% macro is_met(low, high, direction, qualifier, outcome) -%}
    {%- set bound = target_bound(low, high, direction) -%}
    case
        when {{ low }} is null or ({{ high }} is not null and {{ direction }} = 'less_is_better')
            then
                cast({{ outcome }} as double)
                <= cast({{ bound }} as double) + {{ allowance(qualifier, bound) }}
        else
            cast({{ outcome }} as double)
            >= cast({{ bound }} as double) - {{ allowance(qualifier, bound) }}
    end
{%- endmacro %}

{% macro allowance(qualifier, bound) -%}
    case when {{ qualifier }} in ('about', 'nearly') then {{ var('about_share') }} * abs(cast({{ bound }} as double)) else 0 end
{%- endmacro %}
