"""The working of one result: every value, weight and product, the sums, the one rounding, and what is near a bound."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen, weight_text
from spbe.model.penilaian import TAHAP
from spbe.scoring import AspectScore, Band, DomainScore, Score, ScoreTerm, bounds
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.outcomes import Outcome
from spbe.scoring.rounding import exact_text
from spbe.scoring.sensitivity import nearby_bounds
from spbe.site.addresses import indicator_address
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.components.predicates import verdict_of
from spbe.site.pages.indeks.official_comparison import OfficialComparison, official_comparison
from spbe.site.table import Cell, Column, Row, Table, figure, text


@dataclass(frozen=True)
class Stage:
    """What the page of an assessment tells of one stage.

    ``parts`` are the sums that make the last one, as texts; ``sums`` its last line; ``fractions``: some
    weights have no exact decimals. ``missing``: per aspect with unanswered indicators its name and their names and
    addresses. ``band`` holds the exact index. ``nearby_bounds`` are sentences; ``readings`` is what each reading of
    the rule gives, where the index is near a bound. ``carried`` says how many values are those of the stage before.
    """

    outcome: Outcome
    name: str
    chart: BarChart
    working: Table
    parts: tuple[str, ...]
    sums: dict[str, str]
    verdict: str
    ambang: str | None
    band: Band | None
    fractions: bool
    nearby_bounds: tuple[str, ...]
    readings: Table | None
    missing: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    official_comparison: OfficialComparison | None
    carried: str | None


def stage_of(outcome: Outcome, hasil: HasilPenilaian) -> Stage:
    """The account of ``outcome``, a stage of ``hasil``."""
    score = outcome.score
    near = nearby_bounds(score)
    return Stage(
        outcome=outcome,
        name=_(TAHAP.label(outcome.tahap)),
        chart=_parts_chart(outcome, hasil),
        working=_working(outcome),
        parts=tuple(wording.number(part.jumlah_hasil) for part in (score.domain or score.aspek) if part.terjawab),
        sums=_sums(score),
        verdict=verdict_of(outcome),
        ambang=_verdict_printed(score),
        band=next((band for band in bounds(score.instrumen) if band.predikat == score.predikat), None),
        fractions=any("/" in weight_text(term.indikator.bobot) for term in score.butir),
        nearby_bounds=tuple(
            _brink(brink.predikat.nama, brink.batas, brink.jarak, len(brink.kode), naik=brink.naik) for brink in near
        ),
        readings=_readings(outcome) if near else None,
        missing=_missing(score),
        official_comparison=official_comparison(hasil) if outcome.official else None,
        carried=calculation_text(outcome),
    )


def level_cell(value: Fraction | None, instrument: Instrumen) -> Cell:
    """A value, drawn as steps too where the instrument has whole levels; a dash for none."""
    if value is None:
        return Cell("–")
    whole = instrument.skala.bilangan_bulat
    return Cell(wording.number(value), level=str(int(value)) if whole else None)


def _brink(name: str, bound: Fraction, distance: Fraction, indicators: int, *, naik: bool) -> str:
    limit, gap = wording.two_places(bound), wording.comma(exact_text(distance))
    if naik:
        told = _("Batas bawah {nama}, {batas}, tinggal {jarak} lagi.").format(nama=name, batas=limit, jarak=gap)
        step = _("Naik satu tingkat pada salah satu dari {n} indikator sudah mencapainya.")
    else:
        told = (
            _("Batas {batas} hanya {jarak} di bawah nilai ini.") if distance else _("Nilai ini tepat di batas {batas}.")
        )
        told = told.format(batas=limit, jarak=gap)
        step = _("Turun satu tingkat pada salah satu dari {n} indikator membuat predikatnya {nama}.")
    return told if not indicators else f"{told} {step.format(n=indicators, nama=name)}"


def _readings(outcome: Outcome) -> Table:
    """The predicate by each reading of the rule: no regulation says which one is meant."""
    score, verdict = outcome.score, outcome.score.verdict
    by_exact = verdict.predikat.nama if verdict and verdict.predikat else None
    by_print = verdict.predikat_tercetak.nama if verdict and verdict.predikat_tercetak else None
    rows = [
        Row(
            (
                Cell(_("Nilai sebelum dibulatkan, seperti hasil nasional 2024; dipakai di situs ini")),
                Cell(_exact(score)),
                text(by_exact),
            )
        ),
        Row(
            (
                Cell(_("Angka tercetak, seperti hasil nasional 2023")),
                Cell(wording.comma(score.indeks)),
                text(by_print),
            )
        ),
    ]
    columns = (Column(_("Cara membaca aturan"), wide=True), Column(_("Angka"), numeric=True), Column(_("Predikat")))
    caption = _("Predikat menurut setiap cara membaca aturan")
    return Table(f"cara-{outcome.tahap}", caption, columns, tuple(rows))


def _verdict_printed(score: Score) -> str | None:
    verdict = score.verdict
    if verdict is None or not verdict.pada_batas or verdict.predikat_tercetak is None:
        return None
    return verdict.predikat_tercetak.nama


def _missing(score: Score) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    found = []
    for aspect in score.aspek:
        codes = tuple(
            (term.indikator.label, indicator_address(score.instrumen.id, term.indikator.kode))
            for term in aspect.butir
            if term.nilai is None
        )
        if codes:
            found.append((f"{aspect.bagian.kode} {aspect.bagian.nama}", codes))
    return tuple(found)


def calculation_text(outcome: Outcome) -> str | None:
    """At a stage that looked again at some indicators: how many, and what became of the others."""
    if not outcome.carried:
        return None
    words = _("Tahap ini menilai ulang {a} indikator; {b} indikator lain memakai nilai tahap sebelumnya.")
    return words.format(a=len(outcome.given), b=outcome.carried)


def _parts_chart(outcome: Outcome, hasil: HasilPenilaian) -> BarChart:
    """The parts as the assessment tells them where the stage is the official one, else as they are computed."""
    score = outcome.score
    parts = [(part.bagian.nama, part.nilai) for part in (score.domain or score.aspek)]
    if outcome.official:
        parts = [(part.bagian.nama, part.nilai) for part in hasil.bagian]
    scale = score.instrumen.skala
    layer = _("Indeks domain") if score.domain else _("Indeks aspek")
    name = f"bagian-{outcome.tahap}"
    stage = _(TAHAP.label(outcome.tahap)).lower()
    title = _("{bagian} {penilaian}, {tahap}").format(bagian=layer, penilaian=outcome.assessment.nama, tahap=stage)
    return bar_chart(name, title, parts, (scale.minimum, scale.maksimum), _parts_table(outcome, name))


def _parts_table(outcome: Outcome, name: str) -> Table:
    published = {comparison.kode: comparison for comparison in outcome.comparisons}
    rows: list[Row] = []
    for domain, aspects in outcome.score.layers:
        for part in ((domain,) if domain else ()) + tuple(aspects):
            comparison = published.get(part.bagian.kode)
            rows.append(
                Row(
                    (
                        text(f"{part.bagian.kode} {part.bagian.nama}"),
                        Cell(wording.number(part.bagian.bobot)),
                        figure(comparison.resmi if comparison else None),
                        figure(part.teks, exact=part.nilai),
                    ),
                    strong=part is domain,
                )
            )
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Resmi"), numeric=True),
        Column(_("Dihitung"), numeric=True),
    )
    return Table(f"{name}-angka", _("Indeks domain dan aspek"), columns, tuple(rows))


def _working(outcome: Outcome) -> Table:
    """Every indicator's value × weight, with the sums per aspect and domain and of all."""
    score = outcome.score
    rows: list[Row] = []
    for domain, aspects in score.layers:
        for aspect in aspects:
            rows += [_term_row(score.instrumen, term) for term in aspect.butir]
            rows.append(_sum_row(aspect))
        if domain:
            rows.append(_sum_row(domain))
    rows.append(_row_of_sums(_("Jumlah seluruhnya"), score))
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Nilai × bobot"), numeric=True),
    )
    return Table(f"kerja-{outcome.tahap}", _("Nilai × bobot setiap indikator"), columns, tuple(rows))


