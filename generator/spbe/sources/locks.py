"""Locks on files: which process works on something, told by the operating system, which forgets none that is gone.

The number of a process would not do: on Windows asking for it ends the process, and numbers are used again.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_PAUSE: Final = 0.02


def take(handle: int) -> bool | None:
    """Whether this process holds the lock of the open file ``handle`` now; ``None`` where nobody can hold one."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True


@contextmanager
def locked(file: Path, patience: float, called: Path) -> Iterator[None]:
    """Hold the lock ``file``, which is made for it and gone afterwards; waits ``patience`` seconds for another holder.

    Raises :class:`OSError`, which names ``called``: of the kind ``EBUSY`` when it is still held, or what keeps ``file``
    from being made.
    """
    end = time.monotonic() + patience
    while True:
        try:
            handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(called)) from error
        taken = take(handle)
        if taken is not False and _is_still(handle, file):
            break
        os.close(handle)  # another holds it, or gave it back this moment, and the file with it
        if time.monotonic() > end:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(called))
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows removes no open file; then it stays and is taken again
            file.unlink()
        os.close(handle)


def _is_still(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except OSError:
        return False
