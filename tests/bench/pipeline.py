"""The whole job beside the bare `dbt build` of the same project, and beside a run with nothing new."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import print_ratios, time_command

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def main() -> None:
    """Time the three in a home of their own, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        env = {"ZHIBIAO_HOME": str(home), "DO_NOT_TRACK": "1"}
        dbt = [str(BIN / "dbt"), "build", "--project-dir", str(ROOT / "dbt_project")]
        dbt += ["--profiles-dir", str(ROOT / "dbt_project"), "--exclude", "resource_type:unit_test"]
        whole = time_command("zhibiao run (whole job, empty home)", [str(BIN / "zhibiao"), "run"], env)
        again = time_command("zhibiao run (nothing new)", [str(BIN / "zhibiao"), "run"], env, runs=3)
        shutil.rmtree(home / "candidate")
        (home / "candidate").mkdir()
        bare = time_command("dbt build (bare, same models and tests)", dbt, env)
    print_ratios("The main job", [bare, whole, again])


if __name__ == "__main__":
    main()
