-- Everything stated and everything implied, in one shape.
{% set columns = [
    'observation_id', 'report_id', 'report_version', 'statement_id', 'statement_key', 'evidence_statement_id',
    'indicator_code', 'indicator_label', 'label_key', 'area_code', 'scope', 'time_period', 'base_year',
    'period_type', 'kind', 'modality', 'measure', 'obs_value', 'value_low', 'value_high', 'unit_code',
    'qualifier', 'half_step', 'obs_status', 'is_derived', 'derivation', 'quote', 'char_start', 'char_end',
    'passage_id', 'part_of', 'heading', 'sentence', 'confidence', 'link_method', 'link_score', 'is_undated',
    'is_accepted', 'is_overridden', 'reviewed_year', 'published_on', 'report_area_code', 'genre',
] %}
select
    {{ columns | join(',\n    ') }},
from {{ ref('int_observations_stated') }}
union all
select
    {{ columns | join(',\n    ') }},
from {{ ref('int_observations_derived') }}
