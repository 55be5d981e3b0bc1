"""``/peta-rencana/``: the roadmap: when, what for, how much. An item's row in the list is its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from spbe import wording
from spbe.catalogue.activities import CHANGES
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.model.peta_rencana import MUATAN, PetaRencana
from spbe.region import Node
from spbe.site.addresses import GAPS, ROADMAP, indicator_address, record_address
from spbe.site.charts.timeline import Timeline, TimelineItem, timeline
from spbe.site.details import Detail, details_of
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.pages.peta_rencana.closure import RoadmapClosure, closure_of, tally
from spbe.site.pages.peta_rencana.costs import cost_tables, part_label
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.table_cells import owner_cell
from spbe.site.variables import template_context, variable
from spbe.wording.fields import label_of

_KIND = "peta-rencana"

UNDATED: Final = 9999
"""Items without a year come last."""

TOGETHER: Final = 100
"""So many items tell all that they say on one page; a few more stay together."""


@template_context
class PetaRencanaContext:
    """The variables of ``pages/peta_rencana/ikhtisar.html.j2``."""

    chart: Timeline | None = variable("bagan garis waktu (`Timeline`), atau kosong")
    undated: int = variable("berapa kegiatan yang belum bertahun")
    money: tuple[Table, ...] = variable("tabel anggaran menurut muatan, perangkat daerah, dan tahun mulai (`Table`)")
    cancelled: int = variable("berapa kegiatan yang dibatalkan")
    data: Table | None = variable("tabel semua kegiatan (`Table`); tidak ada pada halaman yang hanya memuat rincian")
    details: list[Detail] = variable("isi lengkap setiap kegiatan (`Detail`)")
    closures: dict[str, RoadmapClosure | None] = variable(
        "kesenjangan dan indikator setiap kegiatan (`RoadmapClosure` atau kosong), menurut id rinciannya; "
        "bersama rincian, di sini atau pada halaman tersendiri"
    )
    gaps: str | None = variable("alamat halaman kesenjangan, atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """The page of the roadmap; where items are many, further pages for their rows and for what each says in full."""
    kind = KINDS[_KIND]
    records = site.region.records[_KIND]
    items = dict(
        sorted(
            ((name, record) for name, record in records.items() if isinstance(record, PetaRencana)),
            key=lambda pair: (pair[1].tahun_mulai or UNDATED, pair[1].nama.casefold(), pair[0]),
        )
    )
    order = {name: place for place, name in enumerate(items)}
    details = Later(lambda: _details(site, order))
    places = _places(len(items))
    here = places == (ROADMAP,)
    made = paged(
        site,
        PetaRencanaContext,
        ROADMAP,
        _(kind.plural),
        _("Peta rencana {nama}: kegiatan, tahun, anggaran, dan status.").format(nama=site.region.profil.nama),
        LongTable("peta-rencana", len(items), Later(lambda: _table(site, items, places))),
        lambda data: PetaRencanaContext(
            data=data,
            chart=_chart(site, items),
            undated=sum(item.tahun_mulai is None for item in items.values()),
            money=cost_tables(site, items),
            cancelled=sum(item.is_cancelled for item in items.values()),
            gaps=GAPS if site.gaps else None,
            details=details.value if here else [],
            closures=_closures(site, items) if here else {},
        ),
        menu=_(kind.plural),
    )
    if not here:
        made += _told_apart(site, items, details, places)
    return made


def _details(site: SiteContext, order: Mapping[str, int]) -> list[Detail]:
    found = [_told(site, detail) for detail in details_of(site, _KIND, skip=frozenset({"indikator"}))]
    return sorted(found, key=lambda detail: order.get(detail.record.id, 0))


def _places(size: int) -> tuple[str, ...]:
    """The pages that hold what ``size`` items say in full: their list, or pages of their own when they are many."""
    if size <= TOGETHER * 5 // 4:
        return (ROADMAP,)
    return tuple(f"{ROADMAP}rincian_{number}/" for number in range(1, -(-size // TOGETHER) + 1))


def _told_apart(
    site: SiteContext, items: dict[str, PetaRencana], details: Later[list[Detail]], places: tuple[str, ...]
) -> list[Page]:
    names = list(items)
    made = []
    for number, address in enumerate(places):
        part = slice(number * TOGETHER, (number + 1) * TOGETHER)
        own = {name: items[name] for name in names[part]}
        title = _("Rincian peta rencana, bagian {n}").format(n=number + 1)
        about = _("Isi lengkap {n} kegiatan pada peta rencana {nama}, bagian {bagian}.").format(
            n=len(own), nama=site.region.profil.nama, bagian=number + 1
        )
        made.append(
            site.page(
                PetaRencanaContext,
                address,
                title,
                about,
                partial(_part, site, details, part, own),
                parent=ROADMAP,
            )
        )
    return made


def _part(
    site: SiteContext, details: Later[list[Detail]], part: slice, items: Mapping[str, PetaRencana]
) -> PetaRencanaContext:
    """What a page receives that tells of ``items`` in full, and nothing else."""
    return PetaRencanaContext(
        data=None,
        chart=None,
        undated=0,
        money=(),
        cancelled=0,
        gaps=None,
        details=details.value[part],
        closures=_closures(site, items),
    )


def _closures(site: SiteContext, items: Mapping[str, PetaRencana]) -> dict[str, RoadmapClosure | None]:
    return {_anchor(name): _closure(site, record, name) for name, record in items.items()}


def _anchor(name: str) -> str:
    return f"rinci-{name}"


def _closure(site: SiteContext, record: PetaRencana, name: str) -> RoadmapClosure | None:
    account = site.accounts.get(Node(_KIND, name))
    return closure_of(site, account, record) if account else None


def _told(site: SiteContext, detail: Detail) -> Detail:
    """``detail`` without the records that it changes: they stand among its gaps, with their states."""
    if Node(_KIND, detail.record.id) not in site.accounts:
        return detail
    groups = (
        replace(group, neighbours=tuple(one for one in group.neighbours if one.planned))
        if group.name == CHANGES
        else group
        for group in detail.groups
    )
    return replace(detail, groups=tuple(group for group in groups if group.neighbours))


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


def _table(site: SiteContext, items: dict[str, PetaRencana], places: tuple[str, ...]) -> Table:
    columns = (
        Column(_("Kegiatan"), wide=True),
        Column(_("Muatan"), facet=True),
        Column(_("Tahun"), facet=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Anggaran (juta rupiah)"), numeric=True),
        Column(_("Status"), facet=True),
        Column(_("Indikator yang dituju"), facet=False, extra=True),
        Column(_("Kesenjangan"), facet=False),
    )
    return Table(
        "daftar-rencana",
        _("Daftar kegiatan"),
        columns,
        tuple(
            _row(site, name, record, f"{places[place // TOGETHER if len(places) > 1 else 0]}#{_anchor(name)}")
            for place, (name, record) in enumerate(items.items())
        ),
        tools=True,
        empty=_("Belum ada rencana {pada_data}."),
    )


def _row(site: SiteContext, name: str, record: PetaRencana, details: str) -> Row:
    return Row(
        (
            Cell(record.nama, details),
            text(part_label(record.muatan) if record.muatan else None),
            _years(record),
            owner_cell(site, record),
            Cell(wording.millions(record.whole_budget), sort=f"{record.whole_budget or 0:020d}"),
            _state(record),
            _lifted(site, record),
            text(tally(site.accounts.get(Node(_KIND, name)))),
        ),
        id=name,
    )


def _years(record: PetaRencana) -> Cell:
    """First and last year; each year between them is a facet."""
    told = [year for year in (record.tahun_mulai, record.tahun_selesai) if year]
    if not told:
        return text(None)
    within = range(min(told), max(told) + 1)
    return Cell(" – ".join(dict.fromkeys(map(str, told))), values=tuple(map(str, within)))


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
