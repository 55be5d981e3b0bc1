"""Names that cannot be stored everywhere, in words."""

from __future__ import annotations

import os

from spbe.i18n import gettext, mark
from spbe.model.file_names import Fault, fault_of, storable
from spbe.problems.problem import Problem
from spbe.problems.rules import RULES

_WHY: dict[Fault, str] = {
    "perangkat": mark("Windows memakai nama itu untuk perangkat"),
    "akhir": mark("Windows membuang titik atau spasi di akhirnya"),
    "tanda": mark("Windows menolak tanda baca di dalamnya"),
    "utf8": mark("hurufnya tidak tersimpan sebagai UTF-8"),
}


def why(fault: Fault) -> str:
    """The reason in the user's language."""
    return gettext(_WHY[fault])


def name_problem(name: str, file: str) -> Problem | None:
    """Rule ``nama-berkas`` for the file or folder ``name``, which is called ``file`` in messages."""
    fault = fault_of(name)
    if fault is None:
        return None
    shown = os.fsencode(name).decode("utf-8", "replace")
    return RULES["nama-berkas"].at(file, tulisan=shown, sebab=why(fault), saran=storable(name))
