"""Characters a second of the extraction on one core, over the corpus where it is there."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def texts() -> list[str]:
    """The reports of the measuring corpus, else the project's own report."""
    folder = ROOT.parent / "shared" / "corpus"
    paths = sorted(folder.glob("*.txt")) or sorted((ROOT / "seeds" / "reports").rglob("*.txt"))
    return [path.read_bytes().decode("utf-8") for path in paths]


def rate(read: Callable[[str], object], corpus: list[str]) -> float:
    """Characters a second of processor time."""
    read(corpus[0])
    started = time.process_time()
    for text in corpus:
        read(text)
    return sum(map(len, corpus)) / (time.process_time() - started)


def main() -> None:
    """Print what the layers of the engine read in a second."""
    from orchestration.extraction.context import infer_context
    from orchestration.extraction.engine import extract
    from orchestration.extraction.quantities import find

    corpus = texts()
    print(f"The engine, one core, {len(corpus)} reports, {sum(map(len, corpus)):,} characters")
    whole = rate(lambda text: extract(text, infer_context(text)), corpus)
    for name, value in (("quantities.find", rate(find, corpus)), ("engine.extract", whole)):
        print(f"  {name:44} {value:12,.0f} characters/s")


if __name__ == "__main__":
    main()