def _term_row(instrument: Instrumen, term: ScoreTerm) -> Row:
    indicator = term.indikator
    return Row(
        (
            Cell(indicator.label, indicator_address(instrument.id, indicator.kode)),
            Cell(wording.number(term.nilai) if term.nilai is not None else _("belum ada")),
            Cell(wording.number(indicator.bobot)),
            Cell(wording.number(term.hasil)),
        )
    )


def _sum_row(part: AspectScore | DomainScore) -> Row:
    return _row_of_sums(_("Jumlah {kode} {nama}").format(kode=part.bagian.kode, nama=part.bagian.nama), part)


def _row_of_sums(name: str, part: AspectScore | DomainScore | Score) -> Row:
    weight = wording.number(part.bobot_terjawab)
    if not part.lengkap:
        weight = _("{a} dari {b}").format(a=weight, b=wording.number(part.bobot))
    return Row((Cell(name), figure(part.teks), Cell(weight), Cell(wording.number(part.jumlah_hasil))), strong=True)


def _sums(score: Score) -> dict[str, str]:
    """The last line of the working: the sum, the weight it is divided by, and the one rounding."""
    low, high = score.rentang
    return {
        "sum": wording.number(score.jumlah_hasil),
        "weight": wording.comma(weight_text(score.bobot_terjawab)),
        "exact": _exact(score),
        "printed": wording.comma(score.indeks),
        "low": wording.two_places(low),
        "high": wording.two_places(high),
    }


def _exact(score: Score) -> str:
    return "–" if score.nilai is None else wording.comma(exact_text(score.nilai))
