"""Timing a command, and printing rows beside the first of them.

What belongs here: the stop-watch and the table. What does not: what is timed.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one command: wall clock and processor time of it and all its children (medians)."""

    name: str
    wall: float
    cpu: float


def time_command(
    name: str,
    command: Sequence[str],
    env: Mapping[str, str] | None = None,
    runs: int = 1,
    before: Callable[[], None] | None = None,
) -> Timing:
    """Run a command some times, each after ``before``; raises ``CalledProcessError`` where it fails."""
    walls, cpus = [], []
    for _ in range(runs):
        if before is not None:
            before()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        subprocess.run(command, env={**os.environ, **(env or {})}, check=True, capture_output=True)
        walls.append(time.perf_counter() - started)
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
    return Timing(name, statistics.median(walls), statistics.median(cpus))


def print_ratios(title: str, timings: Sequence[Timing]) -> None:
    """One row a timing, each as a multiple of the first."""
    first = timings[0]
    print(title)
    print(f"  {'':44} {'wall s':>8} {'cpu s':>8} {'wall ×':>8}")
    for row in timings:
        print(f"  {row.name:44} {row.wall:8.2f} {row.cpu:8.2f} {row.wall / first.wall:8.3f}")
