"""Numbers of records in running text, and words in a row."""

from __future__ import annotations

from collections.abc import Iterable

from spbe import wording
from spbe.i18n import gettext, ngettext
from spbe.model.kinds import KINDS


def counted(kind: str, number: int) -> str:
    """So many records of ``kind``: ``12 perangkat daerah``."""
    told = KINDS[kind]
    return ngettext(told.one, told.many, number).format(n=wording.number(number))


def listed(things: Iterable[str]) -> str:
    """Words in a row: ``a``, ``a dan b``, ``a, b, dan c``."""
    first = list(things)
    last = first.pop() if first else ""
    if not first:
        return last
    words = gettext("{daftar}, dan {terakhir}") if first[1:] else gettext("{daftar} dan {terakhir}")
    return words.format(daftar=", ".join(first), terakhir=last)
