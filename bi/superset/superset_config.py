"""What Superset is told: secrets of its own, Chinese first, no way to the server's files.

Read by Superset itself (``SUPERSET_CONFIG_PATH``) in its own environment, so nothing of ``orchestration`` can
be imported here, and ``duckdb_reading`` only because this folder is in ``PYTHONPATH``. Secrets come from the
environment, or are made in ``ZHIBIAO_SUPERSET_HOME`` (``serve`` sets it) when first asked for.
"""

from __future__ import annotations

import copy
import os
import secrets
from pathlib import Path
from typing import Any

from duckdb_engine import ConnectionWrapper
from duckdb_reading import open_file
from sqlalchemy.engine.url import URL
from superset.config import TALISMAN_CONFIG as _TALISMAN

_HOME = Path(os.environ["ZHIBIAO_SUPERSET_HOME"])


def _secret(variable: str, file: str) -> str:
    """Take a secret from the environment, else from its file, which is made where it is missing."""
    given = os.environ.get(variable, "").strip()
    if given:
        return given
    path = _HOME / file
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    made = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(f"{made}\n")
    return made


def DB_CONNECTION_MUTATOR(  # noqa: N802 - the name is Superset's
    uri: URL, params: dict[str, Any], *_: object
) -> tuple[URL, dict[str, Any]]:
    """Open every DuckDB file for reading alone, whatever the connection says.

    What stands behind the question mark of an address would win over settings, so it goes as well.
    """
    if uri.get_backend_name() != "duckdb":
        return uri, params
    kept = {name: value for name, value in params.items() if name not in {"connect_args", "creator"}}
    asked = params.get("connect_args", {}).get("config", {})
    path = uri.database or ""
    return uri.set(query={}), kept | {"creator": lambda: ConnectionWrapper(open_file(path, asked))}


SECRET_KEY = _secret("ZHIBIAO_SUPERSET_SECRET_KEY", "secret_key")
GUEST_TOKEN_JWT_SECRET = _secret("ZHIBIAO_SUPERSET_GUEST_SECRET", "guest_secret")
GLOBAL_ASYNC_QUERIES_JWT_SECRET = _secret("ZHIBIAO_SUPERSET_ASYNC_SECRET", "async_secret")
SQLALCHEMY_DATABASE_URI = (
    os.environ.get("ZHIBIAO_SUPERSET_METADATA_URL") or f"sqlite:///{_HOME / 'superset.db'}"
)

LANGUAGES = {"zh": {"flag": "cn", "name": "中文"}, "en": {"flag": "us", "name": "English"}}
BABEL_DEFAULT_LOCALE = "zh"
APP_NAME = "指标 zhibiao"

WTF_CSRF_ENABLED = True
SESSION_COOKIE_SAMESITE = "Lax"
PREVENT_UNSAFE_DB_CONNECTIONS = True
RATELIMIT_ENABLED = False
ROW_LIMIT = 10_000
SQL_MAX_ROW = 50_000

# Pages ask nothing of any other place: offices have no way out, and who reads what is nobody's business.
TALISMAN_CONFIG = copy.deepcopy(_TALISMAN)
TALISMAN_CONFIG["content_security_policy"] |= {
    "img-src": ["'self'", "blob:", "data:"],
    "connect-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "font-src": ["'self'", "data:"],
}
