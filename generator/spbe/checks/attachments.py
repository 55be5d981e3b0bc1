"""Attachments that records name are there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from spbe.checks.context import Context
from spbe.model.names import folded
from spbe.model.record import Entri
from spbe.model.texts import attachments_of
from spbe.problems import Problem
from spbe.yamlio.validation import did_you_mean


def missing(context: Context) -> Iterator[Problem]:
    """Rules ``lampiran-tak-ada`` and, where the file must stay closed, ``lampiran-tertutup-tak-ada``."""
    folder = context.reading.root / "content" / "lampiran"
    there: dict[str, str] | None = None
    for entry in context.reading.entries:
        for named in attachments_of(entry.record) if entry.record is not None else ():
            # Path.is_file raises for a name that is too long for the file system.
            if not os.path.isfile(folder / named.text):  # noqa: PTH113
                closed = isinstance(entry.record, Entri) and entry.record.klasifikasi != "terbuka"
                rule = "lampiran-tertutup-tak-ada" if closed else "lampiran-tak-ada"
                there = _there(folder) if there is None else there
                yield entry.problem(rule, named.path, berkas=named.text, maksud=_meant(named.text, there))


def _there(folder: Path) -> dict[str, str]:
    """Every attachment by what its path has in common with other spellings of it."""
    found: dict[str, str] = {}
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = Path(parent, name).relative_to(folder).as_posix()
            found.setdefault(folded(path), path)
    return found


def _meant(written: str, there: dict[str, str]) -> str:
    """The file that differs from ``written`` by case or form of Unicode alone, else one of a similar name."""
    same = there.get(folded(written))
    return did_you_mean(same or written, [same] if same else there.values())


CHECKS = (missing,)
