"""The index over the years as a small picture, and the table of every result."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import groupby

from spbe.i18n import gettext as _
from spbe.model.penilaian import TAHAP
from spbe.scoring.hasil import HasilPenilaian, Results
from spbe.scoring.outcomes import OFFICIAL_STAGE, Outcome
from spbe.site.addresses import assessment_address
from spbe.site.charts.trend import TrendChart, trend_chart
from spbe.site.components.predicates import verdict_of, verdict_text
from spbe.site.table import Cell, Column, Row, Table, figure, text


def trend(results: Results) -> TrendChart | None:
    """The index over the years, one piece per instrument; ``None`` for fewer than two whole results."""
    whole = [one for one in results.values() if one.lengkap]
    if len(whole) < 2:
        return None
    series = []
    for _id, group in groupby(whole, key=lambda one: one.assessment.instrumen.id):
        members = list(group)
        points = [(one.assessment.nama, one.indeks or Fraction(), one.asal or "") for one in members]
        series.append((members[0].assessment.instrumen.nama, points))
    scales = [one.assessment.instrumen.skala for one in whole]
    ends = (min(scale.minimum for scale in scales), max(scale.maksimum for scale in scales))
    return trend_chart("tren", _("Indeks dari tahun ke tahun"), series, ends, leading_table(whole, "tren-angka"))


def leading_table(results: Iterable[HasilPenilaian], name: str) -> Table:
    """The one line of each of ``results`` that speaks for it."""
    rows = [_row(one, one.official if one.resmi is not None else one.lead) for one in results if one.asal is not None]
    return _table(name, _("Hasil per penilaian"), rows)


def results_table(results: Iterable[HasilPenilaian], name: str) -> Table:
    """Every stage of ``results``, published and computed, the latest stage first."""
    rows: list[Row] = []
    for one in results:
        if one.resmi is not None and one.official is None:
            rows.append(_row(one, None))
        rows += [_row(one, outcome) for outcome in reversed(one.stages)]
    return _table(name, _("Hasil per penilaian dan tahap"), rows)


def _row(hasil: HasilPenilaian, outcome: Outcome | None) -> Row:
    """The line of one stage; without an outcome that of published figures whose levels are not known."""
    assessment = hasil.assessment
    published = hasil.teks if hasil.resmi is not None and (outcome is None or outcome.official) else None
    stage = outcome.tahap if outcome else OFFICIAL_STAGE
    return Row(
        (
            Cell(assessment.nama, assessment_address(assessment.nama), sort=f"{assessment.penilaian.tahun}"),
            text(assessment.instrumen.nama),
            text(_(TAHAP.label(stage))),
            figure(published),
            figure(outcome.score.indeks, exact=outcome.score.nilai) if outcome else Cell("–"),
            text(verdict_text(hasil) if published is not None or outcome is None else verdict_of(outcome)),
            Cell(_("{a} dari {b}").format(a=outcome.score.terjawab, b=outcome.score.jumlah)) if outcome else Cell("–"),
        )
    )


def _table(name: str, caption: str, rows: list[Row]) -> Table:
    columns = (
        Column(_("Penilaian")),
        Column(_("Instrumen")),
        Column(_("Tahap")),
        Column(_("Indeks resmi"), numeric=True),
        Column(_("Indeks dihitung"), numeric=True),
        Column(_("Predikat")),
        Column(_("Terisi")),
    )
    return Table(name, caption, columns, tuple(rows))
