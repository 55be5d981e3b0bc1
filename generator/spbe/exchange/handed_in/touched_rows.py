"""Which records of a workbook somebody touched: only these need be read, and most come back as they went out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from spbe.exchange.sheets.sheet import SheetGrid, SheetRow

OwnerOf = Callable[[str, SheetGrid, SheetRow], str]
"""The record that a row of the sheet with this key belongs to."""


def touched_records(
    returned: Mapping[str, SheetGrid], went_out: Mapping[str, SheetGrid], owner: OwnerOf
) -> frozenset[str]:
    """The records of which a row is other than it went out, wherever columns and rows stand now."""
    touched: set[str] = set()
    for key, grid in returned.items():
        sent = went_out.get(key, SheetGrid(grid.keys, ()))
        left: dict[SheetRow, list[SheetRow]] = {}
        for row in sent.rows:
            left.setdefault(_as_in(grid, sent, row), []).append(row)
        for row in grid.rows:
            same = left.get(row)
            if same:
                same.pop()
            else:
                touched.add(owner(key, grid, row))
        touched.update(owner(key, sent, row) for same in left.values() for row in same)
    return frozenset(touched)


def rows_of(grids: Mapping[str, SheetGrid], records: AbstractSet[str], owner: OwnerOf) -> dict[str, SheetGrid]:
    """``grids`` with the rows of ``records`` alone."""
    return {
        key: SheetGrid(grid.keys, [row for row in grid.rows if owner(key, grid, row) in records])
        for key, grid in grids.items()
    }


def _as_in(grid: SheetGrid, sent: SheetGrid, row: SheetRow) -> SheetRow:
    """``row`` of ``sent`` with its cells where ``grid`` has them."""
    return row if grid.keys == sent.keys else tuple(sent.at(row, key) for key in grid.keys)
