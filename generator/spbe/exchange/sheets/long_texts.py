"""Texts longer than a cell: what stands there is their beginning, and never comes back in their place."""

from __future__ import annotations

from typing import Any, Final

from spbe.exchange.sheets.sheet import SheetGrid
from spbe.i18n import mark

LONGEST_CELL: Final = 32_767
"""Characters that a cell can hold, as UTF-16 counts them."""

SURE: Final = LONGEST_CELL // 2
"""So many characters it holds whatever they are."""

CUT: Final = " […]"
"""Ends what stands in a cell that could not hold it all."""

TOO_LONG: Final = mark(
    "Teks ini lebih panjang daripada yang dimuat sebuah sel; ubahlah pada catatannya, bukan di sini."
)
"""Why a change of such a cell is not taken."""


def fitting(text: str) -> str:
    """``text``, cut where a cell cannot hold it."""
    if len(text) <= SURE or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT


def fitted(grid: SheetGrid) -> SheetGrid:
    """``grid`` as its cells hold it."""
    rows = [
        tuple(fitting(cell) if isinstance(cell, str) else cell for cell in row)
        if any(isinstance(cell, str) and len(cell) > SURE for cell in row)
        else row
        for row in grid.rows
    ]
    return SheetGrid(grid.keys, rows)


def is_cut(written: Any, whole: Any) -> bool:
    """Whether ``written`` was read from a cell that could not hold all of ``whole``."""
    return _ends_cut(written) and not _ends_cut(whole)


def _ends_cut(written: Any) -> bool:
    if isinstance(written, dict | list):
        return any(map(_ends_cut, written.values() if isinstance(written, dict) else written))
    return isinstance(written, str) and written.rstrip().endswith(CUT.strip())
