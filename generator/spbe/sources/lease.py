"""Folders that belong to a running process: a lock beside each tells whether its owner still lives.

Never the number of a process: asking Windows whether one lives ends it.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from spbe.sources.locks import take

SUFFIX: Final = ".kunci"


class Lease:
    """A name beside ``beginning`` that is this process's until :meth:`end`, or until the process is gone.

    ``folder`` is for the owner to make. Raises :class:`OSError` where no file can be made.
    """

    def __init__(self, beginning: Path) -> None:
        while True:
            self.folder = beginning.with_name(f"{beginning.name}{secrets.token_hex(4)}")
            self._file = self.folder.with_name(self.folder.name + SUFFIX)
            self._handle: int | None = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            if take(self._handle) is not False and self._file.exists():
                return
            os.close(self._handle)  # somebody who was sweeping took it for a dead one

    def end(self) -> None:
        """Give the name back; the folder must be gone or have become something else."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
            self._file.unlink(missing_ok=True)


def sweep(parent: Path, names: re.Pattern[str], remove: Callable[[Path], None]) -> None:
    """Call ``remove`` for every folder in ``parent`` of such a name whose owner is gone; its lock goes too.

    Folders without a lock are nobody's business here.
    """
    for file in _locks(parent, names):
        with suppress(OSError):  # what cannot be told or removed stays
            handle = os.open(file, os.O_RDWR)
            try:
                if take(handle):
                    remove(file.with_name(file.name.removesuffix(SUFFIX)))
                    file.unlink(missing_ok=True)
            finally:
                os.close(handle)


def is_leased(folder: Path) -> bool:
    """Whether ``folder`` is, or was, somebody's by a lock."""
    return folder.with_name(folder.name + SUFFIX).exists()


def _locks(parent: Path, names: re.Pattern[str]) -> list[Path]:
    try:
        found = sorted(parent.iterdir())
    except OSError:
        return []
    return [one for one in found if one.name.endswith(SUFFIX) and names.fullmatch(one.name.removesuffix(SUFFIX))]
