"""Where things lie in the site, and how pages point to each other.

What belongs here: names of files and anchors. What does not: what is in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ODD = re.compile(r"[^\w.-]|^\.")


def file_name(code: str) -> str:
    """Make a code fit for a file's name and an address; usual codes stay as they are."""
    return _ODD.sub(lambda found: f"~{ord(found[0]):x}", code)


def indicator(code: str) -> str:
    """Say where the page of an indicator lies."""
    return f"indicators/{file_name(code)}.html"


def figures(code: str) -> str:
    """Say where the figures of an indicator lie as CSV."""
    return f"indicators/{file_name(code)}.csv"


def report(report_id: str) -> str:
    """Say where the page of a report lies."""
    return f"reports/{file_name(report_id)}.html"


@dataclass(frozen=True, slots=True)
class Sentences:
    """The way to the sentence of every statement."""

    reports: Mapping[str, str]

    def to(self, statement_id: str | None) -> str:
        """Give the address of the marked figure in its report's page; empty where no report has it."""
        found = self.reports.get(statement_id or "")
        return f"{report(found)}#s-{statement_id}" if found else ""
