"""Attachments that records name are there."""

from __future__ import annotations

import os
from collections.abc import Iterator

from spbe.checks.context import Context
from spbe.model.record import Entri
from spbe.model.texts import attachments_of
from spbe.problems import Problem


def missing(context: Context) -> Iterator[Problem]:
    """Rules ``lampiran-tak-ada`` and, where the file must stay closed, ``lampiran-tertutup-tak-ada``."""
    folder = context.reading.root / "content" / "lampiran"
    for entry in context.reading.entries:
        for named in attachments_of(entry.record) if entry.record is not None else ():
            # Path.is_file raises for a name that is too long for the file system.
            if not os.path.isfile(folder / named.text):  # noqa: PTH113
                closed = isinstance(entry.record, Entri) and entry.record.klasifikasi != "terbuka"
                rule = "lampiran-tertutup-tak-ada" if closed else "lampiran-tak-ada"
                yield entry.problem(rule, named.path, berkas=named.text)


CHECKS = (missing,)
