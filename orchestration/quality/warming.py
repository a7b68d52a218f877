"""Great Expectations imported ahead of time, and without what it does not need.

What belongs here: when and how it is imported. What does not: using what it imported (``workbench``).
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
import threading
from contextlib import suppress

MODULES = (
    "great_expectations",
    "great_expectations.expectations",
    "orchestration.quality.duckdb_source",
    "orchestration.quality.expectations",
)
# Imported by Great Expectations for expectations that no rule uses; it takes a third of the whole time.
PUT_OFF = "scipy.stats"


def begin() -> threading.Thread:
    """Import in the background what the gate will need: seconds that a waiting process does not miss.

    A module that cannot be imported is told of where it is needed, not here.
    """
    thread = threading.Thread(target=_import, name="gate-warming", daemon=True)
    thread.start()
    return thread


def _import() -> None:
    with suppress(Exception):
        put_off()
    for name in MODULES:
        with suppress(Exception):
            importlib.import_module(name)


def put_off(name: str = PUT_OFF) -> None:
    """Let the submodule ``name`` be imported when something of it is used first, and not before."""
    if name in sys.modules:
        return
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    parent, _, child = name.rpartition(".")
    setattr(sys.modules[parent], child, module)
