"""``/indeks/<penilaian>/ulasan/``: strengths and weaknesses, what assessors changed, what became of advice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spbe import wording
from spbe.catalogue.follow_up import has_recommendations
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.model.penilaian import TAHAP
from spbe.region import Assessment
from spbe.scoring import ScoreTerm
from spbe.scoring.hasil import BagianHasil
from spbe.scoring.outcomes import Outcome
from spbe.scoring.shortfalls import effects_by
from spbe.scoring.strengths import STRONG, WEAK, Appraisal, Shift, appraise, shifts
from spbe.site.addresses import FOLLOW_UP, account_address, assessment_address, indicator_address
from spbe.site.charts.bars import BarChart
from spbe.site.components.index_calculation import level_cell
from spbe.site.components.predicates import levels_note, official_chart
from spbe.site.page import Page
from spbe.site.pages.indeks.recommendations import AssessmentRecommendations, recommendations_of
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import office_cell, owner_cell
from spbe.site.variables import template_context, variable

SELF = "mandiri"
"""The stage in which the region assesses itself."""


@dataclass(frozen=True)
class Aspect:
    """One aspect's strengths and weaknesses, each with the level, and how many indicators are neither."""

    name: str
    index: str
    strong: tuple[tuple[Cell, Cell], ...]
    weak: tuple[tuple[Cell, Cell], ...]
    between: int
    empty: int


@dataclass(frozen=True)
class AssessorChanges:
    """What the assessors changed: the two stages' names, the table, and the indices before and after.

    ``alike`` counts the other indicators; ``offices`` sums the changes by the office that answers.
    """

    first: str
    last: str
    table: Table
    before: str
    after: str
    alike: int
    offices: Table


