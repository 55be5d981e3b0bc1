"""A region in a folder of this computer: what most commands read, and the only source that can be written to."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from spbe.sources.git import repository_around
from spbe.sources.git_command import GitError, GitHindrance
from spbe.sources.laid_over import LaidOver
from spbe.sources.source import CHUNK, Dated, FileStatus, LeavesError, Source, TooLargeError
from spbe.sources.storing import unsettled
from spbe.sources.walk import Walk

_FILE, _FOLDER, _SPECIAL = FileStatus("file"), FileStatus("folder"), FileStatus("special")


@dataclass(frozen=True)
class FolderSource:
    """The files below ``place`` as they are at each question."""

    place: Path

    @property
    def base(self) -> str:
        """See :class:`spbe.sources.source.Source`."""
        return Path(os.path.realpath(self.place)).as_posix()

    def listing(self, folder: str) -> Mapping[str, FileStatus]:
        """See :class:`spbe.sources.source.Source`."""
        path = self._path(folder)
        if not os.access(path, os.X_OK) and os.path.lexists(path):  # its files would have names but no content
            raise PermissionError(errno.EACCES, "folder cannot be entered", folder)
        with os.scandir(path) as entries:
            found = {entry.name: _status(entry) for entry in entries}
        return dict(sorted(found.items()))

    def status(self, path: str) -> FileStatus:
        """See :class:`spbe.sources.source.Source`."""
        real = self._path(path)
        try:
            mode = real.stat().st_mode if path in {"", "."} else real.lstat().st_mode
        except ValueError:  # a name that no file can have
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None
        if stat.S_ISLNK(mode) or _is_junction(real):
            return FileStatus("link", _target(real))
        return _FOLDER if stat.S_ISDIR(mode) else _FILE if stat.S_ISREG(mode) else _SPECIAL

    def follow(self, path: str) -> str:
        """See :class:`spbe.sources.source.Source`."""
        top, end = os.path.realpath(self.place), os.path.realpath(self._path(path))
        if end != top and not end.startswith(os.path.join(top, "")):  # noqa: PTH118
            raise LeavesError(path)
        self._path(path).stat()  # raises for what leads nowhere
        return "" if end == top else Path(end).relative_to(top).as_posix()

    def read(self, path: str, most: int) -> bytes:
        """See :class:`spbe.sources.source.Source`."""
        real = self._path(path)
        found = real.stat()
        _demand_file(found, path)
        if found.st_size > most:
            raise TooLargeError(path, found.st_size)
        with real.open("rb") as stream:
            content = stream.read(most + 1)
        if len(content) > most:  # it grew meanwhile
            raise TooLargeError(path, len(content))
        return content

    def stream(self, paths: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
        """See :class:`spbe.sources.source.Source`."""
        for path in paths:
            yield path, self._pieces(path)

    def prepare(self, paths: Sequence[str], most: int) -> None:
        """Nothing: a disk is as fast one file at a time."""

    def identity(self, path: str) -> str | None:  # noqa: ARG002
        """Never known without reading."""
        return None

    def dated(self, folders: Sequence[str]) -> Dated:
        """The day of the newest commit that touched the folder, else of the newest file in ``folders``."""
        repository = repository_around(self.place)
        if isinstance(repository, GitHindrance):
            return Dated(self._newest(folders), repository)
        hindrance = None
        try:
            day = repository.newest()
        except GitError as error:
            day, hindrance = None, error.hindrance
        return Dated(day or self._newest(folders), hindrance, repository.shallow)

    def _newest(self, folders: Sequence[str]) -> date:
        walks = (Walk(self, PurePosixPath(folder)) for folder in folders)
        return newest_of(self.place / file for walk in walks for file in walk.files())

    def _pieces(self, path: str) -> Iterator[bytes]:
        real = self._path(path)
        _demand_file(real.stat(), path)
        with real.open("rb") as stream:
            while piece := stream.read(CHUNK):
                yield piece

    def _path(self, path: str) -> Path:
        return self.place / path


def source_of(root: Path | Source) -> Source:
    """``root`` itself, or the folder of that path.

    What a killed writer left there is finished or undone first; where that cannot be, it is laid over. Raises
    :class:`OSError` for a journal that nobody can read.
    """
    if not isinstance(root, Path):
        return root
    waiting = unsettled(root)
    return LaidOver(FolderSource(root), waiting) if waiting else FolderSource(root)


def newest_of(files: Iterable[Path]) -> date:
    """The day, in UTC, on which the newest of ``files`` was written; those that cannot be looked at are passed over."""
    newest = 0.0
    for file in files:
        try:
            newest = max(newest, file.stat().st_mtime)
        except OSError:  # reading it will say so
            continue
    return datetime.fromtimestamp(min(newest, _LAST_SECOND), UTC).date()


_LAST_SECOND = datetime(9999, 12, 31, tzinfo=UTC).timestamp()


def _status(entry: os.DirEntry[str]) -> FileStatus:
    try:
        if entry.is_symlink() or _is_junction(entry.path):
            return FileStatus("link", _target(Path(entry.path)))
        if entry.is_dir(follow_symlinks=False):
            return _FOLDER
        return _FILE if entry.is_file(follow_symlinks=False) else _SPECIAL
    except OSError as error:
        return FileStatus("unusable", error=error)


def _target(link: Path) -> str:
    return str(link.readlink()).replace(os.sep, "/")


def _is_junction(path: str | Path) -> bool:
    """Whether ``path`` is a folder of Windows that stands for another place."""
    junction = getattr(os.path, "isjunction", None)  # new in Python 3.12
    return bool(junction and junction(path))


def _demand_file(found: os.stat_result, path: str) -> None:
    """Raises for what is no ordinary file: a pipe or a device may never end."""
    if not stat.S_ISREG(found.st_mode):
        number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
        raise OSError(number, os.strerror(number), path)
