"""A file system of its own at some folder, for as long as a program runs, as a volume of a container is."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

_OWN = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--mount")


def can_mount() -> bool:
    """Whether this machine lets tests have mounts of their own."""
    try:
        return subprocess.run([*_OWN, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def in_mounts(mounts: str, program: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run Python's ``program`` with ``words`` where the shell line ``mounts`` was obeyed before."""
    python = shlex.join([sys.executable, "-c", program, *map(str, words)])
    return subprocess.run([*_OWN, "sh", "-ec", f"{mounts}\n{python}"], capture_output=True, text=True, check=False)


def volume(folder: Path, size: str = "1m") -> str:
    """The shell line that mounts an empty file system at ``folder``."""
    return f"mount -t tmpfs -o size={size} none {shlex.quote(str(folder))}"
