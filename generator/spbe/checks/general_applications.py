"""Whether an application is general is the ministry's decree, not the writer's choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spbe.checks.check_context import Context
from spbe.model.aplikasi import Aplikasi
from spbe.problems import Problem
from spbe.standards.national import GENERAL, national_application

_DECREE: Final = re.compile(r"(?i)\b(keputusan menteri|kepmen)[a-z ]*pan[ -]?rb\b|\bpendayagunaan aparatur negara\b")


def general(context: Context) -> Iterator[Problem]:
    """Rules ``aplikasi-bukan-umum`` and ``aplikasi-umum``: what is written, against the register and the decree."""
    for entry in context.records:
        record = entry.record
        if not isinstance(record, Aplikasi) or record.jenis is None:
            continue
        known = national_application(record.nama)
        decreed = (known is not None and known.general) or any(map(_DECREE.search, record.dasar_hukum))
        if record.jenis == GENERAL and not decreed:
            yield entry.problem("aplikasi-bukan-umum", ("jenis",), nama=record.nama)
        elif record.jenis != GENERAL and known is not None and known.general:
            yield entry.problem("aplikasi-umum", ("jenis",), nama=record.nama, jenis=record.jenis)


CHECKS = (general,)
