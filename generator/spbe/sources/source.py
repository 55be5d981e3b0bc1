"""What files come from, whatever holds them: a folder, a git revision, an archive, any of them with changes laid over.

Paths are POSIX strings relative to the region's root: ``architecture/aplikasi/simpeg.yaml``; ``""`` and ``"."`` are
the root itself.
Bytes of a name that are no UTF-8 stand in it as Python's surrogate escapes, in every source alike.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal, Protocol

from spbe.sources.git_command import GitHindrance

FileType = Literal["file", "folder", "link", "special", "submodule", "unusable"]
"""What stands at a path: ``special`` is a pipe, socket or device; ``submodule`` a place for another repository, whose
files a commit does not hold; ``unusable`` what the source itself cannot make sense of."""

CHUNK: Final = 1 << 20
"""Bytes that :meth:`Source.stream` gives at a time, at most."""


@dataclass(frozen=True, slots=True)
class FileStatus:
    """What stands at a path, links not followed.

    ``target`` is where a link leads, as written; ``error`` says why something is unusable.
    """

    type: FileType
    target: str = ""
    error: OSError | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """When a source last changed.

    ``day`` is when something in a source last changed, if that is known.

    ``hindrance`` is what kept git from answering, ``shallow`` says that it knows only the end of the history.
    """

    day: date | None
    hindrance: GitHindrance | None = None
    shallow: bool = False


class TooLargeError(OSError):
    """A file holds more than was asked for; ``size`` is how many bytes, at least."""

    def __init__(self, path: str, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), path)
        self.size = size


class LeavesError(OSError):
    """A link leads out of the source."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EXDEV, os.strerror(errno.EXDEV), path)


class Source(Protocol):
    """Where the files of a region come from; it never changes anything.

    Every question may raise :class:`OSError` for what is not there or cannot be read, and nothing else.
    """

    @property
    def place(self) -> Path:
        """The folder or archive on this computer that it is read from; for what is no data, and for messages."""
        ...

    @property
    def base(self) -> str:
        """The real path of its root, with forward slashes, for links that leave it and come back; else empty."""
        ...

    def listing(self, folder: str) -> Mapping[str, FileStatus]:
        """The names in ``folder``, sorted, hidden ones too, each with what stands there."""
        ...

    def status(self, path: str) -> FileStatus:
        """What stands at ``path``, of which no part but the last is a link."""
        ...

    def follow(self, path: str) -> str:
        """Where ``path`` ends when every link on the way is followed; nothing need be there.

        Raises :class:`LeavesError` where that is outside.
        """
        ...

    def read(self, path: str, most: int) -> bytes:
        """The bytes of the file at the end of ``path``; :class:`TooLargeError` when they are more than ``most``."""
        ...

    def stream(self, paths: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each of ``paths`` with its bytes, piece by piece, so that no large file is ever held whole.

        The pieces of one are asked for before the next; asking for them may raise :class:`OSError`.
        """
        ...

    def prepare(self, paths: Sequence[str], most: int) -> None:
        """Says that ``paths`` will be read, of ``most`` bytes each: a source may fetch them all at once. Never raises.

        What it cannot fetch is told when it is read.
        """
        ...

    def identity(self, path: str) -> str | None:
        """The name of the content at the end of ``path`` (:func:`content_name`), where it is known without reading.

        ``None`` where it is not.
        """
        ...

    def dated(self, folders: Sequence[str]) -> Dated:
        """When something in it last changed; where only files tell that, those in ``folders``."""
        ...


def content_name(content: bytes) -> str:
    """What git calls ``content`` in a repository of the usual kind: the same bytes have the same name everywhere."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def exists(source: Source, path: str) -> bool:
    """Whether something stands at ``path``, be it a link that leads nowhere."""
    try:
        source.status(path)
    except OSError:
        return False
    return True


def type_at(source: Source, path: str) -> FileType | None:
    """What stands at the end of ``path``, links followed; ``None`` where there is nothing, or nobody can tell."""
    try:
        return source.status(source.follow(path)).type
    except OSError:
        return None


def called(path: str) -> str:
    """``path`` as it is called in messages; bytes of a name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")
