"""Numbers of records in running text, and words in a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spbe import wording
from spbe.i18n import gettext, mark

_NOUNS: Final = {
    "perangkat-daerah": mark("{n} perangkat daerah"),
    "proses-bisnis": mark("{n} proses bisnis"),
    "layanan": mark("{n} layanan"),
    "data": mark("{n} data"),
    "aplikasi": mark("{n} aplikasi"),
    "infrastruktur": mark("{n} infrastruktur"),
}

_ONE: Final = {
    "perangkat-daerah": mark("1 perangkat daerah"),
    "proses-bisnis": mark("1 proses bisnis"),
    "layanan": mark("1 layanan"),
    "data": mark("1 data"),
    "aplikasi": mark("1 aplikasi"),
    "infrastruktur": mark("1 infrastruktur"),
}
"""Apart, for languages that tell one from many."""


def counted(kind: str, number: int) -> str:
    """So many records of ``kind``: ``12 perangkat daerah``."""
    return gettext(_ONE[kind]) if number == 1 else gettext(_NOUNS[kind]).format(n=wording.number(number))


def listed(things: Iterable[str]) -> str:
    """Words in a row: ``a``, ``a dan b``, ``a, b, dan c``."""
    first = list(things)
    last = first.pop() if first else ""
    if not first:
        return last
    words = gettext("{daftar}, dan {terakhir}") if first[1:] else gettext("{daftar} dan {terakhir}")
    return words.format(daftar=", ".join(first), terakhir=last)
