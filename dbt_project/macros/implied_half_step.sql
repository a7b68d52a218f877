{#- How far an implied level of the base year may be off by the rounding of the two figures it comes from. -#}
{% macro implied_half_step(row) -%}
    case
        when {{ row }}.measure in ('change_abs', 'change_pp') then {{ row }}.level_half_step + {{ row }}.half_step
        when {{ row }}.measure = 'change_pct'
            then
                {{ row }}.level_half_step / (1 + cast({{ row }}.obs_value as double) / 100)
                + abs(cast({{ row }}.implied_value as double)) * {{ row }}.half_step
                / (100 + cast({{ row }}.obs_value as double))
        else
            {{ row }}.level_half_step / cast({{ row }}.obs_value as double)
            + abs(cast({{ row }}.implied_value as double)) * {{ row }}.half_step / cast({{ row }}.obs_value as double)
    end
{%- endmacro %}
