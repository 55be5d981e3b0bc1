"""Long tables: some hundred rows a page, so that no page grows with the region."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.table import Part, Table

ROWS: Final = 500
"""Rows on one page; a table that is a little longer stays whole."""


def paged(
    desk: Desk, template: str, address: str, title: str, description: str, *, data: Table, **context: Any
) -> list[Page]:
    """The page at ``address`` with the table ``data``, and further pages for the rows that it has no room for.

    Those stand below it as ``halaman_2/`` and so on, which is no id of a record. Further arguments are those of
    :meth:`Desk.page`; the template gets the rows of its page as ``data``.
    """
    if len(data.rows) <= ROWS * 5 // 4:
        return [desk.page(template, address, title, description, data=data, **context)]
    cuts = range(0, len(data.rows), ROWS)
    addresses = (address, *(f"{address}halaman_{number}/" for number in range(2, len(cuts) + 1)))
    made = []
    for number, (start, where) in enumerate(zip(cuts, addresses, strict=True), 1):
        rows = data.rows[start : start + ROWS]
        part = replace(data, rows=rows, part=Part(number, addresses, data.size))
        above = {} if number == 1 else {"parent": address}
        made.append(desk.page(template, where, title, description, data=part, **{**context, **above}))
    return made
