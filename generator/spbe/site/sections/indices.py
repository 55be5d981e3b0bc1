"""Index pages: the list of assessments, and each one with its whole working."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

from spbe.editions import View
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen, weight_text
from spbe.model.penilaian import TAHAP
from spbe.scoring import AspectScore, DomainScore, Score, Term, bounds, next_above, round_half_up
from spbe.scoring.outcomes import Outcome, Outcomes, leading
from spbe.site import wording
from spbe.site.addresses import HOME, INDEX, assessment_address, indicator_address
from spbe.site.charts.bars import BarChart, bar_chart
from spbe.site.charts.trend import TrendChart, trend_chart
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.sections import claims, comparison, forecast, report, steps
from spbe.site.table import Cell, Column, Row, Table, figure, text

ACCOUNTS = (comparison, steps, forecast, claims, report)
"""Sections with further pages about one assessment, in the order in which its page offers them."""


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list and one page per assessment, newest first in the menu."""
    pages = [_overview(desk)]
    for name in desk.region.assessments:
        accounts = [page for section in ACCOUNTS for page in section.pages(desk, name)]
        pages += [_assessment(desk, name, accounts), *accounts]
    children = tuple(
        MenuItem(assessment.nama, assessment_address(name))
        for name, assessment in reversed(list(desk.region.assessments.items()))
    )
    return pages, [MenuItem(_("Indeks"), INDEX, children)]


def shown_first(outcomes: Outcomes) -> Outcome | None:
    """The result that the home page opens with: the newest published one, else the newest complete one."""
    candidates = [result for results in outcomes.values() if (result := leading(results)) is not None]
    for fits in (lambda outcome: outcome.official, lambda outcome: outcome.score.lengkap, lambda _outcome: True):
        for outcome in reversed(candidates):
            if fits(outcome):
                return outcome
    return None


def trend(outcomes: Outcomes) -> TrendChart | None:
    """The index over the years, one piece per instrument; ``None`` for fewer than two complete results."""
    complete = [
        outcome for results in outcomes.values() if (outcome := leading(results)) is not None and outcome.score.lengkap
    ]
    if len(complete) < 2:
        return None
    series = []
    for _id, group in groupby(complete, key=lambda outcome: outcome.assessment.instrumen.id):
        members = list(group)
        points = [(member.assessment.nama, member.score.nilai or Fraction()) for member in members]
        series.append((members[0].assessment.instrumen.nama, points))
    scales = [outcome.assessment.instrumen.skala for outcome in complete]
    ends = (min(scale.minimum for scale in scales), max(scale.maksimum for scale in scales))
    return trend_chart("tren", _("Indeks dari tahun ke tahun"), series, ends, _results_table(complete, "tren-angka"))


def _overview(desk: Desk) -> Page:
    results = [outcome for stages in desk.view.outcomes.values() for outcome in stages]
    return desk.page(
        "indices",
        INDEX,
        _("Indeks"),
        _("Semua hasil penilaian {nama}: indeks, predikat, dan tahapnya.").format(nama=desk.region.profil.nama),
        trend=trend(desk.view.outcomes),
        results=_results_table(list(reversed(results)), "hasil"),
        empty=[assessment for name, assessment in desk.region.assessments.items() if not desk.view.outcomes[name]],
    )


def _results_table(outcomes: list[Outcome], name: str) -> Table:
    rows = []
    for outcome in outcomes:
        row, assessment = outcome.row, outcome.assessment
        rows.append(
            Row(
                (
                    Cell(assessment.nama, assessment_address(assessment.nama), sort=f"{row['tahun']}"),
                    text(assessment.instrumen.nama),
                    text(_(TAHAP.label(outcome.tahap))),
                    figure(row["resmi"]),
                    figure(row["indeks"], exact=outcome.score.nilai),
                    text(_verdict(outcome)),
                    Cell(_("{a} dari {b}").format(a=outcome.score.terjawab, b=outcome.score.jumlah)),
                )
            )
        )
    columns = (
        Column(_("Penilaian")),
        Column(_("Instrumen")),
        Column(_("Tahap")),
        Column(_("Indeks resmi"), numeric=True),
        Column(_("Indeks dihitung"), numeric=True),
        Column(_("Predikat")),
        Column(_("Terjawab")),
    )
    return Table(name, _("Hasil per penilaian dan tahap"), columns, tuple(rows))


def _verdict(outcome: Outcome) -> str:
    if outcome.score.predikat is None:
        return _("belum lengkap") if not outcome.score.lengkap else "–"
    name = outcome.score.predikat.nama
    return _("{nama} (di ambang)").format(nama=name) if outcome.score.di_ambang else name


