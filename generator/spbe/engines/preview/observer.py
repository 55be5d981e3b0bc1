"""Watching places that come and go: a folder that a branch switch takes away is seen when it returns."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from typing import Final

from watchdog.events import FileModifiedEvent, FileSystemEventHandler

INTERVAL: Final = 0.5
"""Seconds between two looks."""

Seen = tuple[int, int, int]
"""Kind, size and time of change of a file; a file that was replaced has another of the last."""


class PatientObserver(threading.Thread):
    """Tells its handlers of every change below the places that it was given, which need not exist.

    Links are not followed: one to ``/`` would have the whole disk looked through. It has of watchdog's observers what
    MkDocs's preview server asks of them.
    """

    def __init__(self, interval: float = INTERVAL) -> None:
        super().__init__(daemon=True)
        self._interval = interval
        self._places: dict[str, FileSystemEventHandler] = {}
        self._seen: dict[str, dict[str, Seen]] = {}
        self._ended = threading.Event()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = True) -> str:  # noqa: ARG002
        """Watch ``path`` too, for what changes from now on; the return value stands for it."""
        self._seen[path] = dict(file_states(path))
        self._places[path] = handler
        return path

    def unschedule(self, watch: str) -> None:
        """Watch that place no longer."""
        self._places.pop(watch, None)

    def stop(self) -> None:
        """End at the next look."""
        self._ended.set()

    def run(self) -> None:
        """Look again and again."""
        while not self._ended.wait(self._interval):
            for path, handler in list(self._places.items()):
                now = dict(file_states(path))
                changed, self._seen[path] = now != self._seen[path], now
                if changed:
                    handler.dispatch(FileModifiedEvent(path))


def file_states(path: str) -> Iterator[tuple[str, Seen]]:
    """Every file at or below ``path`` and what is seen of it; nothing where there is nothing."""
    waiting = [path]
    while waiting:
        place = waiting.pop()
        try:
            found = os.lstat(place)
            yield place, (found.st_mode, found.st_size, found.st_mtime_ns)
            with os.scandir(place) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        state = entry.stat(follow_symlinks=False)
                        yield entry.path, (state.st_mode, state.st_size, state.st_mtime_ns)
        except OSError:  # a file, or gone meanwhile
            continue
