"""The index over the years as a small picture, and the table of every result."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

from spbe.i18n import gettext as _
from spbe.model.penilaian import TAHAP
from spbe.scoring.outcomes import Outcome, Outcomes, leading
from spbe.site.addresses import assessment_address
from spbe.site.charts.trend import TrendChart, trend_chart
from spbe.site.sections.working import verdict_of
from spbe.site.table import Cell, Column, Row, Table, figure, text


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
    return trend_chart("tren", _("Indeks dari tahun ke tahun"), series, ends, results_table(complete, "tren-angka"))


def results_table(outcomes: list[Outcome], name: str) -> Table:
    """Every result of ``outcomes`` with its stage, published and computed."""
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
                    text(verdict_of(outcome)),
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
