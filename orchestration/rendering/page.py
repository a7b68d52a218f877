"""The page: template, style, script and data as one string that asks nothing of any other place.

What belongs here: putting the parts together, and the policy that forbids all other content. What does not:
cutting the text or naming things.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from orchestration.extraction.model import Extraction
from orchestration.rendering import numbers, words
from orchestration.rendering.pieces import paragraphs
from orchestration.rendering.records import script_data
from orchestration.rendering.words import Name, Names

_ASSETS = Path(__file__).with_name("assets")
_STYLES = ("colours.css", "look.css", "screen.css", "print.css")
_SCRIPTS = ("state.js", "filter.js", "sort.js", "details.js", "tip.js", "keys.js", "start.js")


@dataclass(frozen=True, slots=True)
class Around:
    """What a page among others adds: a way back, a notice, and by statement the page of its series."""

    home: str = ""
    notice: str = ""
    series: Mapping[str, tuple[str, str]] = field(default_factory=dict)


_ALONE = Around()


def render(extraction: Extraction, title: str, around: Around = _ALONE) -> str:
    """Render a report as one self-contained HTML page; everything of the report is escaped."""
    names = words.load()
    statements = sorted(extraction.statements, key=lambda one: (one.start, one.end))
    style, script = _assets(_STYLES), _assets(_SCRIPTS)
    page = _environment().get_template("page.html")
    return page.render(
        title=title,
        context=extraction.context,
        paragraphs=paragraphs(extraction, statements),
        statements=statements,
        skipped_count=len(extraction.skipped),
        kinds=_counted(names.kinds, (one.kind for one in statements)),
        reasons=_counted(names.reasons, (one.reason for one in extraction.skipped)),
        signs={key: name.sign for key, name in names.kinds.items()},
        names=names,
        reading=numbers.reading,
        data=script_data(statements, around.series),
        around=around,
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _counted(names: Names, found: Iterable[str]) -> list[tuple[str, Name, int]]:
    """Give key, name and count of each entry of a vocabulary."""
    counts = Counter(found)
    return [(key, name, counts[key]) for key, name in names.items()]


def _policy(style: str, script: str) -> str:
    """Allow our own style and script by their hashes, and nothing else, from nowhere."""
    return (
        f"default-src 'none'; img-src data:; style-src {_source(style)}; script-src {_source(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _source(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def _assets(names: Iterable[str]) -> str:
    return "\n".join((_ASSETS / name).read_text(encoding="utf-8") for name in names)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment
