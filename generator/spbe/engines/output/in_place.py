"""A site copied into a folder that cannot be exchanged, so that no page is ever there before its files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

Keep = Callable[[str], bool]
"""Whether an entry at the top of a folder, by its name, is its host's and stays."""


def fill(source: Path, target: Path, keep: Keep) -> None:
    """Move every file of ``source``, which lies in ``target``, to its place there, and remove what is not of it.

    First what pages need, then pages, the home page last of them; then what is left of the old site goes. Both
    folders are of one file system, so each file takes its place in one step and a disk that is full was full before.
    """
    new = [PurePosixPath(path.relative_to(source).as_posix()) for path in source.rglob("*") if not path.is_dir()]
    for name in sorted(new, key=_turn):
        _make_way(target, name)
        (source / name).replace(target / name)
    own = {source.name, *(one.name for one in target.iterdir() if one.name.startswith(source.name))}
    for one in target.iterdir():
        if one.name not in own and (not keep(one.name) or PurePosixPath(one.name) in new):
            _remove_old(one, PurePosixPath(one.name), set(new))


def _turn(name: PurePosixPath) -> tuple[bool, int, str]:
    page = name.suffix in {".html", ".htm"}
    return page, -len(name.parts) if page else 0, str(name)


def _make_way(target: Path, name: PurePosixPath) -> None:
    """Folders for the file ``name``: what was no folder gives way to one, and a folder to a file."""
    for parent in reversed(name.parents[:-1]):
        place = target / parent
        if place.is_symlink() or place.is_file():
            place.unlink()
        place.mkdir(exist_ok=True)
    if (target / name).is_dir() and not (target / name).is_symlink():
        shutil.rmtree(target / name)


def _remove_old(path: Path, name: PurePosixPath, new: set[PurePosixPath]) -> None:
    if path.is_dir() and not path.is_symlink():
        for one in path.iterdir():
            _remove_old(one, name / one.name, new)
        if not any(path.iterdir()):
            path.rmdir()
    elif name not in new:
        os.unlink(path)  # noqa: PTH108  (a link too, never what it leads to)
