"""``/indeks/<penilaian>/``: one assessment with its whole calculation."""

from __future__ import annotations

from spbe import wording
from spbe.editions import View
from spbe.i18n import gettext as _
from spbe.region.region import Assessment
from spbe.scoring import bounds, next_above
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome
from spbe.scoring.predicate import Band
from spbe.site.addresses import INDEX, assessment_address
from spbe.site.charts.bars import BarChart
from spbe.site.components.index_calculation import Stage, stage_of
from spbe.site.components.predicates import official_chart, verdict_text, whose
from spbe.site.page import Page
from spbe.site.pages.indeks.attention import Attention, attention_of
from spbe.site.pages.indeks.index_movement import IndexMovement, index_movement
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable


@template_context
class IndeksPenilaianContext:
    """The variables of ``pages/indeks/penilaian.html.j2``."""

    assessment: Assessment = variable(
        "penilaian (`Assessment`): isi penilaian.yaml, instrumen, jawaban, dan nilai per tahap"
    )
    hasil: HasilPenilaian = variable("indeks, domain, dan aspeknya, dan milik siapa angkanya (`HasilPenilaian`)")
    lead: Outcome | None = variable("hasil hitung tahap terakhir (`Outcome`), atau kosong")
    official: Outcome | None = variable("hasil hitung tahap yang punya hasil resmi (`Outcome`), atau kosong")
    announced: BarChart | None = variable(
        "bagan domain resmi bila nilai per indikatornya tidak dicatat (`BarChart`), atau kosong"
    )
    stages: list[Stage] = variable("perhitungan setiap tahap (`Stage`), yang terbaru dulu")
    index_movement: IndexMovement | None = variable(
        "mengapa indeksnya berubah sejak penilaian sebelumnya (`IndexMovement`), atau kosong"
    )
    attention: Attention | None = variable(
        "domain di bawah 2 dan indikator yang paling jauh di bawah target (`Attention`), atau kosong"
    )
    bands: tuple[Band, ...] = variable("batas setiap predikat")
    verdict: str = variable("predikat hasilnya dalam kata")
    climb: tuple[str, str] | None = variable("(nama predikat berikutnya, batas bawahnya), atau kosong")
    accounts: list[Page] = variable("halaman lain tentang penilaian ini (`Page`), atau kosong")


def pages(site: SiteContext) -> list[Page]:
    """A page per assessment, newest first."""
    return [_page(site, name) for name in reversed(list(site.region.assessments))]


def _page(site: SiteContext, name: str) -> Page:
    hasil = site.view.results[name]
    assessment = hasil.assessment
    return site.page(
        IndeksPenilaianContext,
        assessment_address(name),
        assessment.title,
        _description(site.view, hasil),
        lambda: IndeksPenilaianContext(
            assessment=assessment,
            hasil=hasil,
            lead=hasil.lead,
            official=hasil.official,
            announced=official_chart(hasil),
            stages=[stage_of(outcome, hasil) for outcome in reversed(hasil.stages)],
            index_movement=index_movement(site, name),
            attention=attention_of(site, hasil),
            bands=bounds(assessment.instrumen),
            verdict=verdict_text(hasil),
            climb=_climb(hasil),
            accounts=site.pages_below(assessment_address(name)),
        ),
        parent=INDEX,
        menu=assessment.nama,
    )


def _description(view: View, hasil: HasilPenilaian) -> str:
    place, title = view.region.profil.nama, hasil.assessment.title
    if hasil.teks is None:
        return _("{judul} {tempat}: belum ada nilai.").format(judul=title, tempat=place)
    words = _("{judul} {tempat}: {indeks}, {asal}, dengan seluruh perhitungannya.")
    if hasil.lead is None:
        words = _("{judul} {tempat}: {indeks}, {asal}.")
    return words.format(judul=title, tempat=place, indeks=wording.comma(hasil.teks), asal=whose(hasil))


def _climb(hasil: HasilPenilaian) -> tuple[str, str] | None:
    """The next predicate and how far it is."""
    if hasil.indeks is None or not hasil.lengkap:
        return None
    above = next_above(hasil.assessment.instrumen, hasil.indeks)
    if above is None or above.bawah is None:
        return None
    return above.nama, wording.two_places(above.bawah)
