"""How the benchmarks take time: medians of many runs, contenders taking turns in one process."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence


def take_turns(contenders: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each contender in milliseconds.

    They take turns, so that whatever else the machine does meanwhile slows them alike.
    """
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for name, run in contenders.items():
        run()
        taken[name].clear()
    for _ in range(rounds):
        for name, run in contenders.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) * 1000 for name, times in taken.items()}


def processes(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, float]:
    """The median time of each command in milliseconds, process start included."""

    # Installed packages come with their bytecode; sources in a checkout get theirs in the first run.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def run(command: Sequence[str]) -> Callable[[], object]:
        return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)

    return take_turns({name: run(command) for name, command in commands.items()}, rounds)
