"""All rows of a table that is cut over several pages, as JSON for the script that filters and sorts them.

The same rows give the same bytes. Nothing else than what the pages show is in it.

``versi`` is 1; ``alamat`` the path of the file below the root of the site, from which the script learns where that
root is; ``urutan`` how each column is sorted (see :data:`spbe.site.table.Sort`). ``baris`` has a list per row: its id,
then its cells. A cell is a text, or ``[text, address, sort, badge, level, values, words, share]`` without what is empty
at its end, or a number: the place in ``sel`` of a cell that stands in many rows. Addresses are paths below the root of
the site, or whole ones of elsewhere.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final

from spbe.site.table import Cell, Table

OFTEN: Final = 3
"""A cell that stands in so many rows is written once."""


def rows_address(address: str, table: str) -> str:
    """Where the rows of the table with the id ``table`` lie, whose first part is the page at ``address``."""
    return f"{address}{table}.json"


def rows_file(address: str, table: Table) -> bytes:
    """All rows of ``table``, whose first part is the page at ``address``; sums are no rows."""
    path = rows_address(address, table.id).lstrip("/")
    rows = [row for row in table.rows if not row.strong]
    counted = Counter(cell for row in rows for cell in row.cells)
    often = {cell: place for place, cell in enumerate(cell for cell, times in counted.items() if times >= OFTEN)}
    told: dict[str, Any] = {
        "versi": 1,
        "alamat": path,
        "urutan": table.sorts,
        "sel": [_cell(cell) for cell in often],
        "baris": [[row.id, *(often.get(cell, _cell(cell)) for cell in row.cells)] for row in rows],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _cell(cell: Cell) -> str | list[Any]:
    address = cell.address or ""
    parts: list[Any] = [
        cell.text,
        address.removeprefix("/") if address.startswith("/") else address,
        cell.sort or "",
        cell.badge or "",
        cell.level or "",
        list(cell.values),
        cell.words,
        "" if cell.share is None else cell.share,
    ]
    while len(parts) > 1 and parts[-1] in ("", []):
        parts.pop()
    return parts if len(parts) > 1 else cell.text
