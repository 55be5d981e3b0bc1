"""The exchange of several files that a :class:`spbe.sources.journal.Journal` notes down, forward and back.

Each function may be stopped at any moment and be called again by another process.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from spbe.sources.journal import BEGUN, DECIDED, ENDED, Journal, JournalStep, digest_at, read_journal


def prepare(root: Path, journal: Journal, contents: Mapping[str, bytes]) -> None:
    """Make ready what the targets shall say (``contents``), and keep what they say; nothing has changed then."""
    _write_synced(root / BEGUN, journal.text().encode("ascii"), root)
    for made in journal.folders:
        (root / made).mkdir(exist_ok=True)
    for step in journal.steps:
        target = root / step.target
        if step.ready is None:
            continue
        _write_synced(root / step.ready, contents[step.target], target)
        if step.before is not None:
            _dress_like(target, root / step.ready)
            _keep(target, root / step.kept)
    for folder in {(root / step.target).parent for step in journal.steps}:
        _sync(folder)


def decide(root: Path) -> None:
    """From here on the write will be finished, by whoever it is."""
    (root / BEGUN).rename(root / DECIDED)
    _sync(root)


def forward(root: Path, journal: Journal) -> None:
    """Let every target be what it shall be; leftovers and the journal stay."""
    for step in journal.steps:
        if step.ready is not None and (root / step.ready).exists():
            (root / step.ready).replace(root / step.target)
    for step in journal.steps:
        if step.ready is None and not os.path.lexists(root / step.kept) and os.path.lexists(root / step.target):
            (root / step.target).rename(root / step.kept)


def back(root: Path, journal: Journal) -> None:
    """Let every target be what it was, but for those that somebody has edited since."""
    for step in journal.steps:
        target, kept = root / step.target, root / step.kept
        if digest_at(target) == step.after:
            if os.path.lexists(kept):
                kept.replace(target)
            elif step.before is None:
                target.unlink(missing_ok=True)


def tidy(root: Path, journal: Journal) -> None:
    """Take away what the write needed, folders in which nothing is left, and last the journal."""
    if (root / DECIDED).exists():
        (root / DECIDED).rename(root / ENDED)
        _sync(root)
    for step in journal.steps:
        for name in filter(None, (step.ready, step.kept)):
            (root / name).unlink(missing_ok=True)
    for made in reversed(journal.folders):
        with suppress(OSError):  # something is in it
            (root / made).rmdir()
    for step in journal.steps:
        if step.ready is None and not os.path.lexists(root / step.target):
            _drop_empty(root, (root / step.target).parent)
    for folder in {(root / step.target).parent for step in journal.steps}:
        _sync(folder)
    for name in (BEGUN, ENDED):
        (root / name).unlink(missing_ok=True)


def settle(root: Path) -> None:
    """Finish or undo the write that a process has left in ``root``; the caller holds the lock. May raise OSError."""
    if (root / DECIDED).exists():
        journal = read_journal(root, DECIDED)
        (back if _is_contested(root, journal) else forward)(root, journal)
        tidy(root, journal)
    elif (root / ENDED).exists():
        tidy(root, read_journal(root, ENDED))
    elif (root / BEGUN).exists():
        try:
            journal = read_journal(root, BEGUN)
        except OSError:  # it was not written to its end, so nothing came after it
            journal = Journal((), ())
        tidy(root, journal)


def outlook(root: Path) -> dict[str, bytes | None]:
    """What :func:`settle` would make of the files, and its journal gone, for those who read but may not write.

    Nothing for a journal that is none of ours.
    """
    try:
        journal = read_journal(root, DECIDED)
    except OSError:
        return {}
    contested = _is_contested(root, journal)
    found: dict[str, bytes | None] = {DECIDED: None}
    for step in journal.steps:
        target, kept = root / step.target, root / step.kept
        if contested:
            if digest_at(target) == step.after:
                found[step.target] = _content(kept)
        elif step.ready is None:
            if os.path.lexists(target) and not os.path.lexists(kept):
                found[step.target] = None
        elif (content := _content(root / step.ready)) is not None:
            found[step.target] = content
    return found


def _write_synced(place: Path, content: bytes, called: Path) -> None:
    """Write ``content`` to a new file at ``place``, down to the disk; an error names the file ``called``."""
    try:
        with place.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:  # when a disk is full the system names no file
        raise OSError(error.errno, error.strerror, str(called)) from error


def _content(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None


def _is_contested(root: Path, journal: Journal) -> bool:
    """Whether somebody has edited what was not exchanged yet: then what was made ready may not go over it."""
    return any(_is_waiting(root, step) and digest_at(root / step.target) != step.before for step in journal.steps)


def _is_waiting(root: Path, step: JournalStep) -> bool:
    if step.ready is None:
        return os.path.lexists(root / step.target) and not os.path.lexists(root / step.kept)
    return (root / step.ready).exists()


def _dress_like(target: Path, ready: Path) -> None:
    """Give ``ready`` the mode of ``target``, and its owner where that may be done."""
    shutil.copymode(target, ready)
    with suppress(OSError, AttributeError):
        found = target.stat()
        if (found.st_uid, found.st_gid) != (os.geteuid(), os.getegid()):
            os.chown(ready, found.st_uid, found.st_gid)


def _keep(target: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(target)
    except OSError:  # a file system without hard links
        _write_synced(kept, target.read_bytes(), target)
        shutil.copystat(target, kept)


def _drop_empty(root: Path, folder: Path) -> None:
    with suppress(OSError):  # something is in it
        while folder != root:
            if folder.exists():  # else it went before a kill
                folder.rmdir()
            folder = folder.parent


def _sync(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
