"""What can keep a release from being made.

What belongs here: the errors of publishing, each one line that names the place and the mend.
"""

from __future__ import annotations

from orchestration.errors import CHECK_FAILED, ZhibiaoError
from orchestration.quality import message
from orchestration.quality.result import GateResult


class PublishError(ZhibiaoError):
    """Nothing was published and the last release is as it was; the message is one line."""


class GateClosedError(PublishError):
    """Something critical failed; ``lines`` name the failing rows, ``result`` is the whole outcome."""

    exit_code = CHECK_FAILED

    def __init__(self, result: GateResult) -> None:
        self.result = result
        self.lines = message.blocking_lines(result)
        super().__init__(f"nothing published, the last release stays: {message.summary(result)}")
