"""The table of all records of a kind: what tells them apart, and more columns and facets for who looks closer.

Columns are declared once; what a kind has nothing of is left out, so that no column is empty from top to bottom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from spbe import wording
from spbe.catalogue.quality import Examined, Review
from spbe.catalogue.today import is_current
from spbe.i18n import gettext as _
from spbe.model.kinds import OFFICE, Kind
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.model.record import Entri
from spbe.region import Node, Region
from spbe.scoring.rounding import whole_per_cent
from spbe.site.addresses import record_address
from spbe.site.kind_presentations import PRESENTATIONS, RelatedCount
from spbe.site.later import Later
from spbe.site.paging import LongTable
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, day, text
from spbe.site.table_cells import owner_cell, short_names_cell
from spbe.wording.fields import label_of

_BOTH_WAYS: Final = frozenset({"integrasi"})
"""Told by either side."""

Told = tuple[Column, list[Cell]]


def catalogue_description(site: SiteContext, kind: Kind) -> str:
    """What the page with all records of ``kind`` is about."""
    return _("Daftar {jenis} {nama}.").format(jenis=_(kind.plural).lower(), nama=site.region.profil.nama)


def catalogue(site: SiteContext, kind: Kind) -> LongTable:
    """All records of ``kind``, by name."""
    return LongTable(_id(kind), len(site.region.records[kind.slug]), Later(lambda: listing(site, kind)))


def _id(kind: Kind) -> str:
    return f"daftar-{kind.slug}"


def listing(site: SiteContext, kind: Kind) -> Table:
    """All records of ``kind``, by name, as one table."""
    found = sorted(site.region.records[kind.slug].items(), key=lambda item: item[1].nama.casefold())
    nodes = [Node(kind.slug, name) for name, _record in found]
    records = [record for _name, record in found]
    columns = [
        one for one in _columns(site, kind, nodes, records) if any(cell.text not in ("–", "") for cell in one[1])
    ]
    rows = tuple(Row(cells) for cells in zip(*(cells for _column, cells in columns), strict=True))
    caption = _("Daftar {jenis}").format(jenis=_(kind.plural).lower())
    told = tuple(column for column, _cells in columns)
    return Table(_id(kind), caption, told, rows, tools=True, empty=_("Belum ada catatan {pada_data}."))


def _columns(site: SiteContext, kind: Kind, nodes: list[Node], records: list[Entri]) -> Iterable[Told]:
    """First what everybody sees, then what waits to be asked for."""
    office = kind.slug == OFFICE

    def each(column: Column, cell: Callable[[Entri], Cell]) -> Told:
        return column, [cell(record) for record in records]

    yield (
        Column(_("Nama"), wide=True),
        [Cell(record.nama, record_address(node)) for node, record in zip(nodes, records, strict=True)],
    )
    if office:
        yield each(Column(_("Singkatan"), facet=False), lambda record: text(getattr(record, "singkatan", None)))
    yield each(Column(_("Jenis"), facet=True), _type_cell)
    if not office:
        yield each(Column(_("Perangkat daerah"), facet=True), lambda record: owner_cell(site, record))
    counted = [(one.extra, _counted(site, one, nodes)) for one in PRESENTATIONS[kind.slug].columns]
    yield from (made for extra, made in counted if not extra)
    if not office:
        yield each(Column(_("Keadaan"), facet=True), _state_cell)
    yield each(Column(_("Ditinjau")), lambda record: day(record.ditinjau))
    yield from (made for extra, made in counted if extra)
    if any(getattr(record, "pengguna", ()) for record in records):
        users = Column(_("Dipakai oleh"), wide=True, facet=True, extra=True)
        yield each(users, lambda record: short_names_cell(_offices(site.region, getattr(record, "pengguna", ()))))
    if serves := PRESENTATIONS[kind.slug].serves:
        column = Column(_("Target layanan"), facet=True, extra=True)
        yield each(column, lambda record: _labels_cell(record, serves))
    if kind.domain:
        column = Column(_("Referensi arsitektur"), wide=True, facet=True, extra=True)
        yield each(column, lambda record: _reference_cell(site.region, record))
    if any(not record.is_open for record in records):
        column = Column(_("Klasifikasi catatan"), facet=True, extra=True)
        yield each(column, lambda record: Cell(label_of(record, "klasifikasi") or "–"))
    yield from _quality(site, kind, nodes)


def _quality(site: SiteContext, kind: Kind, nodes: list[Node]) -> Iterable[Told]:
    examined = {one.node: one for one in site.examined if one.node.kind == kind.slug}
    words: dict[Review, tuple[str, str]] = {
        "baru": ("1", _("dalam setahun terakhir")),
        "lama": ("2", _("lebih dari setahun lalu")),
        "belum": ("3", _("belum pernah")),
    }
    reviewed = [words[examined[node].review] for node in nodes]
    column = Column(_("Peninjauan"), facet=True, extra=True)
    yield column, [Cell(label, sort=order) for order, label in reviewed]
    yield Column(_("Isian terisi"), numeric=True, extra=True), [_answered(examined[node]) for node in nodes]


def _answered(one: Examined) -> Cell:
    tally = one.tally
    share = whole_per_cent(tally.answered, tally.total) if tally.total else 0
    return Cell(wording.percent(tally.answered, tally.total), sort=str(share) if tally.total else None)


def _counted(site: SiteContext, one: RelatedCount, nodes: list[Node]) -> Told:
    return Column(_(one.heading), numeric=True, extra=one.extra), [_count_cell(site, one, node) for node in nodes]


def _count_cell(site: SiteContext, one: RelatedCount, node: Node) -> Cell:
    """A number of related records, plans left aside.

    Of a record of today those of today are counted, as everywhere else.
    """
    wanted: set[Node] = set()
    today = is_current(site.region, node)
    for _name, other, relation in site.region.relations.of(node):
        right_way = (relation.target == node) == one.naming or one.field in _BOTH_WAYS
        told = relation.field == one.field and other.kind == one.kind and right_way and not relation.planned
        if told and (is_current(site.region, other) or not today):
            wanted.add(other)
    return count(len(wanted))


def _type_cell(record: Entri) -> Cell:
    return _labels_cell(record, "jenis")


def _labels_cell(record: Entri, name: str) -> Cell:
    label = label_of(record, name)
    return Cell(label, values=tuple(label.split(", "))) if label else Cell("–")


def _state_cell(record: Entri) -> Cell:
    label = label_of(record, "keadaan")
    return Cell(label, badge=record.state) if label else Cell("–")


def _offices(region: Region, offices: Iterable[str]) -> list[PerangkatDaerah]:
    """The records of ``offices`` by their short names, without what is no record: a check reports that."""
    found = filter(None, map(region.office, offices))
    return sorted(found, key=lambda office: office.short_name.casefold())


def _reference_cell(region: Region, record: Entri) -> Cell:
    """The first level of the record's codes by name; the codes themselves are words to filter by."""
    codes = [code for code in getattr(record, "referensi", ()) if code in region.reference.nodes]
    names = list(dict.fromkeys(region.reference.names(code)[0] for code in codes))
    if not names:
        return Cell("–")
    return Cell(f"{', '.join(names)} ({', '.join(codes)})", values=tuple(names))
