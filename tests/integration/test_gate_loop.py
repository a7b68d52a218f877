"""The loop of correction: a share of 192 % is stopped, explained, settled by a command, and published."""

import pytest

from tests.integration.homes import INVENTED, Home

pytestmark = pytest.mark.slow

WRONG = "课后服务参与率192.85%"


@pytest.fixture(scope="module")
def stopped(built: Home, tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, str]:
    """A home whose gate was closed by a share of 192.85 %, and the key of that figure."""
    home = built.copy_to(tmp_path_factory.mktemp("loop") / "home")
    report = home.path / "report.txt"
    text = INVENTED.read_text(encoding="utf-8").replace("课后服务参与率97.85%", WRONG)
    assert WRONG in text
    report.write_text(text, encoding="utf-8")
    assert home.run("add", str(report), "--area", "江阴市").code == 0
    before = home.release
    ended = home.run("run")
    assert ended.code == 1
    assert home.release == before
    line = next(line for line in ended.errors if "share_within_0_100" in line)
    return home, line.split("[", 1)[1].split("]", 1)[0]


def test_the_finding_is_explained_with_the_rows_that_would_settle_it(stopped) -> None:
    home, key = stopped
    for name in (key, "share_within_0_100"):
        told = home.run("check", "--explain", name)
        assert told.code == 0, told.err
        assert "课后服务参与率【192.85%】" in told.out
        assert "share_within_0_100 (critical)" in told.out
        assert f"{key},accept,value,192.85,,why," in told.out
        assert f"{key},override,value,192.85,…,why," in told.out
        assert f"{key},drop,value,192.85,,why," in told.out


def test_the_page_says_it_in_words(stopped) -> None:
    home, key = stopped
    page = (home.path / "quality" / "index.html").read_text(encoding="utf-8")
    assert "不能发布" in page
    assert "<mark>192.85%</mark>" in page
    assert f"zhibiao correct {key} --accept" in page


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nowhere", "--accept", "--reason", "x"], "is no statement"),
        (["KEY", "--override", "value=abc", "--reason", "x"], "is no number"),
        (["KEY", "--override", "colour=red", "--reason", "x"], "no field is called"),
        (["KEY", "--override", "kind=guess", "--reason", "x"], "is no kind"),
        (["KEY", "--override", "value=192.850", "--reason", "x"], "already"),
        (["KEY", "--accept", "--reason", " "], "--reason: is empty"),
    ],
)
def test_a_decision_that_could_not_be_applied_is_refused(stopped, arguments, word) -> None:
    home, key = stopped
    ended = home.run("correct", *[key if one == "KEY" else one for one in arguments])
    assert ended.code == 2
    assert len(ended.errors) == 1
    assert word in ended.errors[0]
    assert not (home.path / "reference" / "corrections.csv").exists()


@pytest.mark.parametrize(
    ("decision", "value", "count"),
    [(["--override", "value=97.85"], 97.85, 1), (["--accept"], 192.85, 1), (["--drop"], None, 0)],
    ids=["override", "accept", "drop"],
)
def test_the_next_run_applies_it_and_says_so(stopped, tmp_path, decision, value, count) -> None:
    home = stopped[0].copy_to(tmp_path / "home")
    key = stopped[1]
    ended = home.run("correct", key, *decision, "--reason", "原文多写了一个数", "--author", "张三")
    assert ended.code == 0, ended.err
    again = home.run("correct", key, *decision, "--reason", "原文多写了一个数")
    assert again.code == 2
    assert "already" in again.errors[0]
    ended = home.run("run")
    assert ended.code == 0, ended.err
    assert "correction applied" in ended.err
    assert "原文多写了一个数 (张三)" in ended.err
    rows = home.query(f"select obs_value from marts.fct_observation where statement_key = '{key}'")
    assert [row["obs_value"] for row in rows] == [value] * count
    release = (home.path / "published" / "current").resolve()
    assert "可以发布" in (release / "quality.html").read_text(encoding="utf-8")
