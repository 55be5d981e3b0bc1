"""Architecture catalogues: an overview, one list per domain, and one page per record."""

from __future__ import annotations

from spbe.catalogue.attributes import Attribute, describe, planned_changes
from spbe.catalogue.neighbours import groups_of
from spbe.i18n import gettext as _
from spbe.model.choices import choices_of
from spbe.model.kinds import ARCHITECTURE, KINDS, Kind
from spbe.model.record import KEADAAN, KLASIFIKASI, Entri, Record
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import (
    ARCHITECTURE_HOME,
    OFFICES,
    catalogue_address,
    indicator_address,
    record_address,
)
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.table import Cell, Column, Row, Table, text

WITH_PAGES = ("perangkat-daerah", *ARCHITECTURE)
"""The kinds whose records have pages of their own."""


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The overview, the lists and the records; records are not in the menu."""
    pages = [_overview(desk)]
    for kind in WITH_PAGES:
        pages.append(_list(desk, KINDS[kind]))
        pages += [_record(desk, Node(kind, name), record) for name, record in desk.region.records[kind].items()]
    domains = tuple(MenuItem(_(KINDS[kind].plural), catalogue_address(kind)) for kind in ARCHITECTURE)
    return pages, [
        MenuItem(_("Arsitektur"), ARCHITECTURE_HOME, domains),
        MenuItem(_(KINDS["perangkat-daerah"].plural), OFFICES),
    ]


def _overview(desk: Desk) -> Page:
    domains = [(KINDS[kind], desk.view.totals[kind], catalogue_address(kind)) for kind in ARCHITECTURE]
    return desk.page(
        "architecture",
        ARCHITECTURE_HOME,
        _("Arsitektur"),
        _("Enam domain arsitektur {nama}: jumlah catatan dan katalognya.").format(nama=desk.region.profil.nama),
        domains=domains,
    )


def _list(desk: Desk, kind: Kind) -> Page:
    above = ARCHITECTURE_HOME if kind.slug in ARCHITECTURE else "/"
    return desk.page(
        "catalogue",
        catalogue_address(kind.slug),
        _(kind.plural),
        _("Daftar {jenis} {nama}.").format(jenis=_(kind.plural).lower(), nama=desk.region.profil.nama),
        parent=above,
        kind=kind,
        data=catalogue_table(desk, kind),
        hidden=desk.view.totals[kind.slug] - len(desk.region.records[kind.slug]),
    )


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
            cells.append(_owner_cell(desk, record))
        cells += [_state_cell(record), Cell(wording.day(record.ditinjau), sort=str(record.ditinjau or ""))]
        rows.append(Row(tuple(cells)))
    rows.sort(key=lambda row: row.cells[0].text.casefold())
    caption = _("Daftar {jenis}").format(jenis=_(kind.plural).lower())
    return Table(f"daftar-{kind.slug}", caption, tuple(columns), tuple(rows), tools=True, empty=_("Belum ada catatan."))


def type_label(record: Entri) -> str | None:
    """The label of the record's ``jenis``, or of several joined by commas."""
    written = getattr(record, "jenis", None)
    choice = choices_of(type(record)).get("jenis")
    if not written or choice is None:
        return None
    codes = (written,) if isinstance(written, str) else tuple(written)
    return ", ".join(_(choice.label(code)) for code in codes)


def _owner_cell(desk: Desk, record: Entri) -> Cell:
    if record.perangkat_daerah is None:
        return Cell(getattr(record, "pemilik_luar", None) or "–")
    owner = Node("perangkat-daerah", record.perangkat_daerah)
    office = desk.region.get(owner)
    short = getattr(office, "singkatan", None)
    return Cell(short or desk.region.name(owner), record_address(owner) if office else None)


def _state_cell(record: Entri) -> Cell:
    if not isinstance(record, Record):
        return Cell("–")
    return Cell(_(KEADAAN.label(record.keadaan)), badge=record.keadaan)


def _record(desk: Desk, node: Node, record: Entri) -> Page:
    kind = KINDS[node.kind]
    region = desk.region
    owner = Node("perangkat-daerah", record.perangkat_daerah) if record.perangkat_daerah else None
    visible = desk.view.visible_fields(node, record)
    codes = record.referensi if isinstance(record, Record) else ()
    facets = {"jenis": _(kind.singular)}
    if owner:
        facets["opd"] = region.name(owner)
    about = record.uraian or getattr(record, "fungsi", None) or getattr(record, "tujuan", None)
    sentence = _("{nama}: {jenis} {wilayah}.").format(
        nama=record.nama, jenis=_(kind.singular).lower(), wilayah=region.profil.nama
    )
    return desk.page(
        "record",
        record_address(node),
        record.nama,
        " ".join((about or sentence).split())[:300],
        parent=catalogue_address(node.kind),
        source=desk.source(node),
        search=facets,
        kind=kind,
        node=node,
        record=record,
        type_label=type_label(record),
        owner=owner,
        state=_(KEADAAN.label(record.keadaan)) if isinstance(record, Record) else None,
        classification=_(KLASIFIKASI.label(record.klasifikasi)),
        age=wording.age(record.ditinjau, region.date) if record.ditinjau else None,
        content=describe(record, visible - {"referensi"}),
        changes=_changes(record),
        codes=[(code, region.reference.names(code) if code in region.reference.nodes else ()) for code in codes],
        groups=groups_of(region, node, desk.view.lost(node)),
        answers=_answers(desk, node),
    )


def _changes(record: Entri) -> tuple[tuple[Attribute, Attribute], ...]:
    if not isinstance(record, Record) or record.rencana is None:
        return ()
    return planned_changes(record, record.rencana, record.planned_fields())


def _answers(desk: Desk, node: Node) -> list[tuple[str, str, str]]:
    """The indicators that this record answers for: assessment, name, address."""
    found = []
    for _name, other, _relation in desk.region.relations.of(node):
        if other.kind != "jawaban":
            continue
        assessment_name, _slash, code = other.id.partition("/")
        assessment = desk.region.assessments[assessment_name]
        indicator = next(one for one in assessment.instrumen.all_indicators() if one.kode == code)
        found.append((assessment.nama, indicator.label, indicator_address(assessment.instrumen.id, code)))
    return found
