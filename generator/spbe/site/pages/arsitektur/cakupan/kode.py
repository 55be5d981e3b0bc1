"""``/arsitektur/cakupan/<domain>/<kode>/``: all records of a code that has many."""

from __future__ import annotations

from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, architecture_kinds
from spbe.model.record import KEADAAN
from spbe.region import Node
from spbe.site.addresses import code_anchor, domain_address, record_address
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable

CROWDED: Final = 40
"""Where more records than this stand at one code, their list is a page of its own."""


@template_context
class ArsitekturCakupanKodeContext:
    """The variables of ``pages/arsitektur/cakupan/kode.html.j2``."""

    data: Table = variable("tabel catatan pada satu kode (`Table`)")
    map: str = variable("alamat kode itu di petanya")


def has_coverage(site: SiteContext) -> bool:
    """Whether the region has records for which coverage means anything."""
    return any(site.region.records[kind] for kind in architecture_kinds())


def pages(site: SiteContext) -> list[Page]:
    """A list for every code with many records, and for those without a code where they are many."""
    made: list[Page] = []
    for found in site.coverage.values() if has_coverage(site) else ():
        where = domain_address(found.domain.kode)
        for tile in found.walk():
            if len(tile.own) > CROWDED:
                label = f"{tile.node.kode} {tile.node.nama}"
                made += _pages(site, where, code_anchor(tile.node.kode), label, tile.own)
        if len(found.without) > CROWDED:
            label = _("{jenis} tanpa kode").format(jenis=_(KINDS[found.domain.jenis].plural))
            made += _pages(site, where, "tanpa-kode", label, found.without)
    return made


def _pages(site: SiteContext, where: str, name: str, label: str, nodes: tuple[Node, ...]) -> list[Page]:
    """The list of ``nodes``, which stand at the code ``label``, below the map at ``where``."""
    identity = f"daftar-{name}"
    return paged(
        site,
        ArsitekturCakupanKodeContext,
        f"{where}{name}/",
        label,
        _("Semua catatan {label}.").format(label=label),
        LongTable(identity, len(nodes), Later(lambda: _table(site, identity, label, nodes))),
        lambda data: ArsitekturCakupanKodeContext(data=data, map=f"{where}#{name}"),
        parent=where,
    )


def _table(site: SiteContext, identity: str, label: str, nodes: tuple[Node, ...]) -> Table:
    columns = (Column(_("Nama"), wide=True), Column(_("Perangkat daerah")), Column(_("Keadaan")), Column(_("Ditinjau")))
    rows = []
    for node in nodes:
        record = site.region.records[node.kind][node.id]
        state = record.state
        rows.append(
            Row(
                (
                    Cell(record.nama, record_address(node)),
                    owner_cell(site, record),
                    Cell(_(KEADAAN.label(state)), badge=state),
                    Cell(wording.day(record.ditinjau), sort=str(record.ditinjau or "")),
                )
            )
        )
    return Table(identity, label, columns, tuple(rows), tools=True)
