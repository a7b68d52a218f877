import pytest

from orchestration.wording import counted


@pytest.mark.parametrize(
    ("number", "things", "said"),
    [
        (0, "reports", "0 reports"),
        (1, "reports", "1 report"),
        (1, "skipped numbers", "1 skipped number"),
        (1, "read anew", "1 read anew"),
        (21, "reports", "21 reports"),
    ],
)
def test_one_thing_is_no_plural(number: int, things: str, said: str) -> None:
    assert counted(number, things) == said