@template_context
class IndeksUlasanContext:
    """The variables of ``pages/indeks/ulasan.html.j2``."""

    assessment: Assessment = variable("penilaian (`Assessment`)")
    stage: str = variable("nama tahap yang diulas")
    total: int = variable("banyak indikator")
    strong: int = variable("banyak indikator yang menjadi kekuatan")
    weak: int = variable("banyak indikator yang menjadi kelemahan")
    fulfilled: int = variable("banyak indikator yang terpenuhi (tingkat 2 ke atas)")
    own_rule: bool = variable("benar bila pedomannya ditulis untuk instrumen ini")
    levels: tuple[int, int] = variable("(tingkat terendah kekuatan, tingkat tertinggi kelemahan)")
    announced: BarChart | None = variable(
        "bagan domain atau aspek resmi bila nilai per indikatornya tidak dicatat (`BarChart`), atau kosong"
    )
    note: str | None = variable("kalimat bahwa indeks resminya lain, atau kosong")
    summary: Table = variable("tabel ringkas per aspek (`Table`)")
    aspects: list[Aspect] = variable("kekuatan dan kelemahan setiap aspek (`Aspect`)")
    changed: AssessorChanges | None = variable(
        "nilai yang berubah dari penilaian mandiri (`AssessorChanges`), atau kosong"
    )
    advice: AssessmentRecommendations = variable("rekomendasi dan tindak lanjutnya (`AssessmentRecommendations`)")
    follow_up: str | None = variable("alamat halaman semua rekomendasi, atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """The page of every assessment that has one."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    """The page of the assessment ``name``; none where nothing is known of it but that it is.

    Without levels it tells the published parts and the recommendations.
    """
    hasil = site.view.results[name]
    assessment, lead = hasil.assessment, hasil.lead
    advice = recommendations_of(site, assessment)
    if hasil.asal is None and not (advice.given.rows or advice.earlier.rows or advice.whole):
        return []
    appraisals = appraise(lead.score) if lead else ()
    title = _("Kekuatan dan kelemahan {nama}").format(nama=name)
    told = _("Kekuatan dan kelemahan setiap aspek {judul}, selisih penilaian, dan tindak lanjut rekomendasi.")
    return [
        site.page(
            IndeksUlasanContext,
            account_address(name, "ulasan"),
            title,
            told.format(judul=assessment.title),
            lambda: IndeksUlasanContext(
                assessment=assessment,
                stage=_(TAHAP.label(lead.tahap if lead else hasil.tahap or "")),
                total=lead.score.jumlah if lead else 0,
                strong=sum(len(one.kekuatan) for one in appraisals),
                weak=sum(len(one.kelemahan) for one in appraisals),
                fulfilled=sum(one.terpenuhi for one in appraisals),
                own_rule=assessment.instrumen.id == "permenpanrb-59-2020",
                levels=(STRONG, WEAK),
                announced=official_chart(hasil) if lead is None else None,
                note=levels_note(hasil),
                summary=_summary(appraisals),
                aspects=[
                    _aspect(one, told, assessment.instrumen) for one, told in zip(appraisals, hasil.aspek, strict=False)
                ],
                changed=_changed(site, assessment, hasil.stages, lead) if lead else None,
                advice=advice,
                follow_up=FOLLOW_UP if has_recommendations(site.region) else None,
            ),
            parent=assessment_address(name),
            menu=_("Kekuatan dan kelemahan"),
        )
    ]


def _summary(appraisals: Sequence[Appraisal]) -> Table:
    rows = tuple(
        Row(
            (
                Cell(f"{one.aspek.bagian.kode} {one.aspek.bagian.nama}"),
                count(len(one.kekuatan)),
                count(len(one.kelemahan)),
                count(one.terpenuhi),
                count(one.aspek.jumlah),
            )
        )
        for one in appraisals
    )
    columns = (
        Column(_("Aspek"), wide=True),
        Column(_("Kekuatan"), numeric=True),
        Column(_("Kelemahan"), numeric=True),
        Column(_("Terpenuhi"), numeric=True),
        Column(_("Indikator"), numeric=True),
    )
    return Table("ringkas-aspek", _("Kekuatan dan kelemahan setiap aspek"), columns, rows)


def _aspect(one: Appraisal, told: BagianHasil, instrument: Instrumen) -> Aspect:
    def listed(terms: tuple[ScoreTerm, ...]) -> tuple[tuple[Cell, Cell], ...]:
        return tuple(
            (
                level_cell(term.nilai, instrument),
                Cell(term.indikator.label, indicator_address(instrument.id, term.indikator.kode)),
            )
            for term in terms
        )

    part = one.aspek
    return Aspect(
        f"{part.bagian.kode} {part.bagian.nama}",
        wording.comma(told.teks),
        listed(one.kekuatan),
        listed(one.kelemahan),
        len(one.antara),
        len(one.kosong),
    )


def _changed(
    site: SiteContext, assessment: Assessment, results: Sequence[Outcome], lead: Outcome
) -> AssessorChanges | None:
    """Self-assessment beside the last stage; ``None`` where there are not two stages to compare."""
    first = next((one for one in results if one.tahap == SELF), None)
    if first is None or first.tahap == lead.tahap:
        return None
    rows = []
    found = shifts(first.score, lead.score)
    for shift in found:
        answer = assessment.answers.get(shift.indikator.kode)
        rows.append(
            Row(
                (
                    Cell(shift.indikator.label, indicator_address(assessment.instrumen.id, shift.indikator.kode)),
                    Cell(wording.number(shift.dari)),
                    Cell(wording.number(shift.ke)),
                    Cell(wording.signed(shift.dampak)),
                    owner_cell(site, answer),
                )
            )
        )
    names = _(TAHAP.label(first.tahap)), _(TAHAP.label(lead.tahap))
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_(first.tahap.capitalize()), numeric=True),
        Column(_(lead.tahap.capitalize()), numeric=True),
        Column(_("Pada indeks"), numeric=True),
        Column(_("Penanggung jawab")),
    )
    both = sum(
        one.nilai is not None and other.nilai is not None
        for one, other in zip(first.score.butir, lead.score.butir, strict=True)
    )
    return AssessorChanges(
        *names,
        Table("selisih", _("Nilai yang berubah, dari yang paling berpengaruh pada indeks"), columns, tuple(rows)),
        wording.comma(first.score.indeks),
        wording.comma(lead.score.indeks),
        both - len(found),
        _by_office(site, assessment, found),
    )


def _by_office(site: SiteContext, assessment: Assessment, found: Sequence[Shift]) -> Table:
    """What the changes of each office's indicators do to the index together, the greatest loss first."""
    nobody = _("Tanpa penanggung jawab {pada_data}")
    sums = effects_by(found, lambda one: site.region.owner_id(assessment.answers.get(one.indikator.kode)))
    columns = (
        Column(_("Perangkat daerah"), wide=True),
        Column(_("Indikator yang berubah"), numeric=True),
        Column(_("Pada indeks"), numeric=True),
    )
    rows = tuple(
        Row(
            (
                office_cell(site, office, nobody),
                count(number),
                Cell(wording.signed_places(effect, 3)),
            )
        )
        for office, (number, effect) in sums.items()
    )
    return Table("selisih-perangkat-daerah", _("Perubahan menurut penanggung jawab"), columns, rows)
