"""``/arsitektur/cakupan/<domain>/``: a map of tiles, and what stands at each code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spbe.catalogue.coverage import Coverage, Tile
from spbe.catalogue.quality import review_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.record import KEADAAN
from spbe.region import Node
from spbe.site.addresses import COVERAGE, code_anchor, domain_address, record_address
from spbe.site.cells import owner_cell
from spbe.site.charts.tiles import covered, tile_map, told
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.pages.arsitektur.cakupan.kode import code_pages
from spbe.site.table import Cell

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


def domain_pages(desk: Desk, found: Coverage) -> list[Page]:
    """The map of one domain, and a list for each code with many records."""
    kind, where = KINDS[found.domain.jenis], domain_address(found.domain.kode)
    name = _(kind.plural)
    first = desk.page(
        "arsitektur/cakupan/domain",
        where,
        _("Cakupan {jenis}").format(jenis=name.lower()),
        _("Peta kode {kode}: jumlah catatan, yang kosong, yang diisi beberapa perangkat daerah, dan umurnya.").format(
            kode=found.domain.kode
        ),
        parent=COVERAGE,
        kind=kind,
        domain=found.domain,
        shares=[(level_label(found, depth.level), depth.covered, depth.codes) for depth in found.levels],
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
            made += code_pages(desk, where, code_anchor(tile.node.kode), label, tile.own)
    if len(found.without) > CROWDED:
        label = _("{jenis} tanpa kode").format(jenis=name)
        made += code_pages(desk, where, "tanpa-kode", label, found.without)
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
    state = "" if record.is_current else record.state
    return Entry(
        record.nama,
        record_address(node),
        owner_cell(desk, record),
        state,
        _(KEADAAN.label(state)) if state else "",
        not state and review_of(record, desk.region.date) != "baru",
    )


def level_label(found: Coverage, level: int) -> str:
    """What the codes of ``level`` are called."""
    label = found.domain.label.get(level)
    return label or _("Kode tingkat {n}").format(n=level)
