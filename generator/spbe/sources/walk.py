"""The one walk through the folders of a region: every listing of data, pages, attachments and templates is this one.

It yields ordinary files inside the region, and never enters or follows what leaves it. Whatever is in the way comes
out as an :class:`Obstacle` and is told, for what is passed over in silence would be missing in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from spbe.sources.source import FileStatus, LeavesError, Source

Hindrance = Literal["leaves", "folder-link", "special", "submodule", "error"]
"""A link out of its folder; a link to a folder; a pipe, socket or device; another repository; what cannot be used."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands at ``path`` and cannot be used; ``error`` says why for what the source itself refuses."""

    path: PurePosixPath
    hindrance: Hindrance
    error: OSError | None = None


@dataclass
class Walk:
    """A walk through what lies below ``top``, one folder of ``source``; ``obstacles`` is what was met so far.

    Names that begin with a dot are passed over: they belong to other programs. A link to a file is followed as far
    as it stays below ``top``; a link to a folder never is, for it may lead round in circles.
    """

    source: Source
    top: PurePosixPath
    obstacles: list[Obstacle] = field(default_factory=list)

    def children(self, folder: PurePosixPath) -> tuple[list[PurePosixPath], list[PurePosixPath]]:
        """The folders and the files in ``folder``, by name; neither where ``folder`` cannot be used."""
        folders: list[PurePosixPath] = []
        files: list[PurePosixPath] = []
        if folder == self.top and not self._begins():
            return folders, files
        try:
            listing = self.source.listing(str(folder))
        except OSError as error:
            self._meet(Obstacle(folder, "error", error))
            return folders, files
        for name, status in listing.items():
            if name.startswith("."):
                continue
            path = folder / name
            found = self._look(path, status)
            if isinstance(found, Obstacle):
                self._meet(found)
            else:
                (folders if found else files).append(path)
        return folders, files

    def files(self, folder: PurePosixPath | None = None) -> Iterator[PurePosixPath]:
        """Every file in ``folder``, or in all of ``top``, and below it, folder by folder."""
        waiting = [self.top if folder is None else folder]
        while waiting:
            folders, files = self.children(waiting.pop())
            yield from files
            waiting += reversed(folders)

    def usable(self, path: PurePosixPath) -> bool:
        """Whether nothing is in the way of ``path``, which a caller knows by its name and which exists."""
        if not self._begins():
            return False
        try:
            found = self._look(path, self.source.status(str(path)))
        except OSError as error:
            found = Obstacle(path, "error", error)
        if isinstance(found, Obstacle):
            self._meet(found)
        return not isinstance(found, Obstacle)

    def _begins(self) -> bool:
        """Whether there is a folder to walk through; one that is itself a link is an obstacle."""
        try:
            status = self.source.status(str(self.top))
        except OSError:
            return False
        if status.type == "link":
            inside = self._ends_below(self.top, self.top.parent)
            self._meet(Obstacle(self.top, "folder-link" if inside else "leaves"))
        elif status.type == "submodule":
            self._meet(Obstacle(self.top, "submodule"))
        return status.type == "folder"

    def _meet(self, obstacle: Obstacle) -> None:
        if obstacle not in self.obstacles:
            self.obstacles.append(obstacle)

    def _look(self, path: PurePosixPath, status: FileStatus) -> bool | Obstacle:
        """Whether ``path`` is a folder and not a file, or what is in the way."""
        linked = status.type == "link"
        try:
            if linked:
                if not self._ends_below(path, self.top):
                    return Obstacle(path, "leaves")
                status = self.source.status(self.source.follow(str(path)))
        except OSError as error:
            return Obstacle(path, "error", error)
        if status.type == "folder":
            return Obstacle(path, "folder-link") if linked else True
        if status.type == "file":
            return False
        if status.type == "unusable":
            return Obstacle(path, "error", status.error)
        return Obstacle(path, "submodule" if status.type == "submodule" else "special")

    def _ends_below(self, link: PurePosixPath, folder: PurePosixPath) -> bool:
        """Whether ``link`` ends below ``folder``, in no hidden place; one that ends nowhere may."""
        try:
            end = PurePosixPath(self.source.follow(str(link)))
            top = PurePosixPath(self.source.follow(str(folder)))
        except LeavesError:
            return False
        except OSError:  # told by whoever looks at the end
            return True
        return end.is_relative_to(top) and not any(part.startswith(".") for part in end.relative_to(top).parts)
