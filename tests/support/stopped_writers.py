"""A writer that is stopped at the n-th thing it asks of the file system, as by a power cut or ``kill -9``.

Run as a program of its own: pytest's process has threads, which a fork would leave behind.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from spbe.sources.storing import store, unsettled

OLD = {
    **{f"a/{n}.yaml": f"lama {n}\n" for n in range(9)},
    **{f"b/c/{n}.yaml": f"lama c{n}\n" for n in range(2)},
    "ada.txt": "tetap\n",
}
CHANGE: dict[str, bytes | None] = {
    **{f"a/{n}.yaml": f"baru {n}\n".encode() for n in range(8)},
    **{f"d/e/{n}.yaml": f"baru e{n}\n".encode() for n in range(6)},
    **{f"b/c/{n}.yaml": None for n in range(2)},
}
NEW = {
    **{path: text for path, text in OLD.items() if path not in CHANGE},
    **{path: content.decode() for path, content in CHANGE.items() if content is not None},
}


def begin(folder: Path) -> None:
    """Let ``folder`` hold what is there before the change."""
    for path, text in OLD.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def look(folder: Path) -> dict[str, str | None]:
    """Everything in ``folder``, folders as ``None`` only where they are empty."""
    found: dict[str, str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_text("utf-8")
        elif not any(path.iterdir()):
            found[name] = None
    return found


def stopped(at: int, run: Callable[[], object]) -> bool:
    """Whether ``run`` in a process of its own was stopped at the ``at``-th thing it asked of the file system."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    left = at

    def hook(event: str, _args: object) -> None:
        nonlocal left
        if event.startswith("os.") or event in {"open", "fcntl.flock"}:
            left -= 1
            if left < 0:
                os._exit(9)

    sys.addaudithook(hook)
    run()
    os._exit(0)


def one_moment(folder: Path, at: int, inner: int) -> tuple[bool, str, list[object]]:
    """Whether the write came to be stopped at ``at``; what came of it, ``old`` or ``new``; what is wrong about that."""
    begin(folder)
    was_stopped = stopped(at, lambda: store(folder, CHANGE))
    left = {path: text for path, text in look(folder).items() if ".spbe-" not in path}
    half = [path for path, text in left.items() if text is not None and text not in {OLD.get(path), NEW.get(path)}]
    lost = [path for path in OLD if path in NEW and path not in left]
    second = 0
    while inner and stopped(second, lambda: unsettled(folder)):
        second += inner
    over = unsettled(folder)
    after = {path: text for path, text in look(folder).items() if path != ".spbe-kunci"}
    wrong: list[object] = [at, half, lost, after] if half or lost or over or after not in (OLD, NEW) else []
    shutil.rmtree(folder)
    return was_stopped, "new" if after == NEW else "old", wrong


def main(top: Path, step: int, inner: int) -> None:
    """Stop the write at every ``step``-th moment, and its rescue at every ``inner``-th; print what was found."""
    os.fsync = lambda _handle: None  # a killed process loses nothing that the system has
    at, outcomes, wrong, was_stopped = 0, {"old": 0, "new": 0}, [], True
    while was_stopped:
        was_stopped, outcome, found = one_moment(top / str(at), at, inner)
        outcomes[outcome] += 1
        wrong += [found] if found else []
        at += step
    print(json.dumps({"moments": sum(outcomes.values()) - 1, "outcomes": outcomes, "wrong": wrong}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
