"""``/arsitektur/cakupan/<domain>/<kode>/``: all records of a code that has many."""

from __future__ import annotations

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.record import KEADAAN
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.cells import owner_cell
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table


def code_pages(desk: Desk, where: str, name: str, label: str, nodes: tuple[Node, ...]) -> list[Page]:
    """The list of ``nodes``, which stand at the code ``label``, below the map at ``where``."""
    columns = (Column(_("Nama"), wide=True), Column(_("Perangkat daerah")), Column(_("Keadaan")), Column(_("Ditinjau")))
    rows = []
    for node in nodes:
        record = desk.region.records[node.kind][node.id]
        state = record.state
        rows.append(
            Row(
                (
                    Cell(record.nama, record_address(node)),
                    owner_cell(desk, record),
                    Cell(_(KEADAAN.label(state)), badge=state),
                    Cell(wording.day(record.ditinjau), sort=str(record.ditinjau or "")),
                )
            )
        )
    return paged(
        desk,
        "arsitektur/cakupan/kode",
        f"{where}{name}/",
        label,
        _("Semua catatan {label}.").format(label=label),
        data=Table(f"daftar-{name}", label, columns, tuple(rows), tools=True),
        parent=where,
        map=f"{where}#{name}",
    )
