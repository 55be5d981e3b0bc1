"""``/indeks/<penilaian>/laporan/``: the annual report, to be printed: parts and order of the official reports.

Background, method, the nation, results, strengths and weaknesses, recommendations, signatures, and the annexes with
every value and all evidence. Order: LHE SPBE 2021-2024; strengths and weaknesses: Pedoman Menteri PANRB 3/2024.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.penilaian import KEGIATAN, TAHAP
from spbe.model.profil import Profil
from spbe.region.region import Assessment
from spbe.scoring import Calculation, Score, next_above
from spbe.scoring import score as score_of
from spbe.scoring.hasil import BagianHasil, HasilPenilaian
from spbe.scoring.lead_figure import figure_for
from spbe.scoring.outcomes import Outcome
from spbe.scoring.strengths import STRONG, WEAK, Appraisal, appraise
from spbe.site.addresses import account_address, assessment_address
from spbe.site.charts.bars import BarChart
from spbe.site.components.index_calculation import Stage, calculation_text, stage_of
from spbe.site.components.index_trend import leading_table
from spbe.site.components.predicates import (
    PredicateRange,
    official_chart,
    predicate_ranges,
    verdict_of,
    verdict_text,
)
from spbe.site.page import Page
from spbe.site.pages.indeks.index_movement import IndexMovement, index_movement
from spbe.site.pages.indeks.national_means import NationalMeans, national_means
from spbe.site.pages.indeks.recommendations import AssessmentRecommendations, recommendations_of
from spbe.site.pages.indeks.report_annexes import answers_without_evidence, evidence_table, levels_table, values_table
from spbe.site.pages.indeks.signatories import Signatories, signatories_of
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, figure, text
from spbe.site.variables import template_context, variable
from spbe.standards.instruments import shipped_instruments

MONITORING = "pemantauan"
"""The activity whose official report has values only, without analysis and recommendation."""

GUIDED = "permenpanrb-59-2020"
"""The instrument that the guideline of strengths and weaknesses was written for."""


@dataclass(frozen=True)
class Summary:
    """What the result says in short. ``best`` and ``worst``: names of the aspects with the highest and lowest index.

    ``above`` is the next predicate with its lower bound; ``reached`` counts the indicators on or above ``mark``, the
    level that official reports measure against. Each is empty where it cannot be told.
    """

    best: str
    worst: str
    strong: int
    weak: int
    reached: int
    mark: str
    above: tuple[str, str] | None


@template_context
class IndeksLaporanContext:
    """The variables of ``pages/indeks/laporan.html.j2``."""

    profile: Profil = variable("profil wilayah")
    province: str | None = variable("provinsinya seperti disebut di bawah nama wilayah, atau kosong")
    date: date = variable("tanggal keadaan data")
    notice: str | None = variable("untuk siapa edisi ini, bila bukan untuk umum; selain itu tanpa nilai")
    assessment: Assessment = variable("penilaian (`Assessment`)")
    activity: str | None = variable("kegiatan penilaian, atau kosong")
    cover_activity: str | None = variable("kegiatan penilaian bila judulnya belum menyebutnya, atau kosong")
    monitoring: bool = variable("benar bila kegiatannya pemantauan, yang laporan resminya tanpa rekomendasi")
    hasil: HasilPenilaian = variable("indeks, domain, dan aspeknya, dan milik siapa angkanya (`HasilPenilaian`)")
    lead: Outcome | None = variable("hasil hitung tahap terakhir (`Outcome`), atau kosong")
    score: Score = variable("perhitungannya (`Score`), tanpa isi bila tidak ada nilai indikator")
    stage: Stage | None = variable("perhitungan tahap itu (`Stage`), atau kosong")
    named: str = variable("nama tahap itu")
    stages: list[str] = variable("nama tahap yang nilainya tercatat")
    verdict: str = variable("predikat dalam kata")
    computed: str | None = variable("predikat hasil perhitungan, atau kosong")
    agrees: bool | None = variable(
        "benar bila perhitungan sama dengan hasil resmi, kosong bila tidak dapat dibandingkan"
    )
    chart: BarChart | None = variable("grafik domain atau aspek (`BarChart`), atau kosong")
    parts: Table | None = variable("tabel domain dan aspek (`Table`), atau kosong")
    carried: list[str] = variable("kalimat tentang tahap yang memakai nilai tahap sebelumnya")
    weights: Table = variable("tabel bobot (`Table`)")
    levels: Table | None = variable("tabel tingkat kematangan (`Table`), atau kosong")
    bands: tuple[PredicateRange, ...] = variable(
        "batas setiap predikat dalam kata, dan mana yang berlaku (`PredicateRange`)"
    )
    history: Table = variable("tabel indeks sampai penilaian ini (`Table`)")
    index_movement: IndexMovement | None = variable(
        "mengapa indeksnya berubah sejak penilaian sebelumnya (`IndexMovement`), atau kosong"
    )
    means: NationalMeans | None = variable("rata-rata nasional tahun itu (`NationalMeans`), atau kosong")
    summary: Summary = variable("hasil secara ringkas (`Summary`)")
    rule: tuple[int, int] = variable("tingkat terendah kekuatan dan tingkat tertinggi kelemahan")
    own_rule: bool = variable("benar bila pedoman pembagian itu ditulis untuk instrumen ini")
    aspects: Table = variable("tabel kekuatan dan kelemahan (`Table`)")
    advice: AssessmentRecommendations = variable("rekomendasi dan tindak lanjutnya (`AssessmentRecommendations`)")
    signing: Signatories = variable("penanda tangan (`Signatories`)")
    values: Table | None = variable("tabel nilai semua indikator (`Table`)")
    evidence: Table = variable("tabel bukti (`Table`)")
    unproved: dict[str, list[str]] = variable(
        "keadaan (kosong, belum diketahui, tidak ada) ke kode indikator yang jawabannya tidak menyebut bukti"
    )
    contents: dict[str, str] = variable("jangkar ke judul bagian")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has one."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    """The report of the assessment ``name``; none while no index is known.

    Without levels it has the published figures, and no strengths, weaknesses or annex of values.
    """
    hasil = site.view.results[name]
    if hasil.asal is None:
        return []
    page = site.page(
        IndeksLaporanContext,
        account_address(name, "laporan"),
        _("Laporan {nama}").format(nama=name),
        _("Laporan {judul} untuk dicetak: latar belakang, metode, hasil, rekomendasi, dan lampiran.").format(
            judul=hasil.assessment.title
        ),
        lambda: _variables(site, hasil),
        parent=assessment_address(name),
        menu=_("Laporan"),
    )
    return [page]


def _variables(site: SiteContext, hasil: HasilPenilaian) -> IndeksLaporanContext:
    lead, assessment = hasil.lead, hasil.assessment
    head = assessment.penilaian
    activity = _(KEGIATAN.label(head.kegiatan)) if head.kegiatan else None
    score = lead.score if lead else score_of(assessment.instrumen, {})
    appraisals = appraise(score) if lead else ()
    stage = stage_of(lead, hasil) if lead else None
    chart = stage.chart if stage else official_chart(hasil)
    return IndeksLaporanContext(
        profile=site.region.profil,
        province=_province(site.region.profil),
        date=site.region.date,
        notice=site.view.audience.warning(),
        assessment=assessment,
        activity=activity,
        cover_activity=None if activity is None or activity in (head.nama or "") else activity,
        monitoring=head.kegiatan == MONITORING,
        hasil=hasil,
        lead=lead,
        score=score,
        stage=stage,
        named=_(TAHAP.label(lead.tahap if lead else hasil.tahap or "")),
        stages=[_(TAHAP.label(one.tahap)) for one in hasil.stages],
        verdict=verdict_text(hasil),
        computed=verdict_of(lead) if lead else None,
        agrees=hasil.official.row["cocok"] if hasil.official else None,
        chart=replace(chart, id="hasil-bagan", table=replace(chart.table, id="hasil-bagan-angka")) if chart else None,
        parts=replace(chart.table, id="hasil-bagian") if chart else None,
        weights=_weights(score),
        levels=levels_table(assessment.instrumen),
        bands=predicate_ranges(assessment.instrumen, hasil.predikat),
        history=_history(site, assessment.nama),
        index_movement=index_movement(site, assessment.nama),
        means=_means(site, hasil),
        summary=_summary(hasil, score, appraisals),
        rule=(STRONG, WEAK),
        own_rule=assessment.instrumen.id == GUIDED,
        aspects=_aspects(hasil, appraisals),
        advice=recommendations_of(site, assessment),
        signing=signatories_of(site, head.tahun),
        values=values_table(site, hasil) if lead else None,
        carried=[told for one in hasil.stages if (told := calculation_text(one))],
        evidence=evidence_table(site, assessment),
        unproved=answers_without_evidence(assessment),
        contents=_contents(),
    )


def _province(profile: Profil) -> str | None:
    """The province as the cover names it; the region of a province writes its own name as it likes."""
    if not profile.provinsi or profile.is_province:
        return profile.provinsi
    return _("Provinsi {nama}").format(nama=profile.provinsi)


def _contents() -> dict[str, str]:
    """Anchor to numbered heading, in order; the table of contents and the headings both come from here."""
    chapters = {
        "latar": _("Latar belakang"),
        "metode": _("Metode"),
        "nasional": _("Rata-rata nasional"),
        "hasil": _("Hasil"),
        "aspek": _("Kekuatan dan kelemahan"),
        "saran": _("Rekomendasi dan tindak lanjut"),
        "pengesahan": _("Pengesahan"),
    }
    annexes = {"nilai": _("Nilai semua indikator"), "bukti": _("Daftar bukti")}
    numbered = {anchor: f"{number}. {title}" for number, (anchor, title) in enumerate(chapters.items(), start=1)}
    for letter, (anchor, title) in zip("AB", annexes.items(), strict=True):
        numbered[anchor] = _("Lampiran {huruf}: {judul}").format(huruf=letter, judul=title)
    return numbered


def _weights(score: Score) -> Table:
    rows: list[Row] = []
    for domain, aspects in score.layers:
        if domain:
            rows.append(_weight_row(domain.bagian.kode, domain.bagian.nama, domain, strong=True))
        rows += [_weight_row(part.bagian.kode, part.bagian.nama, part) for part in aspects]
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Indikator"), numeric=True),
    )
    return Table(
        "bobot-bagian", _("Bobot domain dan aspek") if score.domain else _("Bobot aspek"), columns, tuple(rows)
    )


def _weight_row(code: str, name: str, part: Calculation, *, strong: bool = False) -> Row:
    return Row((Cell(f"{code} {name}"), Cell(wording.number(part.bobot)), count(part.jumlah)), strong=strong)


def _history(site: SiteContext, name: str) -> Table:
    """The indices up to this assessment, newest first."""
    names = list(site.region.assessments)
    known = [site.view.results[one] for one in reversed(names[: names.index(name) + 1])]
    return replace(leading_table(known, "riwayat"), caption=_("Indeks sampai penilaian ini"))


def _means(site: SiteContext, hasil: HasilPenilaian) -> NationalMeans | None:
    """The national means of the year beside the region; ``None`` where no document prints one."""
    own, assessment = figure_for(hasil), hasil.assessment
    if own is None or assessment.instrumen.id not in shipped_instruments():
        return None
    return national_means(assessment.instrumen, own, site.region.profil.nama, assessment.penilaian.tahun)


def _summary(hasil: HasilPenilaian, score: Score, appraisals: Sequence[Appraisal]) -> Summary:
    known = [part for part in hasil.aspek if part.nilai is not None]
    figures = [part.nilai for part in known if part.nilai is not None]
    target = score.instrumen.target
    mark = target.tingkat if target and hasil.lead else None
    above = next_above(score.instrumen, hasil.indeks) if hasil.lengkap and hasil.indeks is not None else None
    told = len(set(figures)) > 1
    return Summary(
        best=_named([part for part in known if part.nilai == max(figures)]) if told else "",
        worst=_named([part for part in known if part.nilai == min(figures)]) if told else "",
        strong=sum(len(one.kekuatan) for one in appraisals),
        weak=sum(len(one.kelemahan) for one in appraisals),
        reached=sum(term.nilai is not None and mark is not None and term.nilai >= mark for term in score.butir),
        mark=wording.number(mark) if mark is not None else "",
        above=(above.nama, wording.two_places(above.bawah)) if above is not None and above.bawah is not None else None,
    )


def _named(parts: Sequence[BagianHasil]) -> str:
    return "; ".join(f"{part.bagian.kode} {part.bagian.nama} ({wording.comma(part.teks)})" for part in parts)


def _aspects(hasil: HasilPenilaian, appraisals: Sequence[Appraisal]) -> Table:
    told = {part.bagian.kode: part for part in hasil.aspek}
    rows = tuple(
        Row(
            (
                Cell(f"{one.aspek.bagian.kode} {one.aspek.bagian.nama}"),
                figure(told[one.aspek.bagian.kode].teks),
                text("; ".join(f"{term.indikator.label} ({wording.number(term.nilai)})" for term in one.kekuatan)),
                text("; ".join(f"{term.indikator.label} ({wording.number(term.nilai)})" for term in one.kelemahan)),
            )
        )
        for one in appraisals
    )
    columns = (
        Column(_("Aspek"), wide=True),
        Column(_("Indeks"), numeric=True),
        Column(_("Kekuatan"), wide=True),
        Column(_("Kelemahan"), wide=True),
    )
    return Table("aspek-tabel", _("Kekuatan dan kelemahan setiap aspek"), columns, rows)
