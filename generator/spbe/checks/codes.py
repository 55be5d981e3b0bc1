"""Codes of the reference architecture."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from spbe.checks.check_context import Context
from spbe.i18n import gettext
from spbe.model.kinds import KINDS
from spbe.model.record import Record
from spbe.problems import Problem


def unknown_codes(context: Context) -> Iterator[Problem]:
    """Rules ``kode-referensi-domain`` and ``kode-referensi-tak-dikenal``."""
    for entry in context.records:
        if not isinstance(entry.record, Record):
            continue
        domain = KINDS[entry.kind].domain
        for position, code in enumerate(entry.record.referensi):
            path = ("referensi", position)
            if domain and not code.startswith(domain):
                name = gettext(KINDS[entry.kind].singular).lower()
                yield entry.problem("kode-referensi-domain", path, kode=code, domain=name, awalan=domain)
            elif code not in context.reference.nodes and context.reference_whole:
                near = difflib.get_close_matches(code, list(context.reference.nodes), n=1, cutoff=0.8)
                close = gettext(" (yang mirip: {kode})").format(kode=near[0]) if near else ""
                yield entry.problem("kode-referensi-tak-dikenal", path, kode=code, dekat=close)


CHECKS = (unknown_codes,)
