"""The one writer of files: all of them or none, whatever happens in between.

A full disk, a refusal or an exception leaves everything as it was. A process that is killed leaves each file old or
new and a journal, by which the next that reads or writes the folder finishes or undoes the whole
(:func:`unsettled`).
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from spbe.sources.exchange import back, decide, forward, outlook, prepare, settle, tidy
from spbe.sources.journal import (
    BEGUN,
    DECIDED,
    ENDED,
    LOCK,
    Journal,
    JournalStep,
    UnsafePathError,
    demand_place,
    digest_at,
    digest_of,
    step_for,
)
from spbe.sources.locks import locked

PATIENCE: Final = 10.0
"""Seconds for which a writer waits for another, and a reader for a writer."""

_NOTHING_KNOWN: Final[Mapping[str, bytes | None]] = MappingProxyType({})


class EditedMeanwhileError(Exception):
    """The file at ``path`` is no longer what the change was made from; nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def store(root: Path, files: Mapping[str, bytes | None], before: Mapping[str, bytes | None] = _NOTHING_KNOWN) -> None:
    """Make ``files`` what stands below ``root``: path to new content, or to ``None`` for what shall go.

    Paths have forward slashes. ``before`` is what was found at a path, ``None`` for nothing; of a path that it does
    not name anything may be there. Folders are made and, when nothing is left in them, taken away; modes stay; a link
    is written through, and itself goes.

    Raises, and has then changed nothing: :class:`UnsafePathError` for a path outside; :class:`FileExistsError` where
    nothing
    was and something is; :class:`EditedMeanwhileError`; :class:`OSError` with the name of the file, of the kind
    ``EBUSY`` when another writer does not come to an end. A file cannot become a folder, or the reverse, in one go.
    """
    wanted = {path: _target(root, path, content) for path, content in files.items()}
    below = [path for path in files if not files.keys().isdisjoint(map(str, PurePosixPath(path).parents))]
    if below:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(root / below[0]))
    if len(set(wanted.values())) < len(wanted):  # a file and a link to it
        raise UnsafePathError(next(path for path, target in wanted.items() if path != target))
    made = _missing(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with locked(root / LOCK, PATIENCE, root):
            settle(root)
            _exchange(root, wanted, files, before)
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):  # somebody else's file came into it
                folder.rmdir()
        raise


def unsettled(root: Path) -> Mapping[str, bytes | None]:
    """Finish or undo what a killed writer left in ``root``, and wait for one that lives; costs nothing else.

    Returns what must be laid over the files where that cannot be written: normally nothing.
    """
    if not any(os.path.lexists(root / name) for name in (DECIDED, ENDED, BEGUN)):
        return {}
    try:
        with locked(root / LOCK, PATIENCE, root):
            settle(root)
    except OSError:
        return outlook(root)
    return {}


def _exchange(
    root: Path, wanted: Mapping[str, str], files: Mapping[str, bytes | None], before: Mapping[str, bytes | None]
) -> None:
    _demand_unchanged(root, before)
    journal, contents = _plan(root, wanted, files)
    if not journal.steps:
        return
    try:
        prepare(root, journal, contents)
        _demand_unchanged(root, before)
        decide(root)
        forward(root, journal)
    except BaseException:
        if (root / DECIDED).exists():
            back(root, journal)
        tidy(root, journal)
        raise
    tidy(root, journal)


def _plan(root: Path, wanted: Mapping[str, str], files: Mapping[str, bytes | None]) -> tuple[Journal, dict[str, bytes]]:
    """What must be done, and the new content by target; nothing for what stands there already."""
    mark = secrets.token_hex(8)
    contents: dict[str, bytes] = {}
    steps: list[JournalStep] = []
    for path, target in wanted.items():
        content, place = files[path], root / path
        if content is not None and place.is_symlink() and not place.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(place))
        found = _found(root / target)
        after = None if content is None else digest_of(content)
        if found != after:
            steps.append(step_for(target, mark, len(steps), digests=(found, after)))
            if content is not None:
                contents[target] = content
    return Journal(tuple(steps), tuple(_new_folders(root, contents))), contents


def _found(place: Path) -> str | None:
    """What stands at ``place``, which must be a file that may be written, a link, or nothing."""
    if place.is_symlink():
        return digest_at(place)
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(place))
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    return digest_at(place)


def _new_folders(root: Path, targets: Iterable[str]) -> list[str]:
    """The folders that ``targets`` need and that are not there, outermost first."""
    found: dict[str, None] = {}
    for target in targets:
        for folder in reversed(PurePosixPath(target).parents[:-1]):
            if not os.path.lexists(root / folder):
                found[folder.as_posix()] = None
            elif not (root / folder).is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(root / folder))
    return list(found)


def _target(root: Path, path: str, content: bytes | None) -> str:
    """Where ``path`` ends when links are followed, as a path below ``root``; the last link only if it is written to."""
    demand_place(path)
    place = root / path
    real = os.path.realpath(place if content is not None else place.parent)
    inside = os.path.relpath(real, os.path.realpath(root)).replace(os.sep, "/")
    target = inside if content is not None else (PurePosixPath(inside) / place.name).as_posix()
    try:
        demand_place(target)
    except UnsafePathError:
        raise UnsafePathError(path) from None
    return target


def _demand_unchanged(root: Path, before: Mapping[str, bytes | None]) -> None:
    for path, content in before.items():
        place = root / path
        if content is None:
            if os.path.lexists(place):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
            continue
        try:
            there = place.read_bytes()
        except FileNotFoundError:
            raise EditedMeanwhileError(path) from None
        if there != content:
            raise EditedMeanwhileError(path)


def _missing(folder: Path) -> list[Path]:
    """Of ``folder`` and what it lies in, what is not there, outermost first."""
    return [one for one in (folder, *folder.parents) if not one.exists()][::-1]
