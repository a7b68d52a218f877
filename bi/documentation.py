"""``python -m bi.documentation``: dbt's own documentation of the warehouse, with its graph, as one page.

What belongs here: calling dbt, and saying where the page lies. It opens from a file and asks nothing outside.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from orchestration import settings


def main() -> int:
    """Write the page beside dbt's other things; gives the exit code."""
    where = settings.load()
    if not where.candidate.is_file():
        print(f"error: {where.candidate}: there is no warehouse yet; `make run` makes one", file=sys.stderr)
        return 2
    settings.put_tools_on_path()
    folder = where.home / "dbt" / "docs"
    command = [shutil.which("dbt") or "dbt", "--quiet", "docs", "generate", "--static"]
    command += ["--project-dir", str(where.dbt_project), "--profiles-dir", str(where.dbt_project)]
    command += ["--target-path", str(folder), "--log-path", str(folder)]
    environment = {**os.environ, "ZHIBIAO_HOME": str(where.home)}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        print(f"error: dbt cannot write its documentation: {' '.join(lines[-3:])}", file=sys.stderr)
        return 1
    print(f"The warehouse, its models and who reads them: {(folder / 'static_index.html').as_uri()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
