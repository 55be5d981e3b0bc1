"""``/indeks/<penilaian>/masa-berlaku/``: how long the evidence lasts, and what becomes of the index without it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from urllib.parse import quote

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.bukti import Bukti
from spbe.model.instrumen import Predikat
from spbe.model.kinds import OFFICE
from spbe.model.penilaian import TAHAP
from spbe.region import Assessment, Node
from spbe.scoring import round_half_up
from spbe.scoring.forecast import MONTHS, Forecast, ForecastMoment, Support, forecast
from spbe.scoring.outcomes import Outcome
from spbe.site.addresses import EVIDENCE, account_address, assessment_address, indicator_address, record_address
from spbe.site.charts.band import BandChart, band_chart
from spbe.site.components.predicates import levels_note
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, figure, text
from spbe.site.variables import template_context, variable

ACCOUNT = "masa-berlaku"


@template_context
class IndeksMasaBerlakuContext:
    """The variables of ``pages/indeks/masa_berlaku.html.j2``."""

    assessment: str = variable("nama penilaian")
    stage: str = variable("nama tahap yang nilainya dipakai")
    announced: str | None = variable("kalimat bahwa indeks resminya lain, atau kosong")
    date: date = variable("tanggal acuan")
    months: int = variable("jumlah bulan yang ditinjau")
    lowest: str = variable("nilai terendah skala, tempat jawaban tanpa bukti dianggap jatuh")
    readings: list[dict[str, str | None]] = variable(
        "satu pemetaan per pembacaan, dari yang tertinggi: code, label, now, then, predicate, turn, turn_to"
    )
    band: BandChart = variable("bagan rentang indeks per bulan")
    offices: list[dict[str, object]] = variable(
        "satu pemetaan per perangkat daerah yang buktinya akan berakhir: id, title, table, calendar"
    )
    past: Table = variable("tabel bukti yang sudah lewat")
    losses: Table = variable("tabel jawaban yang kehilangan bukti")
    everyone: str = variable("alamat kalender semua bukti")
    all_evidence: str = variable("alamat semua bukti")
    all_past: str = variable("alamat semua bukti yang sudah lewat, dari penilaian mana pun")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has one."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    """The page of the newest complete assessment, if any of its evidence has an end; none for the others."""
    outcome = _newest_complete(site)
    if outcome is None or outcome.assessment.nama != name:
        return []
    supports = _supports_of(site, outcome.assessment)
    if not any(support.dated for support in supports.values()):
        return []
    assessment = outcome.assessment
    values = outcome.values
    found = forecast(assessment.instrumen, values, supports, site.region.date)
    title = _("Masa berlaku bukti {nama}").format(nama=name)
    return [
        site.page(
            IndeksMasaBerlakuContext,
            account_address(name, ACCOUNT),
            title,
            _("Bukti yang akan berakhir dalam {n} bulan, dan rentang indeks bila tidak ada yang diperbarui.").format(
                n=MONTHS
            ),
            lambda: IndeksMasaBerlakuContext(
                stage=_(TAHAP.label(outcome.tahap)),
                announced=levels_note(site.view.results[name]),
                assessment=name,
                date=site.region.date,
                months=MONTHS,
                lowest=wording.number(assessment.instrumen.skala.minimum),
                readings=_readings(found),
                band=_chart(found),
                offices=_offices(site, assessment, found),
                past=_evidence_table(
                    site, assessment, "bukti-lewat", _("Sudah lewat masa berlakunya"), found.now.berakhir
                ),
                losses=_losses(site, assessment, found),
                everyone=f"/{site.calendars[None].path}",
                all_evidence=EVIDENCE,
                all_past=f"{EVIDENCE}?{Column(_('Masa berlaku')).name}={quote(_('sudah lewat'))}",
            ),
            parent=assessment_address(name),
            menu=_("Masa berlaku bukti"),
        )
    ]


def _newest_complete(site: SiteContext) -> Outcome | None:
    """The latest stage of the newest assessment in which every indicator has a value."""
    for name in reversed(list(site.region.assessments)):
        lead = site.view.results[name].lead
        if lead is not None and lead.score.lengkap:
            return lead
    return None


def _supports_of(site: SiteContext, assessment: Assessment) -> dict[str, Support]:
    """What each answer rests on, as far as this edition shows it: indicator code to its evidence."""
    found: dict[str, Support] = {}
    for code, answer in assessment.answers.items():
        records = [site.region.get(site.region.evidence(name)) for name in answer.bukti]
        evidence = [record for record in records if isinstance(record, Bukti)]
        found[code] = Support(
            {one.id: one.berlaku_sampai.last for one in evidence if one.berlaku_sampai},
            any(one.berlaku_sampai is None for one in evidence),
        )
    return found


def _names() -> tuple[tuple[str, str], ...]:
    return ("tetap", _("Tetap")), ("longgar", _("Longgar")), ("ketat", _("Ketat"))


def _readings(found: Forecast) -> list[dict[str, str | None]]:
    """Each reading at the end of the forecast, and the day from which it has another predicate than the levels give.

    ``turn_to`` without ``turn``: it has another one already on the reference date.
    """
    told: list[dict[str, str | None]] = []
    for position, (code, label) in enumerate(_names()):
        last = found.months[-1].readings[position]
        turn = _turn(found, position)
        told.append(
            {
                "code": code,
                "label": label,
                "now": wording.comma(found.now.readings[position].indeks),
                "then": wording.comma(last.indeks),
                "predicate": last.predikat.nama if last.predikat else None,
                "turn": wording.day(turn[0].day) if turn and turn[0] is not found.now else None,
                "turn_to": turn[1].nama if turn else None,
            }
        )
    return told


def _turn(found: Forecast, position: int) -> tuple[ForecastMoment, Predikat] | None:
    """The first moment at which a reading has another predicate than the levels as they stand."""
    before = found.now.tetap.predikat
    for moment in found.moments:
        predicate = moment.readings[position].predikat
        if predicate is not None and before is not None and predicate.nama != before.nama:
            return moment, predicate
    return None


def _chart(found: Forecast) -> BandChart:
    readings = [
        (code, label, [moment.readings[position].nilai or Fraction() for moment in found.moments])
        for position, (code, label) in enumerate(_names())
    ]
    title = _("Indeks bila tidak ada bukti yang diperbarui, {n} bulan ke depan").format(n=MONTHS)
    return band_chart("rentang", title, [moment.bulan for moment in found.months], readings, _months_table(found))


def _months_table(found: Forecast) -> Table:
    rows = [_month_row(_("Sekarang"), found.now)]
    rows += [_month_row(wording.month(moment.bulan), moment) for moment in found.months]
    columns = (
        Column(_("Sampai akhir bulan")),
        Column(_("Bukti berakhir"), numeric=True),
        *(Column(label, numeric=True) for _code, label in _names()),
    )
    return Table("rentang-angka", _("Indeks pada akhir setiap bulan"), columns, tuple(rows))


def _month_row(label: str, moment: ForecastMoment) -> Row:
    figures = (figure(reading.indeks, exact=reading.nilai) for reading in moment.readings)
    return Row((Cell(label, sort=moment.day.isoformat()), count(len(moment.berakhir)), *figures))


def _offices(site: SiteContext, assessment: Assessment, found: Forecast) -> list[dict[str, object]]:
    """Evidence that will lapse by the office that owns it, with the office's calendar; offices by name."""
    grouped: dict[str, list[str]] = {}
    for moment in found.months:
        for name in moment.berakhir:
            grouped.setdefault(_owner(site, name) or "", []).append(name)
    told: list[dict[str, object]] = []
    for office, names in sorted(grouped.items(), key=lambda item: (not item[0], _office_name(site, item[0]))):
        made = site.calendars.get(office) if office else None
        title = _office_name(site, office)
        told.append(
            {
                "id": f"opd-{office or 'tanpa-pemilik'}",
                "title": title,
                "table": _evidence_table(
                    site,
                    assessment,
                    f"berakhir-{office or 'tanpa-pemilik'}",
                    _("Akan berakhir: {pemilik}").format(pemilik=title),
                    names,
                ),
                "calendar": f"/{made.path}" if made else None,
            }
        )
    return told


