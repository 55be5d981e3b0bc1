"""The sample says of itself that it is one; a region of somebody's own must not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spbe.checks.check_context import Context
from spbe.model.profil import SAMPLE, Profil
from spbe.problems import Problem

DRAFTED: Final = "contoh"
"""How the ids of the records begin that ``spbe init`` writes to be replaced."""


def still_called_sample(context: Context) -> Iterator[Problem]:
    """Rule ``contoh-tertinggal``: every page would say that the region's own data is made up.

    While nothing stands there but what ``spbe init`` wrote, it is.
    """
    for entry in context.reading.of_kind("profil"):
        if not isinstance(entry.record, Profil) or not entry.record.contoh or entry.record.nama == SAMPLE:
            continue
        drafts = [other.id.startswith(DRAFTED) for other in context.records]
        if not drafts or not all(drafts) or context.reading.of_kind("penilaian"):
            yield entry.problem("contoh-tertinggal", ("contoh",), nama=entry.record.nama)


CHECKS = (still_called_sample,)
