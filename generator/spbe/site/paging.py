"""Long tables: some hundred rows a page, so that no page grows with the region.

Readers with scripts see one table all the same: it filters, sorts and counts all rows, which lie beside the first
page as JSON (:mod:`spbe.site.rowdata`). A row that is an address (``/bukti/#perwali-12``) keeps it: where the row
itself stands on a further page, the first page has a link with that id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from spbe.site.bodies import Bodies
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.rowdata import rows_address, rows_asset
from spbe.site.table import Part, Row, Table

ROWS: Final = 200
"""Rows on one page; a table that is a little longer stays whole."""


def parts_of(address: str, size: int) -> tuple[str, ...]:
    """The addresses of the pages of a table of ``size`` rows, the first of them ``address``."""
    if size <= ROWS * 5 // 4:
        return (address,)
    return (address, *(f"{address}halaman_{number}/" for number in range(2, -(-size // ROWS) + 1)))


def places_of(address: str, names: Sequence[str]) -> dict[str, str]:
    """Which page of a table has the row of each of ``names``, which come in its order."""
    addresses = parts_of(address, len(names))
    return {name: addresses[place // ROWS if len(addresses) > 1 else 0] for place, name in enumerate(names)}


def paged(
    desk: Desk,
    template: str,
    address: str,
    title: str,
    description: str,
    *,
    data: Table,
    beside: Callable[[tuple[Row, ...]], Mapping[str, Any]] = lambda _rows: {},
    **context: Any,
) -> list[Page]:
    """The page at ``address`` with the table ``data``, and further pages for the rows that it has no room for.

    Those stand below it as ``halaman_2/`` and so on, which is no id of a record. Further arguments are those of
    :meth:`Desk.page`; the template gets the rows of its page as ``data``, and what ``beside`` makes of those rows.
    """
    addresses = parts_of(address, len(data.rows))
    if len(addresses) == 1:
        return [desk.page(template, address, title, description, data=data, **{**context, **beside(data.rows)})]
    if data.tools:
        name = rows_address(address, data)
        kept = desk.bodies or Bodies()
        desk.files[name] = kept.same(name, (address, data), partial(rows_asset, address, data))
    made = []
    for number, where in enumerate(addresses, 1):
        rows = data.rows[(number - 1) * ROWS : number * ROWS]
        part = Part(number, addresses, data.size, rows_address(address, data) if data.tools else "")
        if number == 1:
            part = replace(part, elsewhere=_elsewhere(data.rows, addresses))
        above = {} if number == 1 else {"parent": address}
        own = {**context, **above, **beside(rows)}
        made.append(desk.page(template, where, title, description, data=replace(data, rows=rows, part=part), **own))
    return made


def _elsewhere(rows: tuple[Row, ...], addresses: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (row.id, row.cells[0].text, f"{addresses[place // ROWS]}#{row.id}")
        for place, row in enumerate(rows)
        if place >= ROWS and row.id
    )
