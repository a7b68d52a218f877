"""``zhibiao rollback``: an earlier release that is kept becomes the current one again.

What belongs here: the lock, and how it ended. What does not: the switch
(``orchestration.publishing.release``).
"""

from __future__ import annotations

import click

from orchestration import settings
from orchestration.commands.options import verbose_option
from orchestration.errors import CHECK_FAILED
from orchestration.locking import run_lock


@click.command("rollback")
@click.argument("release_id", required=False)
@verbose_option
@click.pass_context
def command(ctx: click.Context, release_id: str | None, verbose: bool) -> None:
    """Let readers see RELEASE_ID again, by default the release before the current one.

    Nothing is built: the switch is one rename, PostgreSQL and the site follow. No run publishes again what
    was gone back from, until a report, a correction or a rule changes the warehouse; `zhibiao publish` does.
    """
    from orchestration.publishing import release
    from orchestration.site import hook

    del verbose
    home = settings.load()
    try:
        with run_lock(home.home):
            now = release.rollback(home, release_id)
    except release.PublishError as error:
        click.echo(f"error: {error}", err=True)
        ctx.exit(CHECK_FAILED)
    click.echo(f"{now}: is the current release")
    click.echo(f"  {home.current_release}")
    if hook.after_release(home):
        click.echo(f"  {home.site / 'index.html'}")
