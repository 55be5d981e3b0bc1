"""``/indeks/<penilaian>/``: one assessment with its whole calculation."""

from __future__ import annotations

from spbe import wording
from spbe.editions import Edition
from spbe.i18n import gettext as _
from spbe.region import Assessment, Node
from spbe.scoring import next_above
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome
from spbe.site.addresses import INDEX, assessment_address
from spbe.site.charts.bars import BarChart
from spbe.site.components.index_calculation import Stage, stage_of
from spbe.site.components.predicates import PredicateRange, official_chart, predicate_ranges, verdict_text, whose
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
    verified: str = variable("apakah hasil resmi sama dengan hitung ulangnya, dalam satu kalimat")
    official_evidence: tuple[tuple[Node, str], ...] = variable("bukti hasil resmi: daftar (`Node`, nama)")
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
    bands: tuple[PredicateRange, ...] = variable(
        "batas setiap predikat dalam kata, dan mana yang berlaku (`PredicateRange`)"
    )
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
            verified=_verified(hasil),
            official_evidence=_official_evidence(site, hasil),
            announced=official_chart(hasil),
            stages=[stage_of(outcome, hasil) for outcome in reversed(hasil.stages)],
            index_movement=index_movement(site, name),
            attention=attention_of(site, hasil),
            bands=predicate_ranges(assessment.instrumen, hasil.predikat),
            verdict=verdict_text(hasil),
            climb=_climb(hasil),
            accounts=site.pages_below(assessment_address(name)),
        ),
        parent=INDEX,
        menu=assessment.nama,
        menu_group=_("Penilaian"),
    )


def _description(view: Edition, hasil: HasilPenilaian) -> str:
    place, title = view.region.profil.nama, hasil.assessment.title
    if hasil.teks is None:
        return _("{judul} {tempat}: belum ada nilai.").format(judul=title, tempat=place)
    words = _("{judul} {tempat}: {indeks}, {asal}, dengan seluruh perhitungannya.")
    if hasil.lead is None:
        words = _("{judul} {tempat}: {indeks}, {asal}.")
    return words.format(judul=title, tempat=place, indeks=wording.comma(hasil.teks), asal=whose(hasil))


def _verified(hasil: HasilPenilaian) -> str:
    """Whether the official result could be reckoned again from the levels, and came out the same."""
    if hasil.official is None:
        return _("Hasil akhir per indikator belum dicatat di sini, jadi hasil resmi belum dapat dihitung ulang.")
    agrees = hasil.official.row["cocok"]
    if agrees is None:
        return _("Nilai indikator belum lengkap, jadi hasil resmi belum dapat dihitung ulang.")
    return (
        _("Hasil hitung ulang sama dengan hasil resmi.")
        if agrees
        else _("Hasil hitung ulang berbeda dari hasil resmi.")
    )


def _official_evidence(site: SiteContext, hasil: HasilPenilaian) -> tuple[tuple[Node, str], ...]:
    official = hasil.assessment.penilaian.hasil_resmi
    named = map(site.region.evidence, official.bukti) if official else ()
    return tuple((node, site.region.name(node)) for node in named)


def _climb(hasil: HasilPenilaian) -> tuple[str, str] | None:
    """The next predicate and how far it is."""
    if hasil.indeks is None or not hasil.lengkap:
        return None
    above = next_above(hasil.assessment.instrumen, hasil.indeks)
    if above is None or above.bawah is None:
        return None
    return above.nama, wording.two_places(above.bawah)
