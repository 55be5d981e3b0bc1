"""What a write of several files has in hand, noted down so that whoever comes after a kill can finish or undo it."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

BEGUN: Final = ".spbe-jurnal-disiapkan"
"""The journal while new content is made ready: nothing has changed yet."""

DECIDED: Final = ".spbe-jurnal"
"""The journal by this name: everything is ready, and the files are being exchanged."""

ENDED: Final = ".spbe-jurnal-selesai"
"""The journal once every file is what it should be, and only leftovers are to go."""

LOCK: Final = ".spbe-kunci"

_IN_NO_NAME: Final = re.compile(r"[\0\\:]" if os.name == "nt" else r"\0")
_READY: Final = re.compile(r"\.spbe-[0-9a-f]{16}-[0-9]+")
_KEPT: Final = ".lama"


class UnsafePathError(ValueError):
    """Nothing may be written at ``path``: it leads out of the folder, into git's own, or is no path at all."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class JournalError(OSError):
    """A journal holds what none of ours does, so what it should tell of can be neither finished nor undone."""


@dataclass(frozen=True)
class JournalStep:
    """One file: ``target``, and ``ready`` beside it with what it shall say (``None``: it shall go).

    ``kept`` holds what it said until everything is done. ``before`` and ``after`` are digests, ``None`` for nothing.
    All paths are below the root, with forward slashes, and lead through no link.
    """

    target: str
    ready: str | None
    kept: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Journal:
    """The ``steps`` of one write, and the ``folders`` that are made for it, outermost first."""

    steps: tuple[JournalStep, ...]
    folders: tuple[str, ...]

    def text(self) -> str:
        """As it is written down."""
        return json.dumps(asdict(self), indent=1)


def read_journal(root: Path, name: str) -> Journal:
    """The journal called ``name`` in ``root``.

    Raises :class:`OSError`, and :class:`JournalError` where it holds what no journal of ours does: whoever made it,
    nothing outside ``root`` is touched on its account.
    """
    text = (root / name).read_text("ascii", errors="replace")
    try:
        found: dict[str, Any] = json.loads(text)
        journal = Journal(tuple(JournalStep(**step) for step in found["steps"]), tuple(map(str, found["folders"])))
        for folder in journal.folders:
            demand_place(folder)
        for step in journal.steps:
            _demand_own(root, step)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise JournalError(errno.EIO, os.strerror(errno.EIO), str(root / name)) from error
    return journal


def demand_place(path: str) -> None:
    """Raises :class:`UnsafePathError` for a path that is none below a folder, or that is git's or ours."""
    for part in path.split("/"):
        plain = part.casefold().rstrip(". ")
        if plain in {"", ".git", "git~1"} or plain.startswith(".spbe-") or _IN_NO_NAME.search(part):
            raise UnsafePathError(path)


def step_for(target: str, mark: str, number: int, *, digests: tuple[str | None, str | None]) -> JournalStep:
    """The step with ``number`` of the write called ``mark``, which makes the first of ``digests`` the second."""
    folder, slash, _name = target.rpartition("/")
    ready = f"{folder}{slash}.spbe-{mark}-{number}"
    before, after = digests
    return JournalStep(target, None if after is None else ready, ready + _KEPT, before, after)


def digest_at(place: Path) -> str | None:
    """What stands at ``place``, as a short name: a link by where it leads; ``None`` for nothing."""
    if place.is_symlink():
        return f"link {place.readlink()}"
    if place.exists() and not place.is_file():
        return "no file"
    try:
        return digest_of(place.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def digest_of(content: bytes) -> str:
    """What a journal knows ``content`` by: its SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _demand_own(root: Path, step: JournalStep) -> None:
    demand_place(step.target)
    folder, _slash, _name = step.target.rpartition("/")
    for name in filter(None, (step.ready, step.kept.removesuffix(_KEPT))):
        above, _slash, last = name.rpartition("/")
        if above != folder or not _READY.fullmatch(last):
            raise ValueError(name)
    inside = os.path.relpath(os.path.realpath(root / folder), os.path.realpath(root))
    if inside.replace(os.sep, "/") != (folder or "."):  # a link has come into the way
        raise ValueError(folder)
