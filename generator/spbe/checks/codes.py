"""Codes of the reference architecture, and files that records name."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator

from spbe.checks.context import Context
from spbe.i18n import gettext
from spbe.model.bukti import Bukti
from spbe.model.kinds import KINDS
from spbe.model.profil import Profil
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


def missing_attachments(context: Context) -> Iterator[Problem]:
    """Rules ``lampiran-tak-ada`` and, where the file must stay closed, ``lampiran-tertutup-tak-ada``."""
    folder = context.reading.root / "content" / "lampiran"
    for entry in context.reading.of_kind("bukti", "profil"):
        name = "berkas" if isinstance(entry.record, Bukti) else "logo"
        if isinstance(entry.record, Bukti | Profil):
            written = getattr(entry.record, name)
            # Path.is_file raises for a name that is too long for the file system.
            if written and not os.path.isfile(folder / written):  # noqa: PTH113
                closed = isinstance(entry.record, Bukti) and entry.record.klasifikasi != "terbuka"
                rule = "lampiran-tertutup-tak-ada" if closed else "lampiran-tak-ada"
                yield entry.problem(rule, (name,), berkas=written)


CHECKS = (unknown_codes, missing_attachments)
