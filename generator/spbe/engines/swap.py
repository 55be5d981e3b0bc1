"""Whole or not at all: a site is written beside the old one and takes its place in one step."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_for(target: Path) -> Path:
    """An empty folder beside ``target`` for a build of this process to write into.

    What earlier builds left when they were killed is removed; that of a build still running stays.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.glob(f".{target.name}.*"):
        owner = left.name.rpartition(".")[2]
        if owner.isdigit() and not _running(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
    staging = target.parent / f".{target.name}.{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    return staging


def swap_in(staging: Path, target: Path) -> None:
    """Make ``staging`` the new ``target`` and remove the old one.

    Where the system can exchange two folders in one step (Linux), there is no moment without a site.
    """
    if not target.exists():
        staging.rename(target)
        return
    if not _exchange(staging, target):
        aside = staging.with_name(f".{target.name}.lama.{os.getpid()}")
        target.rename(aside)
        staging.rename(target)
        staging = aside
    shutil.rmtree(staging, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _running(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
