"""The queries and snippets of docs/connect.md do what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.bi.postgres import PASSWORD, READER, Loaded
from tests.integration.homes import ROOT, Home

PAGE = (ROOT / "docs" / "connect.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.+?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(demo: Home, tmp_path: Path) -> Path:
    """A folder in which the paths of the page hold."""
    (tmp_path / "var").symlink_to(demo.path)
    return tmp_path


@pytest.mark.parametrize("query", _blocks("sql"), ids=lambda query: query.split()[1])
def test_the_reader_runs_each_query(database: Loaded, query: str) -> None:
    with psycopg.connect(database.url) as connection:
        assert connection.execute(query.encode()).fetchall()


@pytest.mark.parametrize("snippet", _blocks("python"), ids=lambda snippet: snippet.split()[1])
def test_each_snippet_runs(desk: Path, snippet: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", snippet],
        cwd=desk,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not asked for")
def test_r_reads_the_file_and_the_database(desk: Path, database: Loaded) -> None:
    (script,) = _blocks("r")
    script = script.replace("library(DBI)", "stopifnot(nrow(series) > 0)\nlibrary(DBI)")
    script = script.replace('host = "db.example"', f'host = "127.0.0.1", port = {database.port}')
    done = subprocess.run(
        ["Rscript", "-e", script],
        cwd=desk,
        env={**os.environ, "PGPASSWORD": PASSWORD, "LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "2024" in done.stdout


def test_the_names_of_the_page_are_those_of_the_code() -> None:
    assert f"{READER}:" in PAGE
    serve = (ROOT / "bi" / "superset" / "serve.py").read_text(encoding="utf-8")
    config = (ROOT / "bi" / "superset" / "superset_config.py").read_text(encoding="utf-8")
    for name in set(re.findall(r"ZHIBIAO_(?:SUPERSET|READER)_[A-Z_]+", PAGE)) - {"ZHIBIAO_READER_PASSWORD"}:
        assert name in serve + config, name
