"""``python -m demo``: write the invented reports, run everything on them, and say how to look.

What belongs here: the order of the steps, in a home apart from the real one.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from demo import city, prose

ROOT = Path(__file__).resolve().parents[1]
HOME = Path(__file__).with_name("var")
MARKER = "demo.txt"
NOTICE = "演示：城市与数字均属虚构 · city and figures are invented"
_GENRES = {"education": ("education", "云岫市教育局"), "government": ("gov-work-report", "云岫市人民政府")}


def write_reports(folder: Path) -> list[Path]:
    """Write every report and, beside it, what is known of it."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    years = city.years()
    for before, year in itertools.pairwise(years):
        for genre, (code, publisher) in _GENRES.items():
            text = prose.write(genre, before, year)
            path = folder / f"{genre}-{year.year}.txt"
            path.write_text(text, encoding="utf-8")
            facts = {
                "title": text.splitlines()[0],
                "publisher": f"{publisher}（虚构）",
                "date": f"{year.year + 1}-01-{10 if genre == 'government' else 20}",
                "reviewed_year": year.year,
                "planned_year": year.year + 1,
                "area_code": '"980100"',
                "genre": code,
                "licence": "Invented for a demonstration; free of any rights.",
            }
            lines = [f"{key}: {value}" for key, value in facts.items()]
            path.with_suffix(".yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
            written.append(path)
    return written


def main() -> int:
    """Take the options; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m demo", description=__doc__)
    parser.add_argument("--home", type=Path, default=HOME, help="the demo's home; it is emptied")
    parser.add_argument("--reports", type=Path, help="write the reports there and end")
    given = parser.parse_args()
    if given.reports:
        write_reports(given.reports)
        return 0
    return build(given.home.resolve())


def build(place: Path) -> int:
    """Empty a home, put the reports into its inbox, and run the pipeline; gives the exit code."""
    if place.exists() and any(place.iterdir()) and not (place / MARKER).is_file():
        print(f"error: {place}: holds something else than a demo; give another --home", file=sys.stderr)
        return 2
    shutil.rmtree(place, ignore_errors=True)
    (place / "reference").mkdir(parents=True)
    (place / "seeds").mkdir()
    (place / MARKER).write_text("This home holds an invented city alone.\n", encoding="utf-8")
    shutil.copy(Path(__file__).with_name("areas.csv"), place / "reference" / "areas.csv")
    write_reports(place / "inbox")
    home = {"ZHIBIAO_HOME": str(place), "ZHIBIAO_SEED_REPORTS": str(place / "seeds")}
    environment = {**os.environ, **home, "ZHIBIAO_SITE_NOTICE": NOTICE}
    start = "import sys; sys.argv[0] = 'zhibiao'; from orchestration.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", start, "run"], env=environment, cwd=ROOT, check=False)
    if done.returncode:
        return done.returncode
    command = os.path.relpath(Path(sys.executable).with_name("zhibiao"))
    typed = " ".join([*(f"{key}={shlex.quote(value)}" for key, value in home.items()), shlex.quote(command)])
    print("\nThe demo stands: an invented city, ten years, twenty reports.")
    print(f"  open {(place / 'site' / 'index.html').as_uri()}")
    print(f"  {typed} show 普惠性幼儿园覆盖率")
    print(f"  {typed} targets")
    return 0


if __name__ == "__main__":
    sys.exit(main())
