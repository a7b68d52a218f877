{#- The fields of a statement that a correction may override. -#}
{% macro correctable_fields() -%}
    {{ return((
        'low', 'high', 'value', 'unit', 'qualifier', 'indicator', 'kind', 'modality', 'measure', 'year', 'base_year',
        'period_type', 'scope',
    )) }}
{%- endmacro %}
