"""The process behind :mod:`support.program`: it imports the program, reads what it ships, and forks for every run.

It reads one order a line from its standard input, ``start`` or ``wait``, and answers with a number: of the process that
it started, or the exit code of one that ended. It ends with its input, and with it what it started.
Nothing that a region holds is remembered between runs, for every run is a fork of the same waiting process.
"""

from __future__ import annotations

import atexit
import gc
import io
import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import threading
import time
import traceback
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import Any, NoReturn

RUNNING = 1000
"""What is told of a process that has not ended; no exit code."""
MINIMAL = Path(__file__).parent.parent / "data" / "minimal"


def warm_up() -> None:
    """Import what commands import, and read and compile what ships with the program, by one build of a small region."""
    from mkdocs.config.defaults import MkDocsConfig

    from spbe.cli import main
    from spbe.engines.preview.observer import PatientObserver
    from spbe.model.kinds import KINDS

    for model in {model for kind in KINDS.values() for model in kind.models.values()}:
        model.model_rebuild()
    context = main.make_context("spbe", ["check"])
    for name in main.list_commands(context):
        main.get_command(context, name)
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()), suppress(SystemExit):
        main(["build", "--root", str(MINIMAL), "--out", f"{folder}/situs"])
    dict(MkDocsConfig._schema)["plugins"].plugin_cache.clear()  # type: ignore[attr-defined]  (kept for previews)
    PatientObserver.__init__.__defaults__ = (0.05,)  # seconds between two looks: those who edit wait longer than tests
    assert threading.active_count() == 1, "a fork would lose threads"


def become(order: dict[str, Any]) -> None:
    """In a fork: be the process that ``order`` asks for. Returns or raises as the program does."""
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    time.tzset()
    written = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for number, name, how in ((0, os.devnull, os.O_RDONLY), (1, order["out"], written), (2, order["err"], written)):
        opened = os.open(name, how | os.O_APPEND, 0o600)  # both may be one file
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  (open until the process ends)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    if order["largest"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
    if order["count"]:
        os.setsid()
        count_changes(order)
    gc.disable()  # a run is over before there is much to find
    sys.argv = [order["module"], *order["words"]]
    sys.path[0] = order["cwd"]
    runpy.run_module(order["module"], run_name="__main__", alter_sys=True)


def ended_with(order: dict[str, Any]) -> int:
    """In a fork: be what ``order`` asks for to its end; the exit code, as Python has it."""
    try:
        become(order)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        sys.stderr.write(f"{end.code}\n")
        return 1
    except BaseException:  # noqa: BLE001  (told as Python tells it)
        traceback.print_exc()
        return 1
    return 0


def leave(code: int) -> NoReturn:
    """End this fork as a program ends, but leave its memory alone: taking it apart copies all that forks share."""
    threading._shutdown()  # type: ignore[attr-defined]  (waits for threads, as the interpreter does)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def count_changes(order: dict[str, Any]) -> None:
    """From now on count what changes the disk, for ``order["count"]``, and die right before ``order["stop_at"]``."""
    made = 0

    def hook(event: str, words: tuple[Any, ...]) -> None:
        nonlocal made
        if event in CHANGES or (event == "open" and isinstance(words[2], int) and words[2] & _WRITING):
            made += 1
            if made == order["stop_at"]:
                os.killpg(0, signal.SIGKILL)  # what it has started dies with it

    sys.addaudithook(hook)
    count = os.open(order["count"], os.O_WRONLY | os.O_CREAT, 0o600)
    atexit.register(lambda: os.write(count, str(made).encode()))


def serve() -> None:
    """Do every order until there is no more."""
    children: set[int] = set()
    for line in iter(sys.stdin.readline, ""):
        order = json.loads(line)
        answer = 0
        if order["do"] == "start":
            answer = os.fork()
            if answer == 0:
                leave(ended_with(order))
            children.add(answer)
        elif order["do"] == "wait":
            child, status = os.waitpid(order["process"], 0 if order["patiently"] else os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if child else RUNNING
            children.discard(child)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    for child in children:
        os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    warm_up()
    gc.collect()
    gc.freeze()
    serve()
