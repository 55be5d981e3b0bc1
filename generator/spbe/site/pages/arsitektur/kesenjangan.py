"""``/arsitektur/kesenjangan/``: every gap between as-is and to-be, what closes it, where roadmap and records differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spbe.catalogue.activities import RoadmapFault, balances, slips
from spbe.catalogue.gaps import Gap, State, years_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, catalogued_kinds
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, GAPS, ROADMAP, catalogue_address, record_address
from spbe.site.components.gap_wording import BADGES, change_label, fault_words, slip_line, state_label, words_of
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable

_ORDER: Final[tuple[State, ...]] = (
    "tanpa-kegiatan",
    "belum-dicatat",
    "ditunda",
    "terencana",
    "berjalan",
    "tertutup",
)
"""The states that the table shows, what needs attention most first."""


@template_context
class ArsitekturKesenjanganContext:
    """The variables of ``pages/arsitektur/kesenjangan.html.j2``."""

    open_gaps: int = variable("jumlah kesenjangan terbuka")
    uncovered: int = variable("berapa di antaranya tanpa kegiatan")
    rest: list[tuple[int, str]] = variable("daftar (jumlah, keadaan) kesenjangan terbuka yang lain")
    active: int = variable("berapa di antaranya dengan kegiatan yang berjalan")
    closed: int = variable("jumlah kesenjangan yang sudah tertutup")
    domains: Table = variable("tabel catatan setiap domain, saat ini dan yang dituju (`Table`)")
    data: Table = variable("tabel kesenjangan (`Table`)")
    mend: list[tuple[str, str, str, list[tuple[str, str, str]]]] = variable(
        "yang perlu ditindaklanjuti: daftar (kode, judul, penjelasan, daftar (nama, alamat, keterangan))"
    )
    roadmap: str = variable("alamat peta rencana")


def pages(site: SiteContext) -> list[Page]:
    """The page of gaps, cut where they are many; none while nothing is recorded."""
    if not any(site.region.records[kind] for kind in catalogued_kinds()):
        return []
    gaps = sorted((gap for gap in site.gaps if gap.state in _ORDER), key=lambda gap: _ORDER.index(gap.state))
    return paged(
        site,
        ArsitekturKesenjanganContext,
        GAPS,
        _("Kesenjangan"),
        _("Selisih keadaan saat ini dan yang dituju, dan kegiatan yang menutupnya."),
        LongTable("kesenjangan", len(gaps), Later(lambda: _table(site, gaps))),
        lambda data: _variables(site, gaps, data),
        parent=ARCHITECTURE_HOME,
        menu=_("Kesenjangan"),
        menu_group=_("Analisis"),
    )


def _variables(site: SiteContext, gaps: Sequence[Gap], data: Table) -> ArsitekturKesenjanganContext:
    found = [gap for gap in gaps if gap.is_open]
    mend = slips(site.region, site.gaps, site.accounts.values())
    return ArsitekturKesenjanganContext(
        data=data,
        open_gaps=len(found),
        uncovered=sum(gap.state == "tanpa-kegiatan" for gap in found),
        rest=[
            (number, state_label(state))
            for state in _ORDER[1:-1]
            if (number := sum(gap.state == state for gap in found)) and state != "berjalan"
        ],
        active=sum(gap.state == "berjalan" for gap in found),
        closed=sum(gap.state == "tertutup" for gap in gaps),
        domains=_domains(site),
        mend=[(fault, *fault_words(fault), _lines(site, told)) for fault, told in mend.items()],
        roadmap=ROADMAP,
    )


def _lines(site: SiteContext, told: tuple[RoadmapFault, ...]) -> list[tuple[str, str, str]]:
    return sorted((slip_line(site, slip) for slip in told), key=lambda line: line[0].casefold())


def _table(site: SiteContext, gaps: list[Gap]) -> Table:
    columns = (
        Column(_("Catatan"), wide=True),
        Column(_("Domain"), facet=True),
        Column(_("Saat ini → yang dituju"), wide=True, facet=False, key="selisih"),
        Column(_("Perubahan"), facet=True, extra=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Kegiatan"), wide=True, facet=False),
        Column(_("Tahun"), facet=True),
        Column(_("Keadaan"), facet=True),
    )
    return Table(
        "daftar-kesenjangan",
        _("Kesenjangan {pada_data}, yang belum ditangani lebih dahulu"),
        columns,
        tuple(_row(site, gap) for gap in gaps),
        tools=True,
        empty=_("Tidak ada catatan {pada_data} yang menyebut rencana."),
    )


def _row(site: SiteContext, gap: Gap) -> Row:
    record = site.region.get(gap.node)
    owner = owner_cell(site, record)
    return Row(
        (
            Cell(site.region.name(gap.node), record_address(gap.node)),
            Cell(_(KINDS[gap.node.kind].plural)),
            Cell(words_of(site, gap)),
            Cell(change_label(gap.change)),
            owner,
            _activities(site, gap.activities),
            _years(site, gap),
            Cell(state_label(gap.state), badge=BADGES[gap.state]),
        )
    )


def _activities(site: SiteContext, items: tuple[Node, ...]) -> Cell:
    """One activity with its link; of several the first with the number of others, which stand in its account too."""
    if not items:
        return Cell("–")
    name = site.region.name(items[0])
    more = len(items) - 1
    said = _("{nama} dan {n} lainnya").format(nama=name, n=more) if more else name
    return Cell(said, record_address(items[0]))


def _years(site: SiteContext, gap: Gap) -> Cell:
    """The years of the activities; where none tells any, the year of the plan itself. Each year is a facet."""
    years = years_of(site.region, gap.activities)
    if years is None and gap.due is not None:
        years = (gap.due.tahun, gap.due.tahun)
    if years is None:
        return Cell("–")
    first, last = years
    said = str(first) if first == last else f"{first}–{last}"
    return Cell(said, values=tuple(str(year) for year in range(first, last + 1)))


def _domains(site: SiteContext) -> Table:
    columns = (
        Column(_("Domain"), wide=True),
        Column(_("Saat ini"), numeric=True),
        Column(_("Baru"), numeric=True),
        Column(_("Dihentikan"), numeric=True),
        Column(_("Yang dituju"), numeric=True),
        Column(_("Berubah"), numeric=True),
        Column(_("Tanpa kegiatan"), numeric=True),
    )
    rows = []
    sums = [0] * 6
    for kind, one in balances(site.region, site.gaps).items():
        figures = (one.now, one.new, one.ending, one.then, one.changing, one.uncovered)
        sums = [known + more for known, more in zip(sums, figures, strict=True)]
        rows.append(Row((Cell(_(KINDS[kind].plural), catalogue_address(kind)), *map(count, figures))))
    rows.append(Row((Cell(_("Jumlah")), *map(count, sums)), strong=True))
    return Table("keadaan-dituju", _("Catatan setiap domain: saat ini dan yang dituju"), columns, tuple(rows))
