"""``/mutu-data/<temuan>/``: all records with one shortcoming."""

from __future__ import annotations

from dataclasses import replace

from spbe.catalogue.shortcomings import Shortcoming
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.site.addresses import QUALITY, record_address
from spbe.site.cells import office_cell
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count, day


def shortcoming_address(name: str) -> str:
    """The page of all records with the shortcoming ``name``; it is there whenever a record has it."""
    return f"{QUALITY}{name}/"


def shortcoming_pages(desk: Desk, one: Shortcoming) -> list[Page]:
    """All records that have the shortcoming ``one``."""
    known = {examined.node: examined for examined in desk.examined}
    rows = []
    for node in one.nodes:
        record, examined = desk.region.get(node), known.get(node)
        if record is None or examined is None:
            continue
        cells = (
            Cell(record.nama, record_address(node)),
            Cell(_(KINDS[node.kind].singular)),
            office_cell(desk, examined.owner, getattr(record, "pemilik_luar", None)),
            day(record.ditinjau),
            count(examined.tally.gaps),
        )
        rows.append(Row(cells))
    rows.sort(key=lambda row: (row.cells[0].text.casefold(), row.cells[0].address or ""))
    title = _(one.title)
    columns: tuple[Column, ...] = (
        Column(_("Nama"), wide=True),
        Column(_("Jenis"), facet=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Ditinjau")),
        Column(_("Isian belum diisi"), numeric=True),
    )
    if len({node.kind for node in one.nodes}) == 1:  # the title tells it
        columns = (columns[0], *columns[2:])
        rows = [replace(row, cells=(row.cells[0], *row.cells[2:])) for row in rows]
    return paged(
        desk,
        "mutu_data/temuan",
        shortcoming_address(one.id),
        title,
        _("{judul} di {nama}: daftar catatannya.").format(judul=title, nama=desk.region.profil.nama),
        parent=QUALITY,
        data=Table(f"kurang-{one.id}", title, columns, tuple(rows), tools=True),
        number=len(one.nodes),
        anchor=f"{QUALITY}#{one.id}",
    )
