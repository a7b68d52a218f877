"""A healthy warehouse passes, and every kind of damage is caught by the rule that is meant for it."""

from pathlib import Path

import pytest

from orchestration.quality import gate
from orchestration.quality.rules import load_rules
from tests.integration import candidates
from tests.integration.homes import Home

pytestmark = pytest.mark.slow

ONE = "(select statement_id from marts.fct_observation where not is_derived order by char_start limit 1)"
SHARE = (
    "(select statement_id from marts.fct_observation where unit_code = '%' and measure = 'level'"
    " and contains(indicator_label, '率') and not is_derived order by char_start limit 1)"
)
STATEMENT = "(select statement_id from staging.stg_statements order by char_start limit 1)"

# name of the damage: (statements that do it, the rules that must find it)
DAMAGES = {
    "a share of 192 %": (
        [f"update marts.fct_observation set value_low = 192, value_high = 192 where statement_id = {SHARE}"],
        ["marts.fct_observation.share_within_0_100"],
    ),
    "a negative count": (
        [
            "update marts.fct_observation set value_low = -5, value_high = -5 where observation_id ="
            " (select observation_id from marts.fct_observation"
            " inner join marts.dim_indicator using (indicator_code)"
            " where measure = 'level' and lower_bound = 0 and not is_derived limit 1)"
        ],
        ["marts.fct_observation.within_bounds"],
    ),
    "every span shifted by one": (
        ["update staging.stg_statements set char_start = char_start + 1, char_end = char_end + 1"],
        ["staging.stg_statements.quote_in_text"],
    ),
    "one span shifted by one": (
        [
            "update staging.stg_statements set char_start = char_start + 1, char_end = char_end + 1"
            f" where statement_id = {STATEMENT}"
        ],
        ["staging.stg_statements.quote_in_text", "marts.fct_observation.statement_exists"],
    ),
    "a skipped number shifted": (
        ["update staging.stg_skipped_numbers set char_start = char_start + 1, char_end = char_end + 1"],
        ["staging.stg_skipped_numbers.quote_in_text"],
    ),
    "a word of the text changed": (
        ["update staging.stg_reports set text = replace(text, '教育', '教肓')"],
        ["staging.stg_reports.text_hash", "staging.stg_passages.passages_tile_text"],
    ),
    "encoding damage": (
        ["update staging.stg_reports set text = replace(text, '教', chr(65533))"],
        ["staging.stg_reports.text_readable"],
    ),
    "a passage lost": (
        [
            "delete from staging.stg_passages"
            " where char_start = (select max(char_start) from staging.stg_passages)"
        ],
        ["staging.stg_passages.passages_tile_text"],
    ),
    "a third of the statements lost in landing": (
        ["delete from staging.stg_statements where hash(statement_id) % 3 = 0"],
        ["staging.stg_reports.every_digit_accounted", "marts.fct_observation.statement_exists"],
    ),
    "the last third of the report not read": (
        [
            "delete from staging.stg_statements where char_start * 3 >"
            " 2 * (select max(length(text)) from staging.stg_reports)"
        ],
        ["staging.stg_reports.every_digit_accounted"],
    ),
    "the skipped numbers lost": (
        ["delete from staging.stg_skipped_numbers"],
        ["staging.stg_reports.every_digit_accounted"],
    ),
    "a figure read twice": (
        [
            "insert into staging.stg_statements by name select * replace ('twice' as statement_id, 'k' as"
            f" statement_key) from staging.stg_statements where statement_id = {STATEMENT}"
        ],
        ["staging.stg_statements.no_digit_twice"],
    ),
    "a report landed twice": (
        ["insert into staging.stg_statements select * from staging.stg_statements"],
        ["staging.stg_statements.statement_unique", "staging.stg_statements.statement_key_unique"],
    ),
    "one report registered under two names": (
        [
            "insert into staging.stg_reports by name"
            " select * replace (report_id || '-b' as report_id) from staging.stg_reports"
        ],
        ["staging.stg_reports.same_text_once", "staging.stg_reports.no_report_lost"],
    ),
    "two current versions": (
        [
            "insert into staging.stg_reports by name"
            " select * replace (2::integer as report_version) from staging.stg_reports"
        ],
        ["staging.stg_reports.one_current_version"],
    ),
    "the digit runs miscounted": (
        ["update staging.stg_reports set digit_runs = digit_runs + 1"],
        ["staging.stg_reports.digit_runs_agree"],
    ),
    "a value ten thousand times too big": (
        [
            "update staging.stg_statements set low = low * 10000, high = high * 10000"
            " where statement_id = (select statement_id from staging.stg_statements"
            " where regexp_matches(quote, '^[0-9.]+万元$') limit 1)"
        ],
        ["staging.stg_statements.value_fits_quote"],
    ),
    "the scale 万 lost": (
        [
            "update staging.stg_statements set low = low / 10000, high = high / 10000"
            " where contains(quote, '万')"
        ],
        ["staging.stg_statements.value_fits_quote"],
    ),
    "the percent sign lost": (
        ["update staging.stg_statements set unit = '' where unit = '%'"],
        ["staging.stg_statements.unit_fits_quote"],
    ),
    "low and high swapped": (
        ["update marts.fct_observation set value_low = 8, value_high = 6 where statement_id = " + ONE],
        ["marts.fct_observation.low_not_above_high"],
    ),
    "a value lost": (
        ["update marts.fct_observation set obs_value = null where statement_id = " + ONE],
        ["marts.fct_observation.value_given"],
    ),
    "a year lost": (
        ["update marts.fct_observation set time_period = null where statement_id = " + ONE],
        ["marts.fct_observation.year_given"],
    ),
    "years misread": (
        ["update marts.fct_observation set time_period = 20222 where statement_id = " + ONE],
        ["marts.fct_observation.year_plausible", "marts.fct_observation.period_end_fits_year"],
    ),
    "what was reached told of the future": (
        ["update marts.fct_observation set time_period = time_period + 5 where modality = 'actual'"],
        ["marts.fct_observation.actual_not_in_future"],
    ),
    "year shifted beside its date": (
        ["update marts.rpt_indicator_series set time_period = time_period - 1"],
        ["marts.rpt_indicator_series.period_end_fits_year"],
    ),
    "a statement lost on the way": (
        ["delete from marts.fct_observation where statement_id = " + ONE],
        ["staging.stg_statements.no_statement_lost"],
    ),
    "an orphan indicator": (
        ["update marts.fct_observation set indicator_code = 'nowhere' where statement_id = " + ONE],
        ["marts.fct_observation.indicator_exists"],
    ),
    "an orphan area": (
        ["update marts.fct_observation set area_code = '999999' where statement_id = " + ONE],
        ["marts.fct_observation.area_exists"],
    ),
    "an orphan unit": (
        ["update marts.fct_observation set unit_code = '不在表中的单位' where statement_id = " + ONE],
        ["marts.fct_observation.unit_exists"],
    ),
    "an orphan report": (
        ["update marts.dim_report set report_id = 'other'"],
        ["marts.fct_observation.report_exists", "staging.stg_reports.no_report_lost"],
    ),
    "a total that is not there": (
        ["update staging.stg_statements set part_of = 'nowhere' where part_of is not null"],
        ["staging.stg_statements.total_exists"],
    ),
    "a double observation": (
        ["insert into marts.fct_observation select * from marts.fct_observation limit 1"],
        ["marts.fct_observation.key_unique"],
    ),
    "two values of one year": (
        ["insert into marts.rpt_indicator_series select * from marts.rpt_indicator_series limit 1"],
        ["marts.rpt_indicator_series.one_value_a_year"],
    ),
    "a series that says other than its source": (
        ["update marts.rpt_indicator_series set value = value * 10 where value > 0"],
        ["marts.rpt_indicator_series.source_exists"],
    ),
    "two columns swapped": (
        ["update marts.fct_observation set modality = measure, measure = modality"],
        ["marts.fct_observation.modality_known", "marts.fct_observation.measure_known"],
    ),
    "an unknown kind": (
        ["update staging.stg_statements set kind = 'guess' where statement_id = " + STATEMENT],
        ["staging.stg_statements.kind_known"],
    ),
    "an unknown verdict": (
        ["update marts.fct_target_outcome set verdict = 'maybe'"],
        ["marts.fct_target_outcome.verdict_known"],
    ),
    "an empty mart": (
        ["delete from marts.rpt_indicator_wide"],
        ["marts.rpt_indicator_wide.not_empty"],
    ),
    "a missing mart": (["drop table marts.dim_unit"], ["marts.dim_unit.not_empty"]),
    "accounts that do not add up": (
        ["update marts.rpt_accounting set digit_runs_skipped = digit_runs_skipped + 1"],
        ["marts.rpt_accounting.accounting_adds_up"],
    ),
    "a fall told as a rise": (
        [
            "update marts.fct_observation set kind = 'change', measure = 'change_abs', value_low = 3,"
            " value_high = 3 where statement_id = " + ONE,
            "update staging.stg_passages as p set text ="
            " repeat('降', s.char_start - p.char_start - 2) || '下降'"
            " || substr(p.text, s.char_start - p.char_start + 1) from staging.stg_statements as s"
            f" where s.passage_id = p.passage_id and s.report_id = p.report_id and s.statement_id = {ONE}",
        ],
        ["marts.fct_observation.fall_is_negative"],
    ),
    "a level in points": (
        ["update marts.fct_observation set measure = 'change_pp' where statement_id = " + SHARE],
        ["marts.fct_observation.measure_fits_unit"],
    ),
    "half a school": (
        [
            "update marts.fct_observation set obs_value = 0.5 where observation_id = (select observation_id"
            " from marts.fct_observation where unit_code = '所' and measure = 'level' and not is_derived"
            " limit 1)"
        ],
        ["marts.fct_observation.count_is_whole"],
    ),
    "bounds the wrong way round": (
        ["update marts.dim_indicator set lower_bound = 200 where upper_bound = 100"],
        ["marts.dim_indicator.bounds_in_order"],
    ),
}


