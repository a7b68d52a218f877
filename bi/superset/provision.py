"""Bring Superset's own database up to date and load the assets; run by Superset's Python in one process.

What belongs here: Superset's own commands in their order. What does not: where things lie (``serve``), which
gives all of it in the environment, where no other user of the machine reads it.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from string import Template

from flask.cli import ScriptInfo
from superset.app import create_app

ASSETS = Path(__file__).with_name("assets")
DATABASE = "0a6f1c52-8f5e-5b0e-9c0e-6d1f7a3b9c01"  # of both files in assets/databases
READERS = "指标读者"


def assets(uri: str) -> dict[str, str]:
    """Read all files of the assets, with the database that ``uri`` names and not the other one."""
    database = f"databases/{'duckdb' if uri.startswith('duckdb') else 'postgresql'}.yaml"
    found = {path.relative_to(ASSETS).as_posix(): path for path in sorted(ASSETS.rglob("*.yaml"))}
    contents = {
        name: path.read_text(encoding="utf-8")
        for name, path in found.items()
        if not name.startswith("databases/") or name == database
    }
    quoted = uri.replace("'", "''")
    contents[database] = Template(contents[database]).substitute(DATABASE_URI=f"'{quoted}'")
    return contents


def main() -> int:
    """Migrate, make the administrator or renew the password, and import everything anew."""
    app = create_app()
    logging.disable(logging.WARNING)
    # these can be imported only where there is an application
    from superset import security_manager
    from superset.cli.main import superset
    from superset.commands.importers.v1.assets import ImportAssetsCommand
    from superset.utils.core import override_user

    info = ScriptInfo(create_app=lambda: app)
    for command in (["db", "upgrade"], ["init"]):
        superset.main(args=command, obj=info, standalone_mode=False)
    name, password = os.environ["ZHIBIAO_SUPERSET_USER"], os.environ["ZHIBIAO_SUPERSET_PASSWORD"]
    with app.test_request_context():
        _administrator(name, password)
        with override_user(security_manager.find_user(username=name)):
            ImportAssetsCommand(assets(os.environ["ZHIBIAO_SUPERSET_SOURCE"])).run()
            _readers()
    return 0


def _administrator(name: str, password: str) -> None:
    from superset import security_manager

    user = security_manager.find_user(username=name)
    if user is None:
        role = security_manager.find_role("Admin")
        security_manager.add_user(name, "zhibiao", "admin", f"{name}@localhost", role, password)
    else:
        security_manager.reset_password(user.id, password)


def _readers() -> None:
    """Make a role that sees all of ours and can do no more than look: no SQL Lab, no other database."""
    from superset import db, security_manager
    from superset.models.core import Database

    database = db.session.query(Database).filter_by(uuid=DATABASE).one()
    security_manager.add_permission_view_menu("database_access", database.perm)
    may = security_manager.find_permission_view_menu("database_access", database.perm)
    role = security_manager.add_role(READERS)
    role.permissions = [*security_manager.find_role("Gamma").permissions, may]
    db.session.commit()


if __name__ == "__main__":
    sys.exit(main())
