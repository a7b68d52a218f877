import subprocess
import sys

from orchestration.quality import warming
from orchestration.settings import ROOT


def test_what_the_gate_needs_is_there_when_the_thread_is_done():
    code = (
        "import sys; from orchestration.quality import warming; thread = warming.begin();"
        "thread.join(); sys.exit(not all(name in sys.modules for name in warming.MODULES))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_a_module_that_is_not_there_stops_nothing(monkeypatch):
    monkeypatch.setattr(warming, "MODULES", ("orchestration.no_such_module",))
    warming.begin().join()


def test_what_no_rule_needs_is_imported_when_it_is_used_and_not_before():
    code = (
        "import sys; from orchestration.quality import warming; warming.put_off();"
        "import great_expectations.expectations; import scipy;"
        "before = 'scipy.stats._stats_py' in sys.modules;"
        "half = scipy.stats.norm.cdf(0); sys.exit(before or bool(half != 0.5))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
