"""What several subcommands share: the verbose switch, wherever it stands.

What belongs here: options of all subcommands. What does not: those of one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> bool:
    ctx.ensure_object(dict)
    ctx.obj["verbose"] = value or ctx.obj.get("verbose", False)
    return bool(ctx.obj["verbose"])


def verbose_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let ``--verbose`` also stand behind the subcommand; gives the function ``verbose``."""
    option = click.option(
        "-v", "--verbose", is_flag=True, callback=_remember, help="Show everything, stack traces included."
    )
    return option(function)
