"""``/arsitektur/cakupan/<domain>/``: a map of tiles, and what stands at each code."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.catalogue.coverage import Coverage, Figures, Tile
from spbe.catalogue.quality import review_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.record import KEADAAN
from spbe.region import Node
from spbe.site.addresses import COVERAGE, code_anchor, domain_address, record_address
from spbe.site.charts.tiles import TileMap, covered, tile_map, told
from spbe.site.kind_presentations import PRESENTATIONS
from spbe.site.page import Page
from spbe.site.pages.arsitektur.cakupan.kode import CROWDED, has_coverage
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable


@dataclass(frozen=True, slots=True)
class CodeRecord:
    """A record in the list of a code; ``state`` and ``state_label`` are empty when it is of today."""

    name: str
    address: str
    office: Cell
    state: str
    state_label: str
    stale: bool


@dataclass(frozen=True, slots=True)
class CodeContents:
    """A code with what stands at it: ``entries`` in place, or the ``list`` of ``size`` records where they are many.

    ``told`` are the figures of the code and all below it.
    """

    anchor: str
    code: str
    name: str
    told: str
    entries: tuple[CodeRecord, ...]
    list: str | None
    size: int
    empty: bool
    children: tuple[CodeContents, ...]


@dataclass(frozen=True, slots=True)
class UnusedCodes:
    """The ``codes`` without a record of today at or below the code of level 1 called ``name``.

    Of each its anchor, code, name, and whether records are planned.
    """

    name: str
    codes: tuple[tuple[str, str, str, bool], ...]


@template_context
class ArsitekturCakupanDomainContext:
    """The variables of ``pages/arsitektur/cakupan/domain.html.j2``."""

    national_depth: int | None = variable(
        "tingkat sampai mana daftar nasionalnya lengkap, atau kosong bila lengkap sampai tingkat terdalam"
    )
    codes_group_types: bool = variable("apakah kodenya mengelompokkan jenis, bukan fungsi")
    shares: list[tuple[str, int, int]] = variable(
        "daftar (nama tingkat, kode yang berisi, semua kode), sedalam daftar nasional lengkap"
    )
    whole: Figures = variable("angka semua catatan yang berkode (`Figures`)")
    chart: TileMap = variable("peta kode (`TileMap`)")
    unused: list[UnusedCodes] = variable("kode yang tidak punya catatan, menurut kode tingkat 1 (`UnusedCodes`)")
    holdings: list[CodeContents] = variable("kode tingkat 1 dengan isinya (`CodeContents`)")
    without: CodeContents = variable("catatan tanpa kode (`CodeContents`)")
    without_today: int = variable("berapa dari catatan tanpa kode itu yang berjalan saat ini")


def pages(site: SiteContext) -> list[Page]:
    """The map of every domain; nothing for a region without records."""
    if not has_coverage(site):
        return []
    return [_page(site, found) for found in site.coverage.values()]


def _page(site: SiteContext, found: Coverage) -> Page:
    kind, where = KINDS[found.domain.jenis], domain_address(found.domain.kode)
    name = _(kind.plural)
    return site.page(
        ArsitekturCakupanDomainContext,
        where,
        _("Cakupan {jenis}").format(jenis=name.lower()),
        _("Peta kode {kode}: jumlah catatan, yang kosong, yang diisi beberapa perangkat daerah, dan umurnya.").format(
            kode=found.domain.kode
        ),
        lambda: ArsitekturCakupanDomainContext(
            national_depth=None if found.domain.is_listed_whole else found.domain.lengkap,
            codes_group_types=PRESENTATIONS[kind.slug].codes_group_types,
            shares=[(level_label(found, depth.level), depth.covered, depth.codes) for depth in found.levels],
            whole=found.whole,
            chart=tile_map(found, _("Peta {kode}").format(kode=found.domain.kode)),
            unused=_unused(found),
            holdings=[_holding(site, where, tile) for tile in found.tiles],
            without=_without(site, found, where),
            without_today=found.without_today,
        ),
        parent=COVERAGE,
    )


def _unused(found: Coverage) -> list[UnusedCodes]:
    told = []
    for tile in found.tiles:
        codes = tuple(
            (code_anchor(one.node.kode), one.node.kode, one.node.nama, one.whole.coming > 0)
            for one in tile.walk()
            if not one.whole.today
        )
        if codes:
            told.append(UnusedCodes(f"{tile.node.kode} {tile.node.nama}", codes))
    return told


def _holding(site: SiteContext, where: str, tile: Tile) -> CodeContents:
    code = tile.node.kode
    crowded = len(tile.own) > CROWDED
    return CodeContents(
        code_anchor(code),
        code,
        tile.node.nama,
        covered(tile) if tile.children else told(tile.whole),
        () if crowded else tuple(_entry(site, node) for node in tile.own),
        f"{where}{code_anchor(code)}/" if crowded else None,
        len(tile.own),
        not any(one.own for one in tile.walk()),
        tuple(_holding(site, where, child) for child in tile.children),
    )


def _without(site: SiteContext, found: Coverage, where: str) -> CodeContents:
    crowded = len(found.without) > CROWDED
    return CodeContents(
        "tanpa-kode",
        "",
        "",
        "",
        () if crowded else tuple(_entry(site, node) for node in found.without),
        f"{where}tanpa-kode/" if crowded else None,
        len(found.without),
        not found.without,
        (),
    )


def _entry(site: SiteContext, node: Node) -> CodeRecord:
    record = site.region.records[node.kind][node.id]
    state = "" if record.is_current else record.state
    return CodeRecord(
        record.nama,
        record_address(node),
        owner_cell(site, record),
        state,
        _(KEADAAN.label(state)) if state else "",
        not state and review_of(record, site.region.date) != "baru",
    )


def level_label(found: Coverage, level: int) -> str:
    """What the codes of ``level`` are called."""
    label = found.domain.label.get(level)
    return label or _("Kode tingkat {n}").format(n=level)
