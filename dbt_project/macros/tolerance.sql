{#- How far a figure may be from what it stands for: half of its last digit, and a share more where the report
    says about, nearly or over. -#}
{% macro tolerance(row, value='obs_value') -%}
    ({{ row }}.half_step + case
        when {{ row }}.qualifier = 'exact' then 0
        else {{ var('about_share') }} * abs(cast({{ row }}.{{ value }} as double))
    end)
{%- endmacro %}
