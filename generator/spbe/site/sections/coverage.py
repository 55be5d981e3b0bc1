"""Coverage of the reference architecture: an overview, a map of tiles per domain, and what stands at each code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spbe import wording
from spbe.catalogue.coverage import Coverage, Tile, coverage
from spbe.catalogue.quality import review_of
from spbe.catalogue.today import TODAY
from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.record import KEADAAN, Record
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, COVERAGE, code_anchor, domain_address, record_address
from spbe.site.cells import office_cell
from spbe.site.charts.tiles import covered, tile_map, told
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count

CROWDED: Final = 40
"""Where more records than this stand at one code, their list is a page of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in the list of a code; ``state`` and ``state_label`` are empty when it is of today."""

    name: str
    address: str
    office: Cell
    state: str
    state_label: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """A code with what stands at it: ``entries`` in place, or the ``list`` of ``size`` records where they are many.

    ``told`` are the figures of the code and all below it.
    """

    anchor: str
    code: str
    name: str
    told: str
    entries: tuple[Entry, ...]
    list: str | None
    size: int
    empty: bool
    children: tuple[Holding, ...]


def pages(desk: Desk) -> list[Page]:
    """The overview and a map per domain; nothing for a region without records."""
    if not any(desk.region.records[kind] for kind in (*ARCHITECTURE, "perangkat-daerah", "peta-rencana")):
        return []
    found = {domain: coverage(desk.region, domain) for domain in desk.region.reference.domains}
    made = [_overview(desk, found)]
    for one in found.values():
        made += _domain(desk, one)
    return made


def _overview(desk: Desk, found: dict[str, Coverage]) -> Page:
    return desk.page(
        "coverage",
        COVERAGE,
        _("Cakupan"),
        _("Kode referensi arsitektur yang terisi, kosong, diisi beberapa perangkat daerah, atau lama ditinjau."),
        parent=ARCHITECTURE_HOME,
        domains=[
            (
                _(KINDS[one.domain.jenis].plural),
                one.domain.kode,
                domain_address(one.domain.kode),
                [(_level(one, depth.level), depth.covered, depth.codes) for depth in one.levels],
            )
            for one in found.values()
        ],
        figures=_figures(found),
    )


def _level(found: Coverage, level: int) -> str:
    """What the codes of ``level`` are called."""
    label = found.domain.label.get(level)
    return label or _("Kode tingkat {n}").format(n=level)


def _figures(found: dict[str, Coverage]) -> Table:
    columns = (
        Column(_("Domain"), wide=True),
        Column(_("Catatan berkode"), numeric=True),
        Column(_("Tanpa kode"), numeric=True),
        Column(_("Kode diisi beberapa perangkat daerah"), numeric=True),
        Column(_("Tidak ditinjau setahun terakhir"), numeric=True),
    )
    rows = []
    for one in found.values():
        label = f"{one.domain.kode} {_(KINDS[one.domain.jenis].plural)}"
        cells = [Cell(label, domain_address(one.domain.kode)), count(one.whole.today), count(len(one.without))]
        rows.append(Row((*cells, count(one.shared), count(one.whole.stale))))
    return Table("cakupan-angka", _("Catatan saat ini menurut referensinya"), columns, tuple(rows))


def _domain(desk: Desk, found: Coverage) -> list[Page]:
    kind, where = KINDS[found.domain.jenis], domain_address(found.domain.kode)
    name = _(kind.plural)
    first = desk.page(
        "coverage_domain",
        where,
        _("Cakupan {jenis}").format(jenis=name.lower()),
        _("Peta kode {kode}: jumlah catatan, yang kosong, yang diisi beberapa perangkat daerah, dan umurnya.").format(
            kode=found.domain.kode
        ),
        parent=COVERAGE,
        kind=kind,
        domain=found.domain,
        shares=[(_level(found, depth.level), depth.covered, depth.codes) for depth in found.levels],
        whole=found.whole,
        shared=found.shared,
        chart=tile_map(found, _("Peta {kode}").format(kode=found.domain.kode)),
        holdings=[_holding(desk, where, tile) for tile in found.tiles],
        without=_without(desk, found, where),
    )
    made = [first]
    for tile in found.walk():
        if len(tile.own) > CROWDED:
            label = f"{tile.node.kode} {tile.node.nama}"
            made += _list(desk, where, code_anchor(tile.node.kode), label, tile.own)
    if len(found.without) > CROWDED:
        label = _("{jenis} tanpa kode").format(jenis=name)
        made += _list(desk, where, "tanpa-kode", label, found.without)
    return made


def _holding(desk: Desk, where: str, tile: Tile) -> Holding:
    code = tile.node.kode
    crowded = len(tile.own) > CROWDED
    return Holding(
        code_anchor(code),
        code,
        tile.node.nama,
        covered(tile) if tile.children else told(tile.whole),
        () if crowded else tuple(_entry(desk, node) for node in tile.own),
        f"{where}{code_anchor(code)}/" if crowded else None,
        len(tile.own),
        not any(one.own for one in tile.walk()),
        tuple(_holding(desk, where, child) for child in tile.children),
    )


def _without(desk: Desk, found: Coverage, where: str) -> Holding:
    crowded = len(found.without) > CROWDED
    return Holding(
        "tanpa-kode",
        "",
        "",
        "",
        () if crowded else tuple(_entry(desk, node) for node in found.without),
        f"{where}tanpa-kode/" if crowded else None,
        len(found.without),
        not found.without,
        (),
    )


def _entry(desk: Desk, node: Node) -> Entry:
    record = desk.region.records[node.kind][node.id]
    state = record.keadaan if isinstance(record, Record) and record.keadaan != TODAY else ""
    return Entry(
        record.nama,
        record_address(node),
        office_cell(desk, record.perangkat_daerah, getattr(record, "pemilik_luar", None)),
        state,
        _(KEADAAN.label(state)) if state else "",
        not state and review_of(record, desk.region.date) != "baru",
    )


def _list(desk: Desk, where: str, name: str, label: str, nodes: tuple[Node, ...]) -> list[Page]:
    columns = (Column(_("Nama"), wide=True), Column(_("Perangkat daerah")), Column(_("Keadaan")), Column(_("Ditinjau")))
    rows = []
    for node in nodes:
        record = desk.region.records[node.kind][node.id]
        state = record.keadaan if isinstance(record, Record) else TODAY
        rows.append(
            Row(
                (
                    Cell(record.nama, record_address(node)),
                    office_cell(desk, record.perangkat_daerah, getattr(record, "pemilik_luar", None)),
                    Cell(_(KEADAAN.label(state)), badge=state),
                    Cell(wording.day(record.ditinjau), sort=str(record.ditinjau or "")),
                )
            )
        )
    return paged(
        desk,
        "coverage_list",
        f"{where}{name}/",
        label,
        _("Semua catatan {label}.").format(label=label),
        data=Table(f"daftar-{name}", label, columns, tuple(rows), tools=True),
        parent=where,
        map=f"{where}#{name}",
    )