def _assessment(desk: Desk, name: str, accounts: list[Page]) -> Page:
    assessment = desk.region.assessments[name]
    results = desk.view.outcomes[name]
    lead = leading(results)
    official = next((outcome for outcome in results if outcome.official), None)
    title = assessment.title
    return desk.page(
        "assessment",
        assessment_address(name),
        title,
        _description(desk.view, title, lead),
        parent=INDEX,
        assessment=assessment,
        lead=lead,
        official=official,
        results=results,
        stages=[
            {
                "outcome": outcome,
                "stage": _(TAHAP.label(outcome.tahap)),
                "chart": _parts_chart(outcome),
                "working": _working(outcome),
                "sums": _sums(outcome),
                "verdict": _verdict(outcome),
                "ambang": _verdict_printed(outcome),
            }
            for outcome in reversed(results)
        ],
        bands=bounds(assessment.instrumen),
        climb=_climb(lead),
        accounts=accounts,
        home=HOME,
    )


def _description(view: View, title: str, lead: Outcome | None) -> str:
    place = view.region.profil.nama
    if lead is None or lead.score.indeks is None:
        return _("{judul} {tempat}: belum ada nilai.").format(judul=title, tempat=place)
    return _("{judul} {tempat}: {indeks}, dengan seluruh hitungannya.").format(
        judul=title, tempat=place, indeks=wording.comma(lead.score.indeks)
    )


def _climb(lead: Outcome | None) -> tuple[str, str] | None:
    """The next predicate and how far it is."""
    if lead is None or lead.score.nilai is None or not lead.score.lengkap:
        return None
    above = next_above(lead.score.instrumen, lead.score.nilai)
    if above is None or above.bawah is None:
        return None
    return above.nama, wording.two_places(above.bawah)


def _verdict_printed(outcome: Outcome) -> str | None:
    verdict = outcome.score.verdict
    if verdict is None or not verdict.di_ambang or verdict.predikat_tercetak is None:
        return None
    return verdict.predikat_tercetak.nama


def _parts_chart(outcome: Outcome) -> BarChart:
    score = outcome.score
    parts = [(part.bagian.nama, part.nilai) for part in (score.domain or score.aspek)]
    scale = score.instrumen.skala
    goal = outcome.assessment.penilaian.target_indeks
    target = (goal, _("target {angka}").format(angka=wording.two_places(goal))) if goal else None
    layer = _("Indeks domain") if score.domain else _("Indeks aspek")
    name = f"bagian-{outcome.tahap}"
    return bar_chart(name, layer, parts, (scale.minimum, scale.maksimum), _parts_table(outcome, name), target)


def _parts_table(outcome: Outcome, name: str) -> Table:
    published = {comparison.kode: comparison for comparison in outcome.comparisons}
    score = outcome.score
    rows: list[Row] = []
    for domain, aspects in score.layers:
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
    """Every indicator's value × weight, with the sums per aspect and domain."""
    score = outcome.score
    rows: list[Row] = []
    for domain, aspects in score.layers:
        for aspect in aspects:
            rows += [_term_row(score.instrumen, term) for term in aspect.butir]
            rows.append(_sum_row(aspect))
        if domain:
            rows.append(_sum_row(domain))
    columns = (
        Column(_("Indikator"), wide=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Bobot (%)"), numeric=True),
        Column(_("Nilai × bobot"), numeric=True),
    )
    return Table(f"kerja-{outcome.tahap}", _("Nilai × bobot setiap indikator"), columns, tuple(rows))


def _term_row(instrument: Instrumen, term: Term) -> Row:
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
    name = _("Jumlah {kode} {nama}").format(kode=part.bagian.kode, nama=part.bagian.nama)
    return Row(
        (
            Cell(name),
            figure(part.teks),
            Cell(wording.number(part.bobot_terjawab)),
            Cell(wording.number(part.jumlah_hasil)),
        ),
        strong=True,
    )


def _sums(outcome: Outcome) -> dict[str, str | None]:
    """The last line of the working: the sum, the weight it is divided by, and the one rounding."""
    score = outcome.score
    low, high = score.rentang
    return {
        "sum": wording.number(score.jumlah_hasil),
        "weight": wording.comma(weight_text(score.bobot_terjawab)),
        "exact": wording.comma(_long(score)),
        "printed": wording.comma(score.indeks),
        "low": wording.two_places(low),
        "high": wording.two_places(high),
    }


def _long(score: Score) -> str | None:
    if score.nilai is None:
        return None
    exact = round_half_up(score.nilai, 6)
    return exact.rstrip("0").rstrip(".") if "." in exact else exact
