"""Print the statements of one text file as JSON lines: ``python -m orchestration.extraction FILE``."""

from __future__ import annotations

import dataclasses
import json
import sys
from decimal import Decimal
from pathlib import Path

from orchestration.extraction.context import infer_context
from orchestration.extraction.engine import extract


def main(path: str) -> None:
    """Read ``path`` as UTF-8 and print one object a statement."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        text = file.read()
    for statement in extract(text, infer_context(text)).statements:
        record = {
            k: float(v) if isinstance(v, Decimal) else v for k, v in dataclasses.asdict(statement).items()
        }
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
