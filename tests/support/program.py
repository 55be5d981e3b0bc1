"""Programs run as their user runs them, as processes of their own, without the seconds of a cold start.

A process that has imported the program and read what it ships (:mod:`support.warm_process`) waits in each worker; every
run is a fork of it: its own folder, surroundings, output and exit code. Where the start itself matters, or signals and
limits, tests start ``python -m spbe`` themselves.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

_ONE_AT_A_TIME = threading.Lock()


@cache
def warm_process() -> subprocess.Popen[str]:
    """The process of this worker that runs are forked from, until :func:`stop`."""
    tests = Path(__file__).parent.parent
    return subprocess.Popen(
        [sys.executable, "-m", "support.warm_process"],
        cwd=tests,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def stop() -> None:
    """End the waiting process, if there is one."""
    if warm_process.cache_info().currsize:
        warm_process().communicate()
        warm_process.cache_clear()


def run(
    module: str, *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What ``python -m MODULE WORDS`` does, with an empty standard input; as :func:`subprocess.run` tells it."""
    return _run(module, words, cwd=cwd, env=env)[0]


def run_until(stop_at: int, module: str, *words: object) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run a program that is killed right before its ``stop_at``-th change of the disk, counted from 1.

    With it, how many changes it made, if it came to its end; 0 stops it never.
    """
    return _run(module, words, stop_at=stop_at)


def _run(
    module: str,
    words: Sequence[object],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stop_at: int | None = None,
) -> tuple[subprocess.CompletedProcess[str], int]:
    with tempfile.TemporaryDirectory() as folder, _ONE_AT_A_TIME:
        out, err, count = (Path(folder) / name for name in ("out", "err", "count"))
        order = {
            "module": module,
            "words": [str(word) for word in words],
            "cwd": str(cwd or Path.cwd()),
            "env": dict(os.environ if env is None else env),
            "out": str(out),
            "err": str(err),
            "count": "" if stop_at is None else str(count),
            "stop_at": stop_at,
        }
        server = warm_process()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        answer = server.stdout.readline()
        assert answer, f"the warm process is gone: {server.poll()}"
        command = [sys.executable, "-m", module, *order["words"]]
        done = subprocess.CompletedProcess(command, int(answer), out.read_text("utf-8"), err.read_text("utf-8"))
        return done, int(count.read_text() or 0) if count.exists() else 0


def spbe(
    *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``spbe`` with these words as a user would."""
    return run("spbe", *words, cwd=cwd, env=env)
