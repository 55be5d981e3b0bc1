"""Long tables: some hundred rows a page, so that no page grows with the region.

Readers with scripts see one table all the same: it filters, sorts and counts all rows, which lie beside the first
page as JSON (:mod:`spbe.site.rowdata`). A row that is an address (``/bukti/#perwali-12``) keeps it: where the row
itself stands on a further page, the first page has a link with that id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from spbe.site.later import Later
from spbe.site.page import Asset, Page
from spbe.site.render_cache import RenderCache
from spbe.site.rowdata import rows_address, rows_file
from spbe.site.site_context import SiteContext
from spbe.site.table import Row, Table, TablePart

C = TypeVar("C")

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


@dataclass(frozen=True)
class LongTable:
    """A table that may need several pages: its id and its number of rows are known before it is made."""

    id: str
    size: int
    made: Later[Table]
    tools: bool = True


def paged(
    site: SiteContext,
    kind: type[C],
    address: str,
    title: str,
    description: str,
    data: LongTable,
    variables: Callable[[Table], C],
    *,
    parent: str | None = "/",
    qualifier: str = "",
    menu: str | None = None,
    menu_group: str = "",
) -> list[Page]:
    """The page at ``address`` with the table ``data``, and further pages for the rows that it has no room for.

    Those stand below it as ``halaman_2/`` and so on, which is no id of a record. ``variables`` are made of the part of
    the table that a page shows. Further arguments are those of :meth:`SiteContext.page`.
    """
    addresses = parts_of(address, data.size)
    rows = rows_address(address, data.id) if len(addresses) > 1 and data.tools else ""
    if rows:
        kept = site.bodies or RenderCache()

        def all_rows() -> bytes:
            return kept.same(rows, (address, data.made.value), lambda: rows_file(address, data.made.value))

        site.files[rows] = Asset(rows.lstrip("/"), Later(all_rows))
    return [
        site.page(
            kind,
            where,
            title,
            description,
            partial(_filled, variables, data, addresses, place, rows),
            parent=address if place else parent,
            qualifier=qualifier,
            menu=None if place else menu,
            menu_group=menu_group,
        )
        for place, where in enumerate(addresses)
    ]


def _filled(
    variables: Callable[[Table], C], data: LongTable, addresses: tuple[str, ...], place: int, rows_at: str
) -> C:
    """What the page at ``place`` of ``addresses`` receives."""
    table = data.made.value
    if len(addresses) == 1:
        return variables(table)
    rows = table.rows[place * ROWS : (place + 1) * ROWS]
    elsewhere = _elsewhere(table.rows, addresses) if place == 0 else ()
    part = TablePart(place + 1, addresses, table.size, rows_at, elsewhere)
    return variables(replace(table, rows=rows, part=part))


def _elsewhere(rows: tuple[Row, ...], addresses: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (row.id, row.cells[0].text, f"{addresses[place // ROWS]}#{row.id}")
        for place, row in enumerate(rows)
        if place >= ROWS and row.id
    )
