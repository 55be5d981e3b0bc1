"""Whole or not at all: a site is written beside the old one and takes its place in one step.

Where that cannot be (a mount, a folder above that may not be written), it is written into a hidden folder inside the
old one and moved from there file by file (:mod:`spbe.engines.output.in_place`).
"""

from __future__ import annotations

import ctypes
import glob
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from spbe.engines.output.in_place import Keep, fill
from spbe.sources.lease import Lease, is_leased, sweep

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
_ASIDE: Final = ".lama"
_NESTED: Final = ".spbe-"


class Staging:
    """An empty folder at ``path`` for this process to write the next content of ``target`` into.

    ``keep`` names what is at the top of ``target`` and stays there. What earlier builds left when they were killed is
    removed, or put back where it was all there is of the old site; that of a build still running stays.
    Raises :class:`OSError` where nothing can be written.
    """

    def __init__(self, target: Path, keep: Keep) -> None:
        self.target = Path(os.path.realpath(target))
        self._keep = keep
        parent, beginning = self.target.parent, f".{self.target.name}{_NESTED}"
        parent.mkdir(parents=True, exist_ok=True)
        sweep(parent, re.compile(re.escape(beginning) + "[0-9a-f]{8}"), self._remove)
        self._remove_of_earlier_versions(parent / beginning)
        self._lease = self._lease_near(parent / beginning)
        self.path = self._lease.folder
        self.path.mkdir()

    def _lease_near(self, beginning: Path) -> Lease:
        if self.target.is_dir():
            sweep(self.target, re.compile(re.escape(_NESTED) + "[0-9a-f]{8}"), _forget)
            if self.target.is_mount():
                return Lease(self.target / _NESTED)
        try:
            return Lease(beginning)
        except OSError:
            if self.target.is_dir():
                return Lease(self.target / _NESTED)
            raise

    def publish(self) -> None:
        """Make ``path`` the new ``target`` and remove the old one, but for what its host put there.

        Where the system can exchange two folders in one step (Linux), there is no moment without a site.
        """
        if self.path.parent == self.target:
            fill(self.path, self.target, self._keep)
        elif not self.target.exists():
            self.path.rename(self.target)
        else:
            self._take_over()
            if not _exchange(self.path, self.target) and not self._rename_both():
                self._move_in()
                fill(self.path, self.target, self._keep)
        self.discard()

    def discard(self) -> None:
        """Leave nothing but ``target``; without :meth:`publish` as it was."""
        self._remove(self.path)
        self._lease.end()

    def _take_over(self) -> None:
        """Give the new folder the mode of the old one, and copies of what stays; a history is moved, later."""
        shutil.copymode(self.target, self.path)
        for one in self._kept(self.target, self.path):
            if one.is_dir() and not one.is_symlink():
                if one.name != ".git":
                    shutil.copytree(one, self.path / one.name, symlinks=True)
            else:
                shutil.copy2(one, self.path / one.name, follow_symlinks=False)

    def _kept(self, old: Path, new: Path) -> Iterator[Path]:
        stays = (one for one in sorted(old.iterdir()) if self._keep(one.name))
        yield from (one for one in stays if not os.path.lexists(new / one.name))

    def _rename_both(self) -> bool:
        """Put the old folder aside and the new one in its place; ``False`` where the old one cannot be moved."""
        aside = self.path.with_name(self.path.name + _ASIDE)
        try:
            self.target.rename(aside)
        except OSError:
            return False
        try:
            self.path.rename(self.target)
        except OSError:
            if not self.target.exists():  # else that of another build
                aside.rename(self.target)
            raise
        return True

    def _move_in(self) -> None:
        """Copy what is ready into the target's own file system, where all of it must find room before any is seen."""
        lease = Lease(self.target / _NESTED)
        try:
            shutil.copytree(self.path, lease.folder, symlinks=True)
        except BaseException:
            _forget(lease.folder)
            lease.end()
            raise
        self._remove(self.path)
        self._lease.end()
        self._lease, self.path = lease, lease.folder

    def _remove(self, folder: Path) -> None:
        """Remove what a build left at ``folder`` and beside it, but first give back what only it has."""
        self._restore(folder.with_name(folder.name + _ASIDE))
        self._clear(folder)

    def _restore(self, aside: Path) -> None:
        """An old site that a build had put aside comes back where there is no other."""
        if aside.is_dir() and not self.target.exists():
            aside.rename(self.target)
        self._clear(aside)

    def _clear(self, old: Path) -> None:
        if old.is_dir() and self.target.is_dir() and old.parent != self.target:
            for one in [*self._kept(old, self.target)]:
                one.rename(self.target / one.name)
        _forget(old)

    def _remove_of_earlier_versions(self, beginning: Path) -> None:
        """The same for what spbe left while it named such folders by the number of the process."""
        for left in sorted(beginning.parent.glob(f"{glob.escape(beginning.name)}*")):
            tail = left.name.removeprefix(beginning.name)
            if re.fullmatch(r"lama-[0-9]+", tail):
                self._restore(left)
            elif re.fullmatch(r"[0-9]+", tail) and not is_leased(left):
                self._clear(left)


def _forget(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0
