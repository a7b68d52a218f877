{#- The level of the base year that a level and its change imply; null where the two cannot tell. -#}
{% macro implied_level(level_value, change, measure, growth_basis) -%}
    case
        when {{ measure }} in ('change_abs', 'change_pp')
            then cast({{ level_value }} - {{ change }} as decimal(38, 8))
        when {{ growth_basis }} <> 'nominal' then null
        when {{ measure }} = 'change_pct' and {{ change }} > -100
            then cast(cast({{ level_value }} as double) / (1 + cast({{ change }} as double) / 100) as decimal(38, 8))
        when {{ measure }} = 'multiple' and {{ change }} > 0
            then cast(cast({{ level_value }} as double) / cast({{ change }} as double) as decimal(38, 8))
    end
{%- endmacro %}
