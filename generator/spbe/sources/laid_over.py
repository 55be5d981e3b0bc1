"""A source with changes laid over: what it would be if they were written."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spbe.sources.file_tree import FileTree
from spbe.sources.source import Dated, FileStatus, LeavesError, Source, TooLargeError, content_name
from spbe.sources.symlinks import Statuses, follow


class LaidOver:
    """A source with changes laid over it.

    ``source`` as it would be if every path of ``changes`` held these bytes, or nothing for ``None``.

    A folder that loses its last file is gone too, as in git. A path that is a link, or leads through one, means the
    file where it ends; taken away, the link itself goes. Raises :class:`OSError` for what could not be written: below
    a file, where a folder stands, outside the source; :class:`ValueError` for what is no path.
    """

    def __init__(self, source: Source, changes: Mapping[str, bytes | None]) -> None:
        self._source = source
        self.base = source.base
        self._gone = {self._removed(_demand_path(path)) for path, content in changes.items() if content is None}
        self._emptied: set[str] = set()
        for path in self._gone:
            self._empty(path)
        self._hidden = self._gone | self._emptied
        self._written: dict[str, bytes] = {}
        self._added = FileTree()
        for path, content in changes.items():
            if content is not None:
                self._write(self._end(_demand_path(path)), content)

    @property
    def place(self) -> Path:
        """See :class:`spbe.sources.source.Source`."""
        return self._source.place

    def listing(self, folder: str) -> Mapping[str, FileStatus]:
        """See :class:`spbe.sources.source.Source`."""
        below: Mapping[str, FileStatus] = {}
        if folder not in self._emptied:
            try:
                below = self._source.listing(folder)
            except OSError:
                if folder not in self._added:
                    raise
        elif folder not in self._added:
            raise _error(errno.ENOENT, folder)
        prefix = "" if folder in {"", "."} else f"{folder}/"
        found = {name: status for name, status in below.items() if f"{prefix}{name}" not in self._hidden}
        if folder in self._added:
            found |= self._added.listing(folder)
        return dict(sorted(found.items()))

    def status(self, path: str) -> FileStatus:
        """See :class:`spbe.sources.source.Source`."""
        if path in self._added:
            return self._added.status(path)
        if path in self._hidden:
            raise _error(errno.ENOENT, path)
        return self._source.status(path)

    def follow(self, path: str) -> str:
        """See :class:`spbe.sources.source.Source`."""
        return path if path in self._written else follow(self, path, self.base)

    def read(self, path: str, most: int) -> bytes:
        """See :class:`spbe.sources.source.Source`."""
        end = self.follow(path)
        content = self._written.get(end)
        if content is None:
            return self._source.read(end, most)
        if len(content) > most:
            raise TooLargeError(path, len(content))
        return content

    def stream(self, paths: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
        """See :class:`spbe.sources.source.Source`."""
        wanted = list(paths)
        ends = dict(self._ends(wanted))
        below = self._source.stream([end for path in wanted if (end := ends.get(path)) and end not in self._written])
        for path in wanted:
            end = ends.get(path)
            if end is None:
                yield path, _missing(path)
            elif end in self._written:
                yield path, iter((self._written[end],))
            else:
                yield path, next(below)[1]

    def prepare(self, paths: Sequence[str], most: int) -> None:
        """See :class:`spbe.sources.source.Source`."""
        self._source.prepare([end for _path, end in self._ends(paths) if end not in self._written], most)

    def identity(self, path: str) -> str | None:
        """See :class:`spbe.sources.source.Source`."""
        end = self.follow(path)
        content = self._written.get(end)
        return self._source.identity(end) if content is None else content_name(content)

    def dated(self, folders: Sequence[str]) -> Dated:
        """See :class:`spbe.sources.source.Source`; what is not written yet has no date."""
        return self._source.dated(folders)

    def _ends(self, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Each of ``paths`` that leads anywhere, with its end."""
        for path in paths:
            try:
                yield path, self.follow(path)
            except OSError:
                continue

    def _removed(self, path: str) -> str:
        """The place of what is taken away at ``path``, which may be a link but leads through none."""
        folder, _slash, name = path.rpartition("/")
        try:
            above = self._source.follow(folder)
        except LeavesError:
            raise
        except OSError:  # nothing is there to be taken away
            return path
        place = f"{above}/{name}" if above else name
        if _type(self._source, place) == "folder":
            raise _error(errno.EISDIR, path)
        return place

    def _empty(self, path: str) -> None:
        """Let every folder above ``path``, which is gone, be gone that has nothing else in it."""
        if _type(self._source, path) is None:
            return
        folder = path.rpartition("/")[0]
        while folder:
            left = (f"{folder}/{name}" for name in self._source.listing(folder))
            if any(one not in self._gone and one not in self._emptied for one in left):
                return
            self._emptied.add(folder)
            folder = folder.rpartition("/")[0]

    def _end(self, path: str) -> str:
        """Where what is written at ``path`` will stand."""
        above, rest = path, ""
        while above and (above in self._hidden or _type(self._source, above) is None):
            above, _slash, name = above.rpartition("/")
            rest = f"{name}/{rest}" if rest else name
        end = self._source.follow(above)
        folder = self._source.status(end).type == "folder"
        if folder != bool(rest):
            raise _error(errno.EISDIR if folder else errno.ENOTDIR, path)
        return "/".join(part for part in (end, rest) if part)

    def _write(self, end: str, content: bytes) -> None:
        self._written[end] = content
        self._added.add(end, FileStatus("file"))
        if _type(self._added, end) != "file":
            raise _error(errno.ENOTDIR, end)


def _demand_path(path: str) -> str:
    if any(part in {"", ".", ".."} for part in path.split("/")) or "\0" in path:
        raise ValueError(path)
    return path


def _type(source: Statuses, path: str) -> str | None:
    try:
        return source.status(path).type
    except OSError:
        return None


def _error(number: int, path: str) -> OSError:
    return OSError(number, os.strerror(number), path)


def _missing(path: str) -> Iterator[bytes]:
    raise _error(errno.ENOENT, path)
    yield b""
