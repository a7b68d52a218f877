"""``zhibiao grant-reader``: a role of PostgreSQL that reads and cannot write.

What belongs here: options, and handing the password over. What does not: the rights
(``orchestration.publishing.postgres.roles``).
"""

from __future__ import annotations

import os

import click

from orchestration import settings
from orchestration.commands.options import verbose_option
from orchestration.errors import InputError

_PASSWORD = "ZHIBIAO_READER_PASSWORD"


@click.command("grant-reader")
@click.argument("role")
@click.option("--timeout", default="60s", show_default=True, help="How long a query of the role may take.")
@click.option("--connections", default=20, show_default=True, help="How many sessions it may have at once.")
@verbose_option
def command(role: str, timeout: str, connections: int, verbose: bool) -> None:
    """Let ROLE read what is loaded in PostgreSQL, and nothing else; it is made where it is not there.

    Its password is taken from ZHIBIAO_READER_PASSWORD; a new role without one gets one that is shown once.
    """
    from orchestration.publishing.postgres import roles, target

    del verbose
    url = settings.load().postgres_url
    if not url:
        raise InputError(target.VARIABLE, "is not set", "it says where PostgreSQL is")
    given = os.environ.get(_PASSWORD, "")
    place = target.parse(url)
    made = roles.grant(place, role, password=given, timeout=timeout, limit=connections)
    but = " but for what is below" if made.left else ""
    click.echo(f"{made.role} may read marts, 中文 and quality in {place.shown}, and write nothing{but}")
    if made.left:
        click.echo("left to an administrator of the server, since the publisher may not do it:")
        for statement in made.left:
            click.echo(f"  {statement};")
    if made.elsewhere:
        names = ", ".join(made.elsewhere)
        mend = "`revoke connect, temporary on database … from public`"
        click.echo(f"it may also enter, as everybody may, {names}: {mend}")
    if made.password and not given:
        click.echo(f"password, shown this once: {made.password}")
