"""Folders of thousands of files that nobody keeps: in memory where the system offers that."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

from spbe.sources.lease import Lease, sweep

MEMORY: Final = Path("/dev/shm")  # noqa: S108  (only a folder of its own is made in it)
ROOM: Final = 10**9
"""Bytes that must be free there; a preview of 8,000 records takes about a fifth of it."""
_NAMES: Final = re.compile(r"spbe-(?:[a-z]+-)?[0-9a-f]{8}")


class Scratch:
    """A new, empty ``folder`` until :meth:`end`; ``prefix`` begins with ``spbe-``.

    What processes left behind that were killed goes first. A disk takes longer to make and remove the files of a
    preview than the preview takes to render them.
    """

    def __init__(self, prefix: str) -> None:
        usable = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
        disk = Path(tempfile.gettempdir())
        for parent in (MEMORY, disk):
            sweep(parent, _NAMES, lambda folder: shutil.rmtree(folder, ignore_errors=True))
        self._lease = Lease((MEMORY if usable else disk) / prefix)
        self.folder = self._lease.folder
        self.folder.mkdir(mode=0o700)

    def end(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lease.end()
