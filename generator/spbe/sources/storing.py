"""Files written whole or not at all: a full disk or a run that is stopped leaves no empty and no half file."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write all of ``files``, in folders that are made for them, or none.

    Raises :class:`FileExistsError` where there is one already, and :class:`OSError` with the name of the file.
    """
    made: list[Path] = []
    ready: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, data in files.items():
            made += _folders(path.parent)
            ready[path] = _beside(path)
            _write(ready[path], data, path)
        for path, written in ready.items():
            _place(written, path)
            placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        _clear(ready)
        for folder in reversed(made):
            with suppress(OSError):  # somebody else's file came into it
                folder.rmdir()
        raise
    _clear(ready)


def write_over(path: Path, data: bytes) -> None:
    """Make ``data`` what stands in the file ``path``, which may be there and a link; the old content until then.

    Raises :class:`OSError` with the name of the file; then it is as it was.
    """
    real = path.resolve()
    if real.exists() and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    made = _folders(real.parent)
    written = _beside(real)
    try:
        _write(written, data, path)
        if real.exists():
            shutil.copymode(real, written)
        written.replace(real)
    except BaseException:
        written.unlink(missing_ok=True)
        for folder in reversed(made):
            folder.rmdir()
        raise


def _folders(folder: Path) -> list[Path]:
    """Make ``folder`` and what it lies in; what was made, outermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")


def _write(written: Path, data: bytes, path: Path) -> None:
    try:
        with written.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:  # when a disk is full the system names no file
        raise OSError(error.errno, error.strerror, str(path)) from error


def _place(written: Path, path: Path) -> None:
    """Give the file its name if nobody has it."""
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        written.rename(path)


def _clear(ready: Mapping[Path, Path]) -> None:
    for written in ready.values():
        with suppress(OSError):
            written.unlink(missing_ok=True)
