"""Catalogues: one list per kind of record that has pages, and those pages."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS, Kind
from spbe.model.record import KEADAAN, Entri, Record
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import ARCHITECTURE_HOME, HOME, catalogue_address, record_address
from spbe.site.cells import office_cell
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.sections.records import record_page, type_label
from spbe.site.table import Cell, Column, Row, Table, text


def plan_architecture(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The catalogues of the six domains; records are not in the menu."""
    pages: list[Page] = []
    for kind in ARCHITECTURE:
        pages += _pages(desk, KINDS[kind], ARCHITECTURE_HOME)
    return pages, [MenuItem(_(KINDS[kind].plural), catalogue_address(kind)) for kind in ARCHITECTURE]


def plan_offices(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list of offices and their pages."""
    kind = KINDS["perangkat-daerah"]
    return _pages(desk, kind, HOME), [MenuItem(_(kind.plural), catalogue_address(kind.slug))]


def _pages(desk: Desk, kind: Kind, above: str) -> list[Page]:
    records = desk.region.records[kind.slug]
    catalogue = desk.page(
        "catalogue",
        catalogue_address(kind.slug),
        _(kind.plural),
        _("Daftar {jenis} {nama}.").format(jenis=_(kind.plural).lower(), nama=desk.region.profil.nama),
        parent=above,
        kind=kind,
        data=catalogue_table(desk, kind),
        hidden=desk.view.totals[kind.slug] - len(records),
        details=(),
    )
    return [catalogue, *(record_page(desk, Node(kind.slug, name), record) for name, record in records.items())]


def catalogue_table(desk: Desk, kind: Kind) -> Table:
    """All records of a kind with what tells them apart."""
    records = desk.region.records[kind.slug]
    types = any(getattr(record, "jenis", None) for record in records.values())
    owned = kind.slug != "perangkat-daerah"
    columns = [Column(_("Nama"), wide=True)]
    if not owned:
        columns.append(Column(_("Singkatan")))
    if types:
        columns.append(Column(_("Jenis")))
    if owned:
        columns.append(Column(_("Perangkat daerah")))
    columns += [Column(_("Keadaan")), Column(_("Ditinjau"))]
    rows = []
    for name, record in records.items():
        cells = [Cell(record.nama, record_address(Node(kind.slug, name)))]
        if not owned:
            cells.append(text(getattr(record, "singkatan", None)))
        if types:
            cells.append(text(type_label(record)))
        if owned:
            cells.append(office_cell(desk, record.perangkat_daerah, getattr(record, "pemilik_luar", None)))
        cells += [_state_cell(record), Cell(wording.day(record.ditinjau), sort=str(record.ditinjau or ""))]
        rows.append(Row(tuple(cells)))
    rows.sort(key=lambda row: row.cells[0].text.casefold())
    caption = _("Daftar {jenis}").format(jenis=_(kind.plural).lower())
    return Table(f"daftar-{kind.slug}", caption, tuple(columns), tuple(rows), tools=True, empty=_("Belum ada catatan."))


def _state_cell(record: Entri) -> Cell:
    if not isinstance(record, Record):
        return Cell("–")
    return Cell(_(KEADAAN.label(record.keadaan)), badge=record.keadaan)
