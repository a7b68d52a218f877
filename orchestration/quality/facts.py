"""What a text says of itself, counted by looking at its bytes.

What belongs here: that count, and lending it to DuckDB as ``facts_of``. What does not: what is made of it
(``rules/shared.toml``). In SQL, a pattern would look at every character of every text in turn, and the
sha256 be worked out without the processor's help: that takes several times as long.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from duckdb.func import PythonUDFType

NAME = "facts_of"
# sha256: in hexadecimal; size: characters; runs: how many runs of digits, ASCII or full-width; digits: how
# many digits; years: what the runs of two and of four ASCII digits come to, each once.
TYPE = pa.struct(
    [
        ("sha256", pa.string()),
        ("size", pa.int64()),
        ("runs", pa.int64()),
        ("digits", pa.int64()),
        ("years", pa.list_(pa.int32())),
    ]
)
SQL_TYPE = {"sha256": "VARCHAR", "size": "BIGINT", "runs": "BIGINT", "digits": "BIGINT", "years": "INTEGER[]"}
_Places = npt.NDArray[np.int64]


def lend(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the queries of ``connection`` ask ``facts_of(text)``."""
    connection.create_function(
        NAME,
        of_texts,
        [duckdb.sqltype("VARCHAR")],
        duckdb.struct_type(SQL_TYPE),
        type=PythonUDFType.ARROW,
    )


def of_texts(texts: Any) -> pa.Array:
    """Give the facts of each text of an Arrow column; the rows are of ``TYPE``."""
    return pa.array([of_text(text.as_buffer()) if text.is_valid else None for text in texts], type=TYPE)


def of_text(text: Any) -> dict[str, Any]:
    """Give the facts of a text, which is a buffer of UTF-8."""
    data = np.frombuffer(text, np.uint8)
    plain = np.flatnonzero(data - np.uint8(ord("0")) < 10)
    wide = _wide(data)
    first = np.flatnonzero(np.diff(plain, prepend=-2) != 1)
    begin, size = plain[first], np.diff(first, append=len(plain))
    runs = len(begin)
    if len(wide):  # they join runs, or begin and end them
        ends = np.concatenate([begin + size, wide + 3])
        runs = len(ends) - len(np.intersect1d(np.concatenate([begin, wide]), ends, assume_unique=True))
        alone = ~(np.isin(begin, wide + 3) | np.isin(begin + size, wide))
        begin, size = begin[alone], size[alone]
    years = {n for n in _numbers(data, begin[size == 4], 4) if n >= 1000}
    years.update(_numbers(data, begin[size == 2], 2))
    return {
        "sha256": hashlib.sha256(text).hexdigest(),
        "size": len(data) - np.count_nonzero(data & 0xC0 == 0x80),  # bytes that go on with a character
        "runs": runs,
        "digits": len(plain) + len(wide),
        "years": sorted(years),
    }


def _wide(data: npt.NDArray[np.uint8]) -> _Places:
    """Where full-width digits begin: ``EF BC 90`` to ``EF BC 99``."""
    places = np.flatnonzero(data[:-2] == 0xEF)
    begins: _Places = places[(data[places + 1] == 0xBC) & (data[places + 2] - np.uint8(0x90) < 10)]
    return begins


def _numbers(data: npt.NDArray[np.uint8], begin: _Places, size: int) -> list[int]:
    """The numbers that are written in ``size`` digits from each of ``begin`` on."""
    written = (data[begin + place].astype(np.int64) - ord("0") for place in range(size))
    numbers: list[int] = functools.reduce(lambda total, digit: total * 10 + digit, written).tolist()
    return numbers
