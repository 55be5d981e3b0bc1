"""The one walk through the folders of a region: every listing of data, pages, attachments and templates is this one.

It yields ordinary files inside the region, and never enters or follows what leaves it. Whatever is in the way comes
out as an :class:`Obstacle` and is told, for what is passed over in silence would be missing in silence.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Hindrance = Literal["leaves", "folder-link", "special", "error"]
"""A link out of its folder; a link to a folder; a pipe, socket or device; what the operating system refuses."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands at ``path`` and cannot be used; ``error`` says why for what the operating system refuses."""

    path: Path
    hindrance: Hindrance
    error: OSError | None = None


@dataclass
class Walk:
    """A walk through what lies below ``top``, one folder of a region; ``obstacles`` is what was met so far.

    Names that begin with a dot are passed over: they belong to other programs. A link to a file is followed as far
    as it stays below ``top``; a link to a folder never is, for it may lead round in circles.
    """

    top: Path
    obstacles: list[Obstacle] = field(default_factory=list)

    def children(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """The folders and the files in ``folder``, by name; neither where ``folder`` cannot be used."""
        folders: list[Path] = []
        files: list[Path] = []
        if folder == self.top and not self._begins():
            return folders, files
        try:
            if not os.access(folder, os.X_OK):  # its files would have names, but neither kind nor content
                raise PermissionError(errno.EACCES, "folder cannot be entered")
            names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
        except OSError as error:
            self._meet(Obstacle(folder, "error", error))
            return folders, files
        for path in (folder / name for name in names):
            found = self._look(path)
            if isinstance(found, Obstacle):
                self._meet(found)
            else:
                (folders if found else files).append(path)
        return folders, files

    def files(self, folder: Path) -> Iterator[Path]:
        """Every file in ``folder`` and below it, folder by folder."""
        waiting = [folder]
        while waiting:
            folders, files = self.children(waiting.pop())
            yield from files
            waiting += reversed(folders)

    def usable(self, path: Path) -> bool:
        """Whether nothing is in the way of ``path``, which a caller knows by its name and which exists."""
        if not self._begins():
            return False
        found = self._look(path)
        if isinstance(found, Obstacle):
            self._meet(found)
        return not isinstance(found, Obstacle)

    def _begins(self) -> bool:
        """Whether there is a folder to walk through; one that is itself a link is an obstacle."""
        if _is_link(self.top):
            inside = _is_inside(self.top, self.top.parent)
            self._meet(Obstacle(self.top, "folder-link" if inside else "leaves"))
            return False
        return os.path.isdir(self.top)  # noqa: PTH112  (Path.is_dir raises in a folder that may not be entered)

    def _meet(self, obstacle: Obstacle) -> None:
        if obstacle not in self.obstacles:
            self.obstacles.append(obstacle)

    def _look(self, path: Path) -> bool | Obstacle:
        """Whether ``path`` is a folder and not a file, or what is in the way."""
        try:
            linked = _is_link(path)
            if linked and not _is_inside(path, self.top):
                return Obstacle(path, "leaves")
            mode = os.stat(path).st_mode  # noqa: PTH116
        except OSError as error:
            return Obstacle(path, "error", error)
        if stat.S_ISDIR(mode):
            return Obstacle(path, "folder-link") if linked else True
        return False if stat.S_ISREG(mode) else Obstacle(path, "special")


def _is_link(path: Path) -> bool:
    """Whether ``path`` stands for another place: a symbolic link, or a junction of Windows."""
    junction = getattr(os.path, "isjunction", None)  # new in Python 3.12
    return os.path.islink(path) or bool(junction and junction(path))  # noqa: PTH114  (Path.is_symlink may raise)


def _is_inside(link: Path, folder: Path) -> bool:
    """Whether ``link`` ends below ``folder``, on no way through a hidden place; one that ends nowhere may."""
    end, top = os.path.realpath(link), os.path.realpath(folder)
    if end == top:
        return True
    if not end.startswith(os.path.join(top, "")):  # noqa: PTH118
        return False
    return not any(part.startswith(".") for part in Path(end).relative_to(top).parts)
