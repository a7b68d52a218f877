"""``zhibiao publish``: the candidate becomes the release, if the gate lets it.

What belongs here: the lock, and how it ended. What does not: the gate and the switch
(``orchestration.publishing.release``).
"""

from __future__ import annotations

import click

from orchestration import instance, settings
from orchestration.commands.options import verbose_option
from orchestration.errors import CHECK_FAILED
from orchestration.locking import run_lock


@click.command("publish")
@verbose_option
@click.pass_context
def command(ctx: click.Context, verbose: bool) -> None:
    """Publish the candidate; the gate is run here too, and a closed gate leaves the last release.

    Unlike a run, it also publishes what somebody went back from with `zhibiao rollback`.
    """
    from orchestration.publishing import release
    from orchestration.site import hook

    del verbose
    home = settings.load()
    instance.prepare(home)
    try:
        with run_lock(home.home):
            made = release.publish(home, insist=True)
    except release.PublishError as error:
        click.echo(f"error: {error}", err=True)
        for line in getattr(error, "lines", ()):
            click.echo(f"error: {line}", err=True)
        ctx.exit(CHECK_FAILED)
    word = "published" if made.is_new else "nothing new, it is published already"
    click.echo(f"{made.release_id}: {word}")
    click.echo(f"  {home.current_release}")
    if hook.after_release(home):
        click.echo(f"  {home.site / 'index.html'}")