def _owner(site: SiteContext, name: str) -> str | None:
    return site.region.owner_id(site.region.get(site.region.evidence(name)))


def _office_name(site: SiteContext, office: str) -> str:
    return site.region.name(Node(OFFICE, office)) if office else _("Belum ada pemiliknya {pada_data}")


def _evidence_table(
    site: SiteContext, assessment: Assessment, name: str, caption: str, found: tuple[str, ...] | list[str]
) -> Table:
    columns = (Column(_("Bukti"), wide=True), Column(_("Berlaku sampai")), Column(_("Membuktikan"), wide=True))
    rows = []
    for one in found:
        record = site.region.get(site.region.evidence(one))
        until = record.berlaku_sampai if isinstance(record, Bukti) else None
        proving = ", ".join(code for code, answer in assessment.answers.items() if one in answer.bukti)
        rows.append(
            Row(
                (
                    Cell(site.region.name(site.region.evidence(one)), record_address(site.region.evidence(one))),
                    Cell(wording.day(until), sort=str(until or "")),
                    text(proving),
                )
            )
        )
    return Table(name, caption, columns, tuple(rows))


def _losses(site: SiteContext, assessment: Assessment, found: Forecast) -> Table:
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Penanggung jawab"), wide=True),
        Column(_("Sebagian lewat mulai")),
        Column(_("Tanpa bukti mulai")),
        Column(_("Indeks berkurang"), numeric=True),
    )
    labels = {one.kode: one.label for one in assessment.instrumen.all_indicators()}
    rows = []
    for loss in found.losses:
        office = site.region.owner(assessment.answers[loss.kode])
        bare = loss.bare_from + timedelta(days=1) if loss.bare_from else None
        weak = loss.weak_from + timedelta(days=1)
        rows.append(
            Row(
                (
                    Cell(labels[loss.kode], indicator_address(assessment.instrumen.id, loss.kode)),
                    Cell(wording.number(loss.nilai)),
                    text(office.nama, record_address(Node(OFFICE, office.id))) if office else text(None),
                    Cell(wording.day(weak), sort=weak.isoformat()),
                    Cell(wording.day(bare), sort=bare.isoformat() if bare else ""),
                    figure(round_half_up(loss.points, 3), exact=loss.points),
                )
            )
        )
    caption = _("Jawaban yang kehilangan bukti")
    return Table("kehilangan", caption, columns, tuple(rows), tools=len(rows) > 12)
