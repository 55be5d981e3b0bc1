"""``/indeks/<penilaian>/jadwal/``: the calendar of an assessment, in the three parts of its year."""

from __future__ import annotations

from datetime import date

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.pengerjaan import BAGIAN_JADWAL, STATUS_JAWABAN, TahapanJadwal
from spbe.region import Assessment
from spbe.site.addresses import account_address, assessment_address
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, day, text
from spbe.site.table_cells import offices_cell
from spbe.site.variables import template_context, variable

ACCOUNT = "jadwal"


@template_context
class IndeksJadwalContext:
    """The variables of ``pages/indeks/jadwal.html.j2``."""

    assessment: Assessment = variable("penilaian (`Assessment`)")
    parts: list[tuple[str, Table]] = variable("(nama bagian, tabel tahapannya (`Table`)) menurut urutannya")
    calendar: str | None = variable("alamat berkas iCal, atau kosong bila tidak ada tahapan bertanggal")
    today: date = variable("tanggal acuan")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has a calendar."""
    return [_page(site, one) for one in site.region.assessments.values() if one.penilaian.jadwal]


def _page(site: SiteContext, assessment: Assessment) -> Page:
    calendar = site.schedules.get(assessment.nama)
    about = _("Persiapan, pelaksanaan, dan pelaporan {judul}: tahapan, tanggal, dan penanggung jawabnya.")
    return site.page(
        IndeksJadwalContext,
        account_address(assessment.nama, ACCOUNT),
        _("Jadwal {nama}").format(nama=assessment.nama),
        about.format(judul=assessment.title),
        lambda: IndeksJadwalContext(
            assessment=assessment,
            parts=_parts(site, assessment),
            calendar=f"/{calendar.path}" if calendar else None,
            today=site.region.date,
        ),
        parent=assessment_address(assessment.nama),
        menu=_("Jadwal"),
    )


def _parts(site: SiteContext, assessment: Assessment) -> list[tuple[str, Table]]:
    found = []
    for code in (*BAGIAN_JADWAL.nilai, None):
        stages = [stage for stage in assessment.penilaian.jadwal if stage.bagian == code]
        if stages:
            name = _(BAGIAN_JADWAL.label(code)) if code else _("Lainnya")
            found.append((name, _table(site, code or "lainnya", name, stages)))
    return found


def _table(site: SiteContext, code: str, name: str, stages: list[TahapanJadwal]) -> Table:
    columns = (
        Column(_("Tahapan"), wide=True),
        Column(_("Mulai")),
        Column(_("Selesai")),
        Column(_("Penanggung jawab"), wide=True),
        Column(_("Keadaan jawaban yang dituju")),
        Column(_("Keadaan")),
    )
    caption = _("Tahapan {bagian}").format(bagian=name.lower())
    rows = [_row(site, stage) for stage in stages]
    kept = [at for at in range(len(columns)) if any(row.cells[at].text != text(None).text for row in rows)]
    shown = tuple(Row(tuple(row.cells[at] for at in kept)) for row in rows)
    return Table(f"jadwal-{code}", caption, tuple(columns[at] for at in kept), shown)


def _row(site: SiteContext, stage: TahapanJadwal) -> Row:
    return Row(
        (
            Cell(stage.nama),
            day(stage.mulai),
            day(stage.selesai),
            offices_cell(site, stage.perangkat_daerah),
            text(_(STATUS_JAWABAN.label(stage.mencapai)) if stage.mencapai else None),
            _standing(stage, site.region.date),
        )
    )


def _standing(stage: TahapanJadwal, today: date) -> Cell:
    """Where ``today`` lies: before, within or after the stage."""
    if stage.days is None:
        return text(None)
    first, last = stage.days
    if last < today:
        return Cell(_("sudah lewat"), sort="3", badge="selesai")
    if first <= today:
        return Cell(_("sedang berlangsung"), sort="1", badge="berjalan")
    return Cell(
        _("mulai {tanggal}").format(tanggal=wording.day(stage.mulai or stage.selesai)), sort="2", badge="rencana"
    )
