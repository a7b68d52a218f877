"""Great Expectations imported ahead of time, while the process waits for something else.

What belongs here: that thread. What does not: using what it imported (``workbench``).
"""

from __future__ import annotations

import importlib
import threading
from contextlib import suppress

MODULES = (
    "great_expectations",
    "great_expectations.expectations",
    "orchestration.quality.duckdb_source",
    "orchestration.quality.expectations",
)


def begin() -> threading.Thread:
    """Import in the background what the gate will need: seconds that a waiting process does not miss.

    A module that cannot be imported is told of where it is needed, not here.
    """
    thread = threading.Thread(target=_import, name="gate-warming", daemon=True)
    thread.start()
    return thread


def _import() -> None:
    for name in MODULES:
        with suppress(Exception):
            importlib.import_module(name)
