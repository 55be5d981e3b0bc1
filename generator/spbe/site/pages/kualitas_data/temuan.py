"""``/kualitas-data/<temuan>/``: all records with one shortcoming."""

from __future__ import annotations

from dataclasses import replace

from spbe.catalogue.shortcomings import Shortcoming
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.site.addresses import QUALITY, record_address
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, day
from spbe.site.table_cells import office_cell
from spbe.site.variables import template_context, variable


@template_context
class KualitasDataTemuanContext:
    """The variables of ``pages/kualitas_data/temuan.html.j2``."""

    data: Table = variable("tabel semua catatan yang memilikinya (`Table`)")
    number: int = variable("jumlahnya")
    anchor: str = variable("tempatnya pada halaman kualitas data")


def shortcoming_address(name: str) -> str:
    """The page of all records with the shortcoming ``name``; it is there whenever a record has it."""
    return f"{QUALITY}{name}/"


def pages(site: SiteContext) -> list[Page]:
    """A list for every shortcoming that some record has."""
    return [page for one in site.shortcomings for page in _pages(site, one)]


def _pages(site: SiteContext, one: Shortcoming) -> list[Page]:
    """All records that have the shortcoming ``one``."""
    title, identity = _(one.title), f"kurang-{one.id}"
    return paged(
        site,
        KualitasDataTemuanContext,
        shortcoming_address(one.id),
        title,
        _("{judul} di {nama}: daftar catatannya.").format(judul=title, nama=site.region.profil.nama),
        LongTable(identity, len(one.nodes), Later(lambda: _table(site, one, identity, title))),
        lambda data: KualitasDataTemuanContext(data=data, number=len(one.nodes), anchor=f"{QUALITY}#{one.id}"),
        parent=QUALITY,
    )


def _table(site: SiteContext, one: Shortcoming, identity: str, title: str) -> Table:
    known = {examined.node: examined for examined in site.examined}
    rows = []
    for node in one.nodes:
        record, examined = site.region.get(node), known.get(node)
        if record is None or examined is None:
            continue
        cells = (
            Cell(record.nama, record_address(node)),
            Cell(_(KINDS[node.kind].singular)),
            office_cell(site, examined.owner, getattr(record, "pemilik_luar", None)),
            day(record.ditinjau),
            count(examined.tally.gaps),
        )
        rows.append(Row(cells))
    rows.sort(key=lambda row: (row.cells[0].text.casefold(), row.cells[0].address or ""))
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
    return Table(identity, title, columns, tuple(rows), tools=True)
