"""Links inside a source, followed without a disk."""

from __future__ import annotations

import errno
import os
from typing import Final, Protocol

from spbe.sources.source import FileStatus, LeavesError

TARGET_BYTES: Final = 4096
"""How long the target of a link may be: as on Linux."""

HOPS: Final = 40
"""Links on one way, after which it is taken for a circle."""


class Statuses(Protocol):
    """The part of a source that following a link needs."""

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
            rest = _back_inside(_names(base)[:-1], rest, base, path)
            continue
        here = "/".join([*done, part])
        found = source.status(here)
        if found.type == "link":
            hops += 1
            if hops > HOPS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
            if found.target.startswith("/"):
                done, rest = [], _back_inside([], [*rest, *_parts(found.target)], base, path)
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


def _names(base: str) -> list[str]:
    return _parts(base)[::-1]


def _back_inside(at: list[str], rest: list[str], base: str, path: str) -> list[str]:
    """What is left of the way ``rest``, the last part first, once it is in the source after all.

    It begins at ``at``, the parts of a path of the computer; links there are not known.
    """
    inside = _names(base)
    while rest and base:
        part = rest.pop()
        at = at[:-1] if part == ".." else [*at, part]
        if at == inside:
            return rest
    raise LeavesError(path)
