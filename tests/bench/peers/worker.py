"""Run one reader over texts on one core: `worker.py READER < texts.json > result.json`.

Runs under the reader's own interpreter and so imports nothing of the project but where the project is the
reader. In: ``{"texts": [...], "report": "..."}``. Out: characters a second of processor time over the texts,
and the spans that the reader finds in the report.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

_LONG_ENOUGH = 2.0  # seconds
Reader = Callable[[str], list[tuple[int, int]]]


def zhibiao_extract() -> Reader:
    """The whole engine: statements with all their fields."""
    from orchestration.extraction.context import infer_context
    from orchestration.extraction.engine import extract

    def read(text: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in extract(text, infer_context(text)).statements]

    return read


def zhibiao_find() -> Reader:
    """The layer of the engine that does what the peers do: number expressions."""
    from orchestration.extraction.quantities import find

    return lambda text: [(one.start, one.end) for one in find(text)]


def recognizers() -> Reader:
    """Everything Recognizers-Text tells apart: the engine, too, knows dates and ordinals from figures."""
    from recognizers_date_time import DateTimeRecognizer  # type: ignore[import-not-found]
    from recognizers_number import Culture, NumberRecognizer  # type: ignore[import-not-found]
    from recognizers_number_with_unit import NumberWithUnitRecognizer  # type: ignore[import-not-found]

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    others = [
        numbers.get_ordinal_model(),
        units.get_age_model(),
        units.get_temperature_model(),
        DateTimeRecognizer(Culture.Chinese).get_datetime_model(),
    ]
    return _spans_of([*_number_models(), *others])


def recognizers_numbers() -> Reader:
    """Its numbers, percentages, dimensions and money alone."""
    return _spans_of(_number_models())


def _number_models() -> list[Any]:
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    return [
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        units.get_dimension_model(),
        units.get_currency_model(),
    ]


def _spans_of(models: list[Any]) -> Reader:
    return lambda text: [(one.start, one.end + 1) for model in models for one in model.parse(text)]


def jionlp() -> Reader:
    """Money and times, which is what JioNLP reads of numbers."""
    import jionlp as jio  # type: ignore[import-not-found]

    def read(text: str) -> list[tuple[int, int]]:
        found: list[dict[str, Any]] = jio.ner.extract_money(text, with_parsing=False)
        found += jio.ner.extract_time(text, with_parsing=False)
        return [(one["offset"][0], one["offset"][1]) for one in found]

    return read


def jieba() -> Reader:
    """Words tagged as numbers, glued to each other and to a measure word behind them."""
    import jieba  # type: ignore[import-not-found]
    from jieba import posseg

    jieba.setLogLevel(60)
    jieba.initialize()
    return lambda text: list(_glued(posseg.cut(text)))


def _glued(words: Any) -> Iterator[tuple[int, int]]:
    at, start = 0, -1
    for pair in words:
        if pair.flag.startswith("m"):
            start = at if start < 0 else start
        elif start >= 0:
            yield start, at + (len(pair.word) if pair.flag.startswith("q") else 0)
            start = -1
        at += len(pair.word)
    if start >= 0:
        yield start, at


READERS = (zhibiao_extract, zhibiao_find, recognizers, recognizers_numbers, jionlp, jieba)


def fastest(read: Reader, texts: list[str]) -> float:
    """Processor seconds of the fastest pass over the texts, of as many as fit into some seconds."""
    passes: list[float] = []
    while sum(passes) < _LONG_ENOUGH:
        started = time.process_time()
        for text in texts:
            read(text)
        passes.append(time.process_time() - started)
    return min(passes)


def main() -> None:
    """Read the texts, then say how fast and what was found."""
    given = json.load(sys.stdin)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    said, sys.stdout = sys.stdout, sys.stderr  # some readers greet on standard output
    read = {one.__name__: one for one in READERS}[sys.argv[1]]()
    spans = read(given["report"])
    seconds = fastest(read, given["texts"])
    json.dump({"rate": sum(map(len, given["texts"])) / seconds, "spans": spans}, said)


if __name__ == "__main__":
    main()
