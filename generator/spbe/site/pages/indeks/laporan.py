"""The annual report of one assessment, to be printed: the parts of the official reports, in their order.

Background, method, the nation, results, strengths and weaknesses, recommendations, signatures, and the annexes with
every value and all evidence. Order: LHE SPBE 2021-2024; strengths and weaknesses: Pedoman Menteri PANRB 3/2024.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.penilaian import KEGIATAN, TAHAP
from spbe.scoring import Score, Working, bounds, next_above
from spbe.scoring import score as score_of
from spbe.scoring.figures import figure_for
from spbe.scoring.hasil import BagianHasil, HasilPenilaian
from spbe.scoring.strengths import STRONG, WEAK, Appraisal, appraise
from spbe.site.addresses import account_address, assessment_address
from spbe.site.components.calculation import carried_said, stage_of
from spbe.site.components.index_trend import leading_table
from spbe.site.components.predicates import official_chart, verdict_of, verdict_said
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.pages.indeks.index_movement import movement
from spbe.site.pages.indeks.national_means import Means, means_of
from spbe.site.pages.indeks.recommendations import advice_of
from spbe.site.pages.indeks.report_annexes import answers_without_evidence, evidence_table, levels_table, values_table
from spbe.site.pages.indeks.signatories import signing_of
from spbe.site.table import Cell, Column, Row, Table, count, figure, text
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


def pages(desk: Desk, name: str) -> list[Page]:
    """The report of the assessment ``name``; none while no index is known.

    Without levels it has the published figures, and no strengths, weaknesses or annex of values.
    """
    hasil = desk.view.results[name]
    lead, assessment = hasil.lead, hasil.assessment
    if hasil.asal is None:
        return []
    head = assessment.penilaian
    score = lead.score if lead else score_of(assessment.instrumen, {})
    appraisals = appraise(score) if lead else ()
    stage = stage_of(lead, hasil) if lead else None
    chart = stage.chart if stage else official_chart(hasil)
    advice = advice_of(desk, assessment)
    signing = signing_of(desk, head.tahun)
    page = desk.page(
        "indeks/laporan",
        account_address(name, "laporan"),
        _("Laporan {nama}").format(nama=name),
        _("Laporan {judul} untuk dicetak: latar belakang, metode, hasil, rekomendasi, dan lampiran.").format(
            judul=assessment.title
        ),
        parent=assessment_address(name),
        profile=desk.region.profil,
        date=desk.region.date,
        edition=desk.view.edition,
        notice=desk.view.audience.warning(),
        assessment=assessment,
        activity=_(KEGIATAN.label(head.kegiatan)) if head.kegiatan else None,
        monitoring=head.kegiatan == MONITORING,
        hasil=hasil,
        lead=lead,
        score=score,
        stage=stage,
        named=_(TAHAP.label(lead.tahap if lead else hasil.tahap or "")),
        stages=[_(TAHAP.label(one.tahap)) for one in hasil.stages],
        verdict=verdict_said(hasil),
        computed=verdict_of(lead) if lead else None,
        agrees=hasil.official.row["cocok"] if hasil.official else None,
        chart=replace(chart, id="hasil-bagan", table=replace(chart.table, id="hasil-bagan-angka")) if chart else None,
        parts=replace(chart.table, id="hasil-bagian") if chart else None,
        weights=_weights(score),
        levels=levels_table(assessment.instrumen),
        bands=bounds(assessment.instrumen),
        history=_history(desk, name),
        movement=movement(desk, name),
        means=_means(desk, hasil),
        summary=_summary(hasil, score, appraisals),
        rule=(STRONG, WEAK),
        own_rule=assessment.instrumen.id == GUIDED,
        aspects=_aspects(hasil, appraisals),
        advice=advice,
        signing=signing,
        values=values_table(desk, hasil) if lead else None,
        carried=[told for one in hasil.stages if (told := carried_said(one))],
        evidence=evidence_table(desk, assessment),
        unproved=answers_without_evidence(assessment),
        contents=_contents(),
    )
    return [page]


def _contents() -> dict[str, str]:
    """Anchor to numbered heading, in order; the table of contents and the headings both come from here."""
    chapters = {
        "latar": _("Latar belakang"),
        "metode": _("Metode"),
        "nasional": _("Rerata nasional"),
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


def _weight_row(code: str, name: str, part: Working, *, strong: bool = False) -> Row:
    return Row((Cell(f"{code} {name}"), Cell(wording.number(part.bobot)), count(part.jumlah)), strong=strong)


def _history(desk: Desk, name: str) -> Table:
    """The indices up to this assessment, newest first."""
    names = list(desk.region.assessments)
    known = [desk.view.results[one] for one in reversed(names[: names.index(name) + 1])]
    return replace(leading_table(known, "riwayat"), caption=_("Indeks sampai penilaian ini"))


def _means(desk: Desk, hasil: HasilPenilaian) -> Means | None:
    """The national means of the year beside the region; ``None`` where no document prints one."""
    own, assessment = figure_for(hasil), hasil.assessment
    if own is None or assessment.instrumen.id not in shipped_instruments():
        return None
    return means_of(assessment.instrumen, own, desk.region.profil.nama, assessment.penilaian.tahun)


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
