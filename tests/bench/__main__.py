"""Run every benchmark and print one table a benchmark."""

from __future__ import annotations

from tests.bench import engine, gate, pipeline
from tests.bench.peers import __main__ as peers


def main() -> None:
    """Print the timings of the whole job, the engine, the gate, and the engine beside its peers."""
    pipeline.main()
    print()
    engine.main()
    print()
    gate.main()
    print()
    peers.main()


if __name__ == "__main__":
    main()
