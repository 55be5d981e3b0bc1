"""``/metodologi/``: legal basis, instruments, formula with an example from the region's own numbers, sources."""

from __future__ import annotations

from dataclasses import dataclass

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen, VersiKriteria
from spbe.model.penilaian import TAHAP
from spbe.model.record import KLASIFIKASI
from spbe.region import Assessment
from spbe.scoring import AspectScore
from spbe.scoring.hasil import foremost
from spbe.scoring.outcomes import Outcome
from spbe.site.addresses import DOWNLOADS, METHODOLOGY, assessment_address, indicator_address
from spbe.site.components.predicates import PredicateRange, predicate_ranges
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count, text
from spbe.site.variables import template_context, variable
from spbe.standards.criteria import version_in
from spbe.standards.documents import Dokumen, documents
from spbe.standards.evidence import evidence_lists
from spbe.standards.instruments import shipped_instruments
from spbe.standards.legal import laws
from spbe.standards.reference import ReferenceArchitecture, ReferenceDomain


@dataclass(frozen=True)
class InstrumentInUse:
    """An instrument that the region was assessed with. ``criteria``: (own, of a pattern, without any).

    ``versions``: the documents of the criteria, the assessments that use each, and how many statements of evidence
    it lists. ``shipped``: it comes with the program, and its documents stand in the legal basis.
    """

    instrument: Instrumen
    years: str
    weights: Table
    bands: tuple[PredicateRange, ...]
    criteria: tuple[int, int, int]
    versions: tuple[tuple[str, str, int], ...]
    shipped: bool


@dataclass(frozen=True)
class CalculationExample:
    """One aspect of the newest result: its products, and the sums up to the printed index."""

    outcome: Outcome
    aspect: AspectScore
    table: Table
    address: str


@template_context
class MetodologiContext:
    """The variables of ``pages/metodologi/ikhtisar.html.j2``."""

    instruments: list[InstrumentInUse] = variable(
        "daftar instrumen (`InstrumentInUse`): instrumen, tahun, tabel bobot, batas predikat, asal kriteria"
    )
    example: CalculationExample | None = variable(
        "contoh perhitungan dari angka daerah sendiri (`CalculationExample`), atau kosong"
    )
    stages: list[tuple[str, str]] = variable("daftar (nama tahap, artinya)")
    classes: list[tuple[str, str]] = variable("daftar (nama klasifikasi catatan, siapa yang melihatnya)")
    edition: str = variable("nama edisi situs ini")
    scope: str = variable("kalimat tentang data mana yang dihitung, atau kosong")
    laws: Table = variable("tabel dasar hukum (`Table`)")
    reference: tuple[str, str, tuple[ReferenceDomain, ...]] = variable(
        "judul referensi arsitektur, dokumennya, dan domainnya (`ReferenceDomain`)"
    )
    documents: tuple[Dokumen, ...] = variable("dokumen asal angka nasional (`Dokumen`)")


def pages(site: SiteContext) -> list[Page]:
    """The page of the methods."""
    used: dict[str, Instrumen] = {}
    for assessment in reversed(list(site.region.assessments.values())):
        used.setdefault(assessment.instrumen.id, assessment.instrumen)
    reference = site.region.reference
    page = site.page(
        MetodologiContext,
        METHODOLOGY,
        _("Metodologi"),
        _("Cara indeks {nama} dihitung: dasar hukum, instrumen, rumus, pembulatan, tahap, dan sumber.").format(
            nama=site.region.profil.nama
        ),
        lambda: MetodologiContext(
            instruments=[_used(site, instrument) for instrument in used.values()],
            example=_example(_worked(site)),
            stages=[(_(label), _stage(code)) for code, label in TAHAP.nilai.items()],
            classes=[(_(label), _class(code)) for code, label in KLASIFIKASI.nilai.items()],
            edition=site.view.audience.described,
            scope=site.view.audience.scope,
            laws=_laws(),
            reference=(reference.judul, _printed(reference), tuple(reference.domains.values())),
            documents=tuple(documents().values()),
        ),
        parent=DOWNLOADS,
        menu=_("Metodologi"),
    )
    return [page]


def _used(site: SiteContext, instrument: Instrumen) -> InstrumentInUse:
    assessments = [one for one in site.region.assessments.values() if one.instrumen.id == instrument.id]
    indicators = instrument.all_indicators()
    own = sum(bool(one.kriteria) for one in indicators)
    pattern = sum(not one.kriteria and bool(instrument.pola_kriteria.get(one.pola or "")) for one in indicators)
    return InstrumentInUse(
        instrument,
        ", ".join(one.nama for one in assessments),
        _weights(instrument),
        tuple(reversed(predicate_ranges(instrument))),
        (own, pattern, len(indicators) - own - pattern),
        tuple(_version(version, instrument, assessments) for version in instrument.versi_kriteria),
        instrument.id in shipped_instruments(),
    )


