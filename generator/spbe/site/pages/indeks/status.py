"""``/indeks/<penilaian>/status/``: who has answered what, with which evidence, verified or not, and what is due.

For those who work on the answers: an office sees its own indicators, the administrators all.
"""

from __future__ import annotations

from datetime import date

from spbe.catalogue.answer_progress import ORDER, AnswerProgress, OfficeProgress, by_office, progress_of
from spbe.i18n import gettext as _
from spbe.model.pengerjaan import STATUS_JAWABAN
from spbe.region import Assessment
from spbe.site.addresses import account_address, assessment_address, indicator_address
from spbe.site.page import Page
from spbe.site.pages.indeks.jadwal import ACCOUNT as CALENDAR
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, day, deadline, text
from spbe.site.table_cells import office_cell
from spbe.site.variables import template_context, variable

ACCOUNT = "status"


@template_context
class IndeksStatusContext:
    """The variables of ``pages/indeks/status.html.j2``."""

    assessment: Assessment = variable("penilaian (`Assessment`)")
    states: list[tuple[str, int]] = variable("(nama keadaan, banyak indikator) menurut urutannya")
    total: int = variable("banyak indikator")
    late: int = variable("banyak indikator yang lewat waktu")
    offices: Table = variable("tabel keadaan jawaban setiap perangkat daerah (`Table`)")
    indicators: Table = variable("tabel keadaan setiap indikator (`Table`)")
    calendar: str | None = variable("alamat halaman jadwal, atau kosong")
    today: date = variable("tanggal acuan")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment whose answers are worked on, newest first; none for the public."""
    if site.view.audience.is_public:
        return []
    found = ((one, _seen(site, one)) for one in reversed(list(site.region.assessments.values())))
    return [_page(site, assessment, seen) for assessment, seen in found if seen and _is_worked_on(assessment)]


def _is_worked_on(assessment: Assessment) -> bool:
    """Whether there is anything to tell: of many an old assessment only levels or the index are known."""
    return bool(assessment.answers or assessment.penilaian.jadwal)


def _seen(site: SiteContext, assessment: Assessment) -> list[AnswerProgress]:
    """What readers may know the state of: the states of other offices' answers are not theirs to see."""
    audience = site.view.audience
    found = progress_of(site.region, assessment)
    return [one for one in found if audience.is_whole or (one.office is not None and one.office == audience.opd)]


def _page(site: SiteContext, assessment: Assessment, seen: list[AnswerProgress]) -> Page:
    about = _("{judul}: jawaban yang sudah diisi, berbukti, dan diverifikasi, dan yang jatuh tempo.")
    today = site.region.date
    states = [one.state for one in seen]
    return site.page(
        IndeksStatusContext,
        account_address(assessment.nama, ACCOUNT),
        _("Papan status {nama}").format(nama=assessment.nama),
        about.format(judul=assessment.title),
        lambda: IndeksStatusContext(
            assessment=assessment,
            states=[(_(STATUS_JAWABAN.label(state)), states.count(state)) for state in ORDER],
            total=len(seen),
            late=sum(one.late(today) for one in seen),
            offices=_offices(site, by_office(seen, today)),
            indicators=_indicators(site, assessment, seen),
            calendar=account_address(assessment.nama, CALENDAR) if assessment.penilaian.jadwal else None,
            today=today,
        ),
        parent=assessment_address(assessment.nama),
        menu=_("Status"),
    )


def _offices(site: SiteContext, found: tuple[OfficeProgress, ...]) -> Table:
    columns = (
        Column(_("Perangkat daerah"), wide=True),
        Column(_("Indikator"), numeric=True),
        *(Column(_(label), numeric=True) for label in STATUS_JAWABAN.nilai.values()),
        Column(_("Lewat waktu"), numeric=True),
        Column(_("Jatuh tempo berikut")),
    )
    rows = tuple(
        Row(
            (
                office_cell(site, one.office, _("Tanpa penanggung jawab {pada_data}")),
                count(one.total),
                *(count(one.counts[state]) for state in ORDER),
                count(one.late),
                deadline(one.due, late=one.due is not None and one.due < site.region.date),
            )
        )
        for one in found
    )
    return Table("status-perangkat-daerah", _("Keadaan jawaban menurut perangkat daerah"), columns, rows, tools=True)


def _indicators(site: SiteContext, assessment: Assessment, found: list[AnswerProgress]) -> Table:
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Keadaan"), facet=True),
        Column(_("Bukti"), numeric=True),
        Column(_("Dinyatakan")),
        Column(_("Oleh")),
        Column(_("Jatuh tempo")),
        Column(_("Untuk"), extra=True),
    )
    rows = tuple(
        Row(
            (
                Cell(one.indicator.label, indicator_address(assessment.instrumen.id, one.indicator.kode)),
                office_cell(site, one.office),
                _state(one),
                count(one.evidence),
                day(one.declared.tanggal if one.declared else None),
                text(one.declared.fungsi if one.declared else None),
                deadline(one.due, late=one.late(site.region.date)),
                text(one.next.nama if one.next else None),
            )
        )
        for one in found
    )
    return Table("status-indikator", _("Keadaan jawaban setiap indikator"), columns, rows, tools=True)


def _state(one: AnswerProgress) -> Cell:
    return Cell(_(STATUS_JAWABAN.label(one.state)), sort=str(ORDER.index(one.state)), badge=f"jawaban-{one.state}")