@pytest.fixture(scope="module")
def loose(built: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The candidate of the built home, as tables that take any damage."""
    path = tmp_path_factory.mktemp("loose") / "loose.duckdb"
    return candidates.loosen(built.path / "candidate" / "zhibiao.duckdb", path)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_caught_by_the_rule_meant_for_it(damage, loose, tmp_path):
    statements, keys = DAMAGES[damage]
    database = candidates.damaged(loose, tmp_path, *statements)
    wanted = [rule for rule in load_rules() if rule.key in keys]
    assert len(wanted) == len(keys)
    for result in gate.check(database, wanted):
        assert result.outcome in {"failed", "data_error"}, (
            f"{result.rule.key} {result.outcome} {result.message}"
        )
        assert result.sample or result.outcome == "data_error"


def test_a_healthy_warehouse_passes_without_a_false_alarm(loose):
    results = gate.check(loose, load_rules())
    blocking = [
        f"{one.rule.key}: {one.outcome} {one.message} {one.sample[:1]}" for one in results if one.blocks
    ]
    assert not blocking
    assert not [one for one in results if one.outcome in {"config_error", "data_error"}]


def test_what_a_person_accepted_is_not_asked_again(loose, tmp_path):
    statements, keys = DAMAGES["a share of 192 %"]
    accepted = f"update marts.fct_observation set is_accepted = true where statement_id = {SHARE}"
    database = candidates.damaged(loose, tmp_path, accepted, *statements)
    rules = [rule for rule in load_rules() if rule.key in keys]
    assert [one.outcome for one in gate.check(database, rules)] == ["passed"]
