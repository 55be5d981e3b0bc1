"""``/peta-rencana/``: the roadmap: when, what for, how much."""

from __future__ import annotations

from typing import Final

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.peta_rencana import MUATAN, PetaRencana
from spbe.region import Node
from spbe.site.addresses import GAPS, ROADMAP, indicator_address, record_address
from spbe.site.charts.timeline import Timeline, TimelineItem, timeline
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.pages.peta_rencana.closure import tally
from spbe.site.pages.peta_rencana.costs import cost_tables, part_label, year_sums
from spbe.site.pages.peta_rencana.kegiatan import years_of
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable
from spbe.wording.fields import label_of

_KIND = "peta-rencana"

UNDATED: Final = 9999
"""Items without a year come last."""


@template_context
class PetaRencanaContext:
    """The variables of ``pages/peta_rencana/ikhtisar.html.j2``."""

    chart: Timeline | None = variable("bagan garis waktu (`Timeline`), atau kosong")
    undated: int = variable("berapa kegiatan yang belum bertahun")
    money: tuple[Table, ...] = variable("tabel anggaran menurut muatan, perangkat daerah, dan tahun mulai (`Table`)")
    year_sums: tuple[tuple[str, str], ...] = variable("daftar (tahun, jumlah anggarannya dalam juta rupiah)")
    cancelled: int = variable("berapa kegiatan yang dibatalkan")
    data: Table = variable("tabel semua kegiatan (`Table`)")
    gaps: str | None = variable("alamat halaman kesenjangan, atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """The page of the roadmap; where items are many, further pages for their rows."""
    kind = KINDS[_KIND]
    records = site.region.records[_KIND]
    items = dict(
        sorted(
            ((name, record) for name, record in records.items() if isinstance(record, PetaRencana)),
            key=lambda pair: (pair[1].tahun_mulai or UNDATED, pair[1].nama.casefold(), pair[0]),
        )
    )
    return paged(
        site,
        PetaRencanaContext,
        ROADMAP,
        _(kind.plural),
        _("Peta rencana {nama}: kegiatan, tahun, anggaran, dan status.").format(nama=site.region.profil.nama),
        LongTable("peta-rencana", len(items), Later(lambda: _table(site, items))),
        lambda data: PetaRencanaContext(
            data=data,
            chart=_chart(site, items),
            undated=sum(item.tahun_mulai is None for item in items.values()),
            money=cost_tables(site, items),
            year_sums=year_sums(items),
            cancelled=sum(item.is_cancelled for item in items.values()),
            gaps=GAPS if site.gaps else None,
        ),
        menu=_(kind.plural),
    )


def _state(item: PetaRencana) -> Cell:
    return Cell(label_of(item, "status") or "–", badge=item.status)


def _chart(site: SiteContext, items: dict[str, PetaRencana]) -> Timeline | None:
    groups = []
    rows = []
    for code in (*MUATAN.nilai, None):
        members = []
        dated = [(item.tahun_mulai, item) for item in items.values() if item.muatan == code and item.tahun_mulai]
        for first, item in sorted(dated, key=lambda pair: (pair[0], pair[1].nama.casefold())):
            last = max(first, item.tahun_selesai or first)
            account = site.accounts.get(Node(_KIND, item.id))
            late = account is not None and any(slip.fault == "lewat-tahun" for slip in account.slips)
            status = label_of(item, "status") or _("status belum diisi")
            status = _("{status}, lewat waktu").format(status=status) if late else status
            address = record_address(Node(_KIND, item.id))
            members.append(TimelineItem(item.nama, status, first, last, item.status or "kosong", address, late))
            rows.append(Row((Cell(item.nama), Cell(part_label(code)), Cell(str(first)), Cell(str(last)), Cell(status))))
        if members:
            groups.append((part_label(code), members))
    if not groups:
        return None
    columns = (
        Column(_("Kegiatan"), wide=True),
        Column(_("Muatan")),
        Column(_("Mulai")),
        Column(_("Selesai")),
        Column(_("Status")),
    )
    table = Table("garis-waktu-angka", _("Kegiatan menurut tahun"), columns, tuple(rows))
    now = _("Garis putus-putus: {tanggal}").format(tanggal=wording.day(site.region.date))
    return timeline("garis-waktu", _("Kegiatan menurut tahun"), groups, table, (site.region.date, now))


def _table(site: SiteContext, items: dict[str, PetaRencana]) -> Table:
    columns = (
        Column(_("Kegiatan"), wide=True),
        Column(_("Muatan"), facet=True),
        Column(_("Tahun"), facet=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Anggaran semua tahun (juta rupiah)"), numeric=True),
        Column(_("Status"), facet=True),
        Column(_("Indikator yang dituju"), facet=False, extra=True),
        Column(_("Kesenjangan"), facet=False),
    )
    return Table(
        "daftar-rencana",
        _("Daftar kegiatan"),
        columns,
        tuple(_row(site, name, record) for name, record in items.items()),
        tools=True,
        empty=_("Belum ada rencana {pada_data}."),
    )


def _row(site: SiteContext, name: str, record: PetaRencana) -> Row:
    return Row(
        (
            Cell(record.nama, record_address(Node(_KIND, name))),
            text(part_label(record.muatan) if record.muatan else None),
            _years(record),
            owner_cell(site, record),
            Cell(wording.millions(record.whole_budget), sort=f"{record.whole_budget or 0:020d}"),
            _state(record),
            _lifted(site, record),
            text(tally(site.accounts.get(Node(_KIND, name)))),
        ),
        id=name,
        former=f"rinci-{name}",
    )


def _years(record: PetaRencana) -> Cell:
    """First and last year; each year between them is a facet."""
    told = [year for year in (record.tahun_mulai, record.tahun_selesai) if year]
    if not told:
        return text(None)
    return Cell(years_of(record), values=tuple(map(str, range(min(told), max(told) + 1))))


def _lifted(site: SiteContext, record: PetaRencana) -> Cell:
    """The indicators that an item should raise, by instrument; a link when there is one and it has a page."""
    used = {assessment.instrumen.id for assessment in site.region.assessments.values()}
    instruments = site.region.instruments
    codes: dict[str, list[str]] = {}
    for name in record.indikator:
        instrument, _slash, code = name.partition("/")
        codes.setdefault(instrument, []).append(code)
    if len(record.indikator) == 1:
        instrument, _slash, code = record.indikator[0].partition("/")
        return Cell(code, indicator_address(instrument, code) if instrument in used else None)
    return text("; ".join(f"{', '.join(found)} ({instruments[name].nama})" for name, found in codes.items()))
