"""An invented report, and putting it into a register."""

from __future__ import annotations

from pathlib import Path

from orchestration import files, settings
from orchestration.reports import manifest
from orchestration.reports.manifest import Manifest, Version

INVENTED = Path(__file__).resolve().parents[2] / "data" / "invented-education-2023.txt"


def registered(text: str, year: int = 2021, area: str = "320281", genre: str = "education") -> Path:
    """Put a text into the register of the current home; returns its folder."""
    folder = settings.load().reports[1] / area / genre / str(year)
    data = text.encode()
    told = Manifest(
        title="某报告",
        publisher="江阴市教育局",
        speaker=None,
        date=None,
        reviewed_year=year,
        planned_year=year + 1,
        area_code=area,
        genre=genre,
        licence="invented",
        versions=(Version(1, "report.txt", files.sha256(data), "written for a test"),),
    )
    files.write_bytes(folder / "report.txt", data)
    files.write_text(folder / manifest.NAME, manifest.render(told))
    return folder
