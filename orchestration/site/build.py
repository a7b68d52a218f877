"""The whole site, from a release to a folder.

What belongs here: the order of pages, writing, and which folder may be replaced. What does not: a page.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import InputError
from orchestration.publishing.store import Store
from orchestration.settings import Settings
from orchestration.site import switch
from orchestration.site.book import Book
from orchestration.site.pages import boards, coverage, indicators, overview, reference, texts
from orchestration.site.reading import read

MARKER = "site.json"  # tells that a folder is a site of ours, and of which release
NOTICE = "ZHIBIAO_SITE_NOTICE"
_PARTS = (overview, indicators, boards, coverage, reference, texts)
_ASSETS = Path(__file__).with_name("assets")
_REPORT_ASSETS = Path(__file__).parents[1] / "rendering" / "assets"
_STYLES = (_REPORT_ASSETS / "colours.css", _ASSETS / "site.css")
_SCRIPTS = ("search.js", "filter.js", "maps.js", "tip.js")


@dataclass(frozen=True, slots=True)
class Site:
    """A site that was written: where, of which release, how many files and bytes."""

    folder: Path
    release_id: str
    files: int
    size: int


def folder_of(settings: Settings, release_id: str | None = None) -> Path:
    """Find the folder of a release, by default the current one.

    Raises:
        InputError: there is no release, or none of that name.

    """
    store = Store(settings.published)
    wanted = release_id or store.current_id()
    if wanted is None:
        raise InputError(
            settings.published, "nothing is published yet", "`zhibiao run` makes the first release"
        )
    if wanted not in store.ids():
        raise InputError(store.releases, f"has no release {wanted}", f"there are {', '.join(store.ids())}")
    return store.path(wanted)


def build(settings: Settings, output: Path | None = None, release_id: str | None = None) -> Site:
    """Write the site of a release to ``output``, by default ``site`` in the home, replacing it in one step.

    Raises:
        InputError: no release, or something else than a site lies at ``output``.

    """
    place = (output or settings.site).absolute()
    _may_replace(place)
    book = Book(read(folder_of(settings, release_id)), os.environ.get(NOTICE, "").strip())
    with _fresh(place) as folder:
        files = size = 0
        for name, text in _files(book):
            data = text.encode("utf-8")
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
            files, size = files + 1, size + len(data)
        switch.put(folder, place)
    return Site(place, book.frame.release_id, files, size)


def _files(book: Book) -> Iterator[tuple[str, str]]:
    for part in _PARTS:
        yield from part.pages(book)
    yield "assets/site.css", "\n".join(path.read_text(encoding="utf-8") for path in _STYLES)
    code = "\n".join((_ASSETS / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    yield "assets/site.js", f'"use strict";\n{code}'
    yield MARKER, json.dumps({"release_id": book.frame.release_id}) + "\n"


def _may_replace(place: Path) -> None:
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise InputError(place, "is no folder", "give another --output")
    if place.is_dir() and any(place.iterdir()) and not (place / MARKER).is_file():
        raise InputError(place, "holds something else than a site", "give an empty or new folder as --output")


@contextmanager
def _fresh(place: Path) -> Iterator[Path]:
    """Give a new folder beside ``place``; it is gone afterwards, unless it was put there."""
    folder = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
