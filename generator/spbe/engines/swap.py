"""Whole or not at all: a site is written beside the old one and takes its place in one step."""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

_STAGING = "spbe"
_ASIDE = "spbe-lama"


def staging_for(target: Path) -> Path:
    """An empty folder beside ``target`` for a build of this process to write into.

    What earlier builds left when they were killed is removed, or put back where it was all there is of the old site;
    that of a build still running stays.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in sorted(target.parent.glob(f".{glob.escape(target.name)}.spbe-*")):
        kind, _dash, owner = left.name.removeprefix(f".{target.name}.").rpartition("-")
        if kind not in {_STAGING, _ASIDE} or not owner.isdigit() or _running(int(owner)):
            continue
        if kind == _ASIDE and not target.exists():
            left.rename(target)
        else:
            shutil.rmtree(left, ignore_errors=True)
    staging = _beside(target, _STAGING)
    staging.mkdir()
    return staging


def swap_in(staging: Path, target: Path) -> None:
    """Make ``staging`` the new ``target`` and remove the old one.

    Where the system can exchange two folders in one step (Linux), there is no moment without a site.
    """
    target = target.resolve()
    if not target.exists():
        staging.rename(target)
        return
    if not _exchange(staging, target):
        aside = _beside(target, _ASIDE)
        target.rename(aside)
        try:
            staging.rename(target)
        except OSError:
            if target.exists():  # that of another build
                shutil.rmtree(aside, ignore_errors=True)
            else:
                aside.rename(target)
            raise
        staging = aside
    shutil.rmtree(staging, ignore_errors=True)


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{kind}-{os.getpid()}")


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
