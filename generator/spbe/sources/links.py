"""Links inside a source, followed without a disk."""

from __future__ import annotations

import errno
import os
import posixpath
from typing import Final, Protocol

from spbe.sources.source import FileStatus, LeavesError

HOPS: Final = 40
"""Links on one way, after which it is taken for a circle."""


class Statuses(Protocol):
    """What can say what stands at a path."""

    def status(self, path: str) -> FileStatus:
        """See :meth:`spbe.sources.source.Source.status`."""
        ...


def follow(source: Statuses, path: str, base: str = "") -> str:
    """Where ``path`` ends in ``source``, as the operating system would find it.

    ``base`` is the real path of the source's root on this computer, if it has one: a link that leaves the root may
    come back through it. Raises :class:`LeavesError`, and :class:`OSError` for circles and ways through what is no
    folder or not there.
    """
    done: list[str] = []
    rest = _parts(path)
    hops = 0
    while rest:
        part = rest.pop()
        if part == ".." and done:
            done.pop()
            continue
        if part == "..":
            rest = _back_inside(posixpath.join(base, "..", *reversed(rest)), base, path)
            continue
        here = "/".join([*done, part])
        found = source.status(here)
        if found.type == "link":
            hops += 1
            if hops > HOPS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
            if found.target.startswith("/"):
                done, rest = [], [*rest, *_back_inside(found.target, base, path)]
            else:
                rest += _parts(found.target)
        elif rest and found.type != "folder":
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
        else:
            done.append(part)
    return "/".join(done)


def _parts(path: str) -> list[str]:
    """The names on the way, the last one first."""
    return [part for part in reversed(path.split("/")) if part not in {"", "."}]


def _back_inside(outside: str, base: str, path: str) -> list[str]:
    """The parts of a path of the computer that lies in the source after all."""
    end = posixpath.normpath(outside)
    if not base or not f"{end}/".startswith(f"{base.rstrip('/')}/"):
        raise LeavesError(path)
    return _parts(end[len(base.rstrip("/")) :])
