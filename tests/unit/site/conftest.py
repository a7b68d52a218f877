"""A site built once from the release made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.settings import Settings
from orchestration.site.build import build
from tests.unit.site import releases


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return releases.write(tmp_path_factory.mktemp("site") / "home")


@pytest.fixture(scope="session")
def site(settings: Settings) -> Path:
    return build(settings).folder