def _version(version: VersiKriteria, instrument: Instrumen, assessments: list[Assessment]) -> tuple[str, str, int]:
    using = [one.nama for one in assessments if version_in(instrument, one.penilaian.tahun) == version]
    listed = evidence_lists().get((instrument.id, version.id))
    return version.dokumen, ", ".join(using), listed.jumlah if listed else 0


def _laws() -> Table:
    """Every law and official document: title and place of publication, what it governs here, what became of it."""
    rows = []
    for law in laws().values():
        title = law.judul + (f". {law.tempat}" if law.tempat else "")
        status = _("dicabut dengan {nama}").format(nama=laws()[law.dicabut].nama) if law.dicabut else ""
        rows.append(Row((Cell(title), Cell(law.mengatur), text(status))))
    columns = (Column(_("Peraturan"), wide=True), Column(_("Yang diatur di sini"), wide=True), Column(_("Keadaan")))
    return Table("dasar-hukum", _("Dasar hukum"), columns, tuple(rows))


def _printed(reference: ReferenceArchitecture) -> str:
    """The official documents that print the codes."""
    return "; ".join(source.rujukan for source in reference.sumber.values() if source.peraturan)


def _weights(instrument: Instrumen) -> Table:
    rows = []
    for domain in instrument.domain or (None,):
        if domain is not None:
            cells = (
                Cell(f"{domain.kode} {domain.nama}"),
                count(sum(len(aspect.indikator) for aspect in domain.aspek)),
                Cell(wording.number(domain.bobot)),
            )
            rows.append(Row(cells, strong=True))
        aspects = domain.aspek if domain is not None else instrument.aspek
        rows += [
            Row(
                (
                    Cell(f"{aspect.kode} {aspect.nama}"),
                    count(len(aspect.indikator)),
                    Cell(wording.number(aspect.bobot)),
                )
            )
            for aspect in aspects
        ]
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Indikator"), numeric=True),
        Column(_("Bobot (%)"), numeric=True),
    )
    caption = _("Bobot {instrumen}").format(instrumen=instrument.nama)
    return Table(f"bobot-{instrument.id}", caption, columns, tuple(rows))


def _worked(site: SiteContext) -> Outcome | None:
    """The stage whose working is shown: that of the foremost result, else of the newest that has levels."""
    first = foremost(site.view.results)
    known = [one.lead for one in (*site.view.results.values(), first) if one is not None and one.lead is not None]
    return known[-1] if known else None


def _example(outcome: Outcome | None) -> CalculationExample | None:
    """The shortest complete aspect that still has something to add up."""
    if outcome is None:
        return None
    fitting = [aspect for aspect in outcome.score.aspek if aspect.lengkap and aspect.jumlah > 1]
    if not fitting:
        return None
    aspect = min(fitting, key=lambda one: one.jumlah)
    rows = [
        Row(
            (
                Cell(term.indikator.label, indicator_address(outcome.assessment.instrumen.id, term.indikator.kode)),
                Cell(wording.number(term.nilai)),
                Cell(wording.number(term.indikator.bobot)),
                Cell(wording.number(term.hasil)),
            )
        )
        for term in aspect.butir
    ]
    sums = (
        Cell(_("Jumlah")),
        Cell(""),
        Cell(wording.number(aspect.bobot_terjawab)),
        Cell(wording.number(aspect.jumlah_hasil)),
    )
    rows.append(Row(sums, strong=True))
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Nilai × bobot"), numeric=True),
    )
    caption = f"{aspect.bagian.kode} {aspect.bagian.nama}"
    table = Table("contoh-hitung", caption, columns, tuple(rows))
    return CalculationExample(outcome, aspect, table, assessment_address(outcome.assessment.nama))


def _stage(code: str) -> str:
    return {
        "mandiri": _("Nilai dari tim asesor internal daerah sendiri."),
        "dokumen": _("Nilai setelah asesor eksternal memeriksa bukti."),
        "interviu": _("Nilai setelah tanya jawab asesor eksternal dengan tim daerah."),
        "visitasi": _("Nilai setelah asesor eksternal melihat langsung di lapangan; tidak selalu ada."),
        "akhir": _("Nilai pada hasil resmi yang diumumkan kementerian."),
    }[code]


def _class(code: str) -> str:
    return {
        "terbuka": _("tampil untuk semua orang"),
        "terbatas": _("tampil hanya pada edisi OPD dan internal"),
        "tertutup": _("tampil hanya pada edisi internal"),
    }[code]
