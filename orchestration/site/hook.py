"""The site that comes with every release.

What belongs here: building it after a publish, so that nothing that goes wrong touches the release.
"""

from __future__ import annotations

import json
import logging

from orchestration.settings import Settings
from orchestration.site.build import MARKER, build


def after_release(settings: Settings) -> bool:
    """Write the site of the current release; a failure is told in one line and is no error of the release."""
    try:
        build(settings)
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        logging.getLogger("zhibiao").warning(
            "the site was not written, the release stands: %s; `zhibiao site -v` tells more", reason
        )
        return False
    return True


def shown(settings: Settings) -> str:
    """Give the id of the release that the site shows; empty where there is no site."""
    try:
        return str(json.loads((settings.site / MARKER).read_text(encoding="utf-8"))["release_id"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
