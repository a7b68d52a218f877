"""Run every benchmark and print one table a benchmark."""

from __future__ import annotations

from tests.bench import engine, pipeline


def main() -> None:
    """Print the timings of the whole job, then those of the extraction engine."""
    pipeline.main()
    print()
    engine.main()


if __name__ == "__main__":
    main()
