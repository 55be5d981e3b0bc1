"""The roadmap: when, what for, how much. Its items have no pages of their own: their rows are their addresses."""

from __future__ import annotations

from spbe.catalogue.budget import Budget, Line, budget
from spbe.i18n import gettext as _
from spbe.model.choices import choices_of
from spbe.model.kinds import KINDS
from spbe.model.peta_rencana import MUATAN, PetaRencana
from spbe.region import Node
from spbe.site import wording
from spbe.site.addresses import ROADMAP, indicator_address
from spbe.site.cells import office_cell
from spbe.site.charts.timeline import Item, Timeline, timeline
from spbe.site.desk import Desk
from spbe.site.details import detail_address, details_of
from spbe.site.page import MenuItem, Page
from spbe.site.table import Cell, Column, Row, Table, count, text


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The page of the roadmap."""
    kind = KINDS["peta-rencana"]
    records = desk.region.records[kind.slug]
    items = {name: record for name, record in records.items() if isinstance(record, PetaRencana)}
    page = desk.page(
        "roadmap",
        ROADMAP,
        _(kind.plural),
        _("Peta rencana {nama}: kegiatan, tahun, anggaran, dan status.").format(nama=desk.region.profil.nama),
        chart=_chart(desk, items),
        undated=sum(item.tahun_mulai is None for item in items.values()),
        money=_money(budget(items.values())) if items else None,
        cancelled=budget(items.values()).cancelled,
        data=_table(desk, items),
        hidden=desk.view.totals[kind.slug] - len(records),
        details=details_of(desk, kind.slug),
    )
    return [page], [MenuItem(_(kind.plural), ROADMAP)]


def part_label(code: str | None) -> str:
    """The name of a part of the roadmap."""
    return _(MUATAN.label(code)) if code else _("Tanpa muatan")


def _status(item: PetaRencana) -> str | None:
    return _(choices_of(PetaRencana)["status"].label(item.status)) if item.status else None


def _state(item: PetaRencana) -> Cell:
    return Cell(_status(item) or "–", badge=item.status)


def _chart(desk: Desk, items: dict[str, PetaRencana]) -> Timeline | None:
    groups = []
    rows = []
    for code in (*MUATAN.nilai, None):
        members = []
        dated = [(item.tahun_mulai, item) for item in items.values() if item.muatan == code and item.tahun_mulai]
        for first, item in sorted(dated, key=lambda pair: (pair[0], pair[1].nama.casefold())):
            last = max(first, item.tahun_selesai or first)
            status = _status(item) or _("status belum diisi")
            members.append(Item(item.nama, status, first, last, item.status or "kosong"))
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
    return timeline("garis-waktu", _("Kegiatan menurut tahun"), groups, table, (desk.region.date, _("kini")))


def _money(sums: Budget) -> Table:
    def row(label: str, line: Line, *, strong: bool = False) -> Row:
        amounts = (line.years.get(year) for year in sums.years)
        return Row(
            (
                Cell(label),
                count(line.items),
                *(Cell(wording.millions(amount)) for amount in amounts),
                Cell(wording.millions(line.total)),
                count(line.untold),
            ),
            strong=strong,
        )

    columns = (
        Column(_("Muatan"), wide=True),
        Column(_("Kegiatan"), numeric=True),
        *(Column(str(year) if year else _("Tanpa tahun"), numeric=True) for year in sums.years),
        Column(_("Jumlah"), numeric=True),
        Column(_("Tanpa anggaran"), numeric=True),
    )
    rows = [row(part_label(part), line) for part, line in sums.lines.items()]
    rows.append(row(_("Jumlah"), sums.sum, strong=True))
    return Table(
        "anggaran-muatan", _("Anggaran menurut muatan dan tahun mulai, dalam juta rupiah"), columns, tuple(rows)
    )


def _table(desk: Desk, items: dict[str, PetaRencana]) -> Table:
    rows = []
    for name, record in items.items():
        years = " – ".join(dict.fromkeys(str(year) for year in (record.tahun_mulai, record.tahun_selesai) if year))
        rows.append(
            Row(
                (
                    Cell(record.nama, detail_address(Node("peta-rencana", name))),
                    text(part_label(record.muatan) if record.muatan else None),
                    text(years),
                    office_cell(desk, record.perangkat_daerah),
                    Cell(wording.millions(record.anggaran), sort=f"{record.anggaran or 0:020d}"),
                    _state(record),
                    _lifted(desk, record),
                ),
                id=name,
            )
        )
    columns = (
        Column(_("Kegiatan"), wide=True),
        Column(_("Muatan")),
        Column(_("Tahun")),
        Column(_("Perangkat daerah")),
        Column(_("Anggaran (juta rupiah)"), numeric=True),
        Column(_("Status")),
        Column(_("Indikator yang dituju")),
    )
    return Table(
        "daftar-rencana", _("Daftar kegiatan"), columns, tuple(rows), tools=True, empty=_("Belum ada rencana.")
    )


def _lifted(desk: Desk, record: PetaRencana) -> Cell:
    """The indicators that an item should raise, by instrument; a link when there is one and it has a page."""
    used = {assessment.instrumen.id for assessment in desk.region.assessments.values()}
    instruments = desk.region.instruments
    codes: dict[str, list[str]] = {}
    for name in record.indikator:
        instrument, _slash, code = name.partition("/")
        codes.setdefault(instrument, []).append(code)
    if len(record.indikator) == 1:
        instrument, _slash, code = record.indikator[0].partition("/")
        return Cell(code, indicator_address(instrument, code) if instrument in used else None)
    return text("; ".join(f"{', '.join(found)} ({instruments[name].nama})" for name, found in codes.items()))
