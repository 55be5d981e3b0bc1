"""A tree of files that lies on no disk: what a revision or an archive lists."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from typing import Final

from spbe.sources.source import FileStatus
from spbe.sources.symlinks import follow

DEPTH: Final = 100
"""Folders one in the other; a region needs five, and every further one costs as much as all before it."""

_FOLDER: Final = FileStatus("folder")


class FileTree:
    """What stands where, built path by path; folders are those that something lies in.

    A name that is given twice, or to a file and to a folder, is unusable: no disk could hold it.
    """

    def __init__(self) -> None:
        self._folders: dict[str, dict[str, FileStatus]] = {"": {}}
        self._placed: set[str] = set()

    def add(self, path: str, status: FileStatus) -> None:
        """Let ``status`` be what stands at ``path``; a folder may be given many times."""
        folder = ""
        *above, name = path.split("/", DEPTH)
        if "/" in name:  # no disk could hold it, or nobody would find it there
            error = OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), path)
            name, status = name.partition("/")[0], FileStatus("unusable", error=error)
        for part in above:
            here = f"{folder}/{part}" if folder else part
            if self._folders[folder].setdefault(part, _FOLDER) is not _FOLDER:
                self._spoil(folder, part)
                return
            self._folders.setdefault(here, {})
            folder = here
        status = _FOLDER if status.type == "folder" else status
        known = self._folders[folder].setdefault(name, status)
        if status is _FOLDER and known is _FOLDER:
            self._folders.setdefault(path, {})
        elif known is not status or path in self._placed:
            self._spoil(folder, name)
        self._placed.add(path)

    def _spoil(self, folder: str, name: str) -> None:
        error = FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), f"{folder}/{name}" if folder else name)
        self._folders[folder][name] = FileStatus("unusable", error=error)

    def __contains__(self, path: str) -> bool:
        return _known(path) in self._folders or self._at(path) is not None

    def listing(self, folder: str) -> Mapping[str, FileStatus]:
        """See :class:`spbe.sources.source.Source`."""
        found = self._folders.get(_known(folder))
        if found is None or self.status(folder).type != "folder":
            missing = self._at(folder) is None
            number = errno.ENOENT if missing else errno.ENOTDIR
            raise OSError(number, os.strerror(number), folder)
        return dict(sorted(found.items()))

    def status(self, path: str) -> FileStatus:
        """See :class:`spbe.sources.source.Source`."""
        found = self._at(path)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return found

    def follow(self, path: str, base: str) -> str:
        """See :class:`spbe.sources.source.Source`; what is in the tree lies behind no link."""
        found = self._at(path)
        return _known(path) if found is not None and found.type != "link" else follow(self, path, base)

    def _at(self, path: str) -> FileStatus | None:
        path = _known(path)
        if not path:
            return _FOLDER
        folder, _slash, name = path.rpartition("/")
        return self._folders.get(folder, {}).get(name)


def _known(path: str) -> str:
    return "" if path == "." else path
