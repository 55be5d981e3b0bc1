"""Folders of thousands of files that nobody keeps: in memory where the system offers that."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

MEMORY: Final = Path("/dev/shm")  # noqa: S108  (only a folder of its own is made in it)
ROOM: Final = 10**9
"""Bytes that must be free there; a preview of 8,000 records takes about a fifth of it."""


def scratch_folder(prefix: str) -> Path:
    """A new, empty folder for the caller to remove.

    A disk takes longer to make and remove the files of a preview than the preview takes to render them.
    """
    usable = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return Path(tempfile.mkdtemp(prefix=prefix, dir=MEMORY if usable else None))
