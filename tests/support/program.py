"""Programs run as their user runs them, as processes of their own, without the seconds of a cold start.

A process that has imported the program and read what it ships (:mod:`support.warm_process`) waits in each worker; every
run is a fork of it: its own folder, surroundings, output and exit code. Where the start itself matters, tests start
``python -m spbe`` themselves.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from support.warm_process import RUNNING

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


def _ask(order: Mapping[str, object]) -> int:
    """What the waiting process answers."""
    with _ONE_AT_A_TIME:
        server = warm_process()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(order) + "\n")
        server.stdin.flush()
        answer = server.stdout.readline()
        assert answer, f"the warm process is gone: {server.poll()}"
        return int(answer)


class Running:
    """``python -m MODULE WORDS`` with an empty standard input, started and not waited for.

    What it says goes to ``out`` and ``err``, which may be one file. With ``count`` it counts there its changes of the
    disk, and is killed right before its ``stop_at``-th, counted from 1. ``largest`` is how many bytes it can write
    into one file, as on a disk that is full in the middle of it.
    """

    def __init__(
        self,
        module: str,
        words: Sequence[object],
        out: Path,
        err: Path,
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        count: Path | None = None,
        stop_at: int = 0,
        largest: int = 0,
    ) -> None:
        self.pid = _ask(
            {
                "do": "start",
                "module": module,
                "words": [str(word) for word in words],
                "cwd": str(cwd or Path.cwd()),
                "env": dict(os.environ if env is None else env),
                "out": str(out),
                "err": str(err),
                "count": str(count or ""),
                "stop_at": stop_at,
                "largest": largest,
            }
        )
        self._code: int | None = None

    def poll(self) -> int | None:
        """Its exit code, if it has ended; as :meth:`subprocess.Popen.poll`."""
        return self._wait(patiently=False)

    def wait(self) -> int:
        """Its exit code, when it has ended."""
        code = self._wait(patiently=True)
        assert code is not None
        return code

    def _wait(self, *, patiently: bool) -> int | None:
        if self._code is None:
            code = _ask({"do": "wait", "process": self.pid, "patiently": patiently})
            self._code = None if code == RUNNING else code
        return self._code

    def terminate(self) -> None:
        """Ask it to end."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGTERM)


def run(
    module: str, *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None, largest: int = 0
) -> subprocess.CompletedProcess[str]:
    """What ``python -m MODULE WORDS`` does, with an empty standard input; as :func:`subprocess.run` tells it."""
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        return _completed(Running(module, words, out, err, cwd=cwd, env=env, largest=largest), module, words, out, err)


def run_until(stop_at: int, module: str, *words: object) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run a program that is killed right before its ``stop_at``-th change of the disk, counted from 1.

    With it, how many changes it made, if it came to its end; 0 stops it never.
    """
    with tempfile.TemporaryDirectory() as folder:
        out, err, count = (Path(folder) / name for name in ("out", "err", "count"))
        done = _completed(Running(module, words, out, err, count=count, stop_at=stop_at), module, words, out, err)
        return done, int(count.read_text() or 0) if count.exists() else 0


def _completed(
    running: Running, module: str, words: Sequence[object], out: Path, err: Path
) -> subprocess.CompletedProcess[str]:
    code = running.wait()
    command = [sys.executable, "-m", module, *map(str, words)]
    return subprocess.CompletedProcess(command, code, out.read_text("utf-8"), err.read_text("utf-8"))


def spbe(
    *words: object, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``spbe`` with these words as a user would."""
    return run("spbe", *words, cwd=cwd, env=env)
