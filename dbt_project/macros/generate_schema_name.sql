{#- Schemas are called exactly as configured (staging, intermediate, marts, reference, quality), without a prefix. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
