"""Seconds, bytes and memory of work in this process or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


def shortest(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs of ``work``, in seconds."""
    best = float("inf")
    for _ in range(times):
        begin = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begin)
    return best


def least_work(work: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs of ``work`` in seconds of the processor: what others do counts less."""
    best = float("inf")
    for _ in range(times):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


@dataclass(frozen=True)
class Run:
    """One run of a program: ``seconds`` on the clock, ``work`` of all processors, ``memory`` at its peak, in MB."""

    seconds: float
    work: float
    memory: float


def run(arguments: Sequence[str], output: Path) -> Run:
    """Run ``python -m`` with ``arguments`` in a process of its own, without an earlier ``output`` folder.

    That is moved away: a file system that still works on removing thousands of files would slow the run down.
    """
    if output.exists():
        output.rename(Path(tempfile.mkdtemp(dir=output.parent.parent), output.name))
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = process.stdout.read() if process.stdout else b""
    _pid, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)}:\n{said.decode(errors='replace')}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


def alternately(jobs: Sequence[Callable[[], Run]], times: int) -> list[Run]:
    """The shortest run of each job, run in turn so that what else the machine does strikes all of them."""
    runs = [[job() for job in jobs] for _ in range(times)]
    return [min((turn[index] for turn in runs), key=lambda one: one.seconds) for index in range(len(jobs))]
