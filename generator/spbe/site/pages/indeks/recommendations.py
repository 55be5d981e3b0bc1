"""Recommendations on single indicators with what became of them, and what is left of those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spbe import wording
from spbe.catalogue.follow_up import Recommendation, given_in_answers, since
from spbe.i18n import gettext as _
from spbe.model.rekomendasi import STATUS_TINDAK_LANJUT
from spbe.region import Assessment
from spbe.site.components.follow_up_cells import indicators_cell, status_cell
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, deadline
from spbe.site.table_cells import offices_cell


@dataclass(frozen=True)
class AssessmentRecommendations:
    """The recommendations of an assessment, and what became of former ones.

    ``given``: this assessment's recommendations; ``earlier``: those of former years that are not finished.

    ``counts`` are pairs of a status in words and how many of ``given`` have it. ``repeated`` counts indicators that
    had a recommendation in a former assessment too, ``overdue`` those past their date (a date is not public). ``whole``
    counts those of the report on more than one indicator, which stand on the page of all recommendations.
    """

    given: Table
    earlier: Table
    counts: tuple[tuple[str, int], ...]
    repeated: int
    overdue: int
    whole: int


def recommendations_of(site: SiteContext, assessment: Assessment) -> AssessmentRecommendations:
    """The recommendations of ``assessment``, and what is left of those before it."""
    before = _before(site, assessment)
    given = given_in_answers(assessment)
    again = _codes(given)
    # Only the newest one of an indicator counts: a later recommendation takes the place of the earlier.
    earlier: dict[str, Recommendation] = {}
    for place, former in enumerate(before):
        later = (*before[place + 1 :], assessment)
        earlier |= {one.indicators[0].kode: since(one, later) for one in given_in_answers(former)}
    open_ones = [one for code, one in earlier.items() if code not in again and not one.is_done]
    order = [indicator.kode for indicator in assessment.instrumen.all_indicators()]
    open_ones.sort(key=lambda one: order.index(one.indicators[0].kode))
    told = [one.status for one in given]
    statuses = {code: told.count(code) for code in STATUS_TINDAK_LANJUT.nilai}
    counts = [(_(STATUS_TINDAK_LANJUT.label(code)), number) for code, number in statuses.items() if number]
    unsaid = len(given) - sum(statuses.values())
    if unsaid:
        counts.append((_("Status belum dicatat"), unsaid))
    today = site.region.date
    return AssessmentRecommendations(
        _table(site, "rekomendasi-ini", _("Rekomendasi penilaian ini"), given, before),
        _table(site, "rekomendasi-lalu", _("Rekomendasi terdahulu yang belum selesai"), open_ones, before),
        tuple(counts),
        sum(bool(_years(one, before)) for one in given),
        sum(one.late(today) for one in (*given, *open_ones)),
        len(assessment.penilaian.rekomendasi),
    )


def _before(site: SiteContext, assessment: Assessment) -> list[Assessment]:
    """Earlier assessments under the same instrument, oldest first: codes of two instruments mean different things."""
    names = list(site.region.assessments)
    earlier = (site.region.assessments[name] for name in names[: names.index(assessment.nama)])
    return [one for one in earlier if one.instrumen.id == assessment.instrumen.id]


def _codes(found: Sequence[Recommendation]) -> set[str]:
    """The indicators whose answers recommend something."""
    return {one.indicators[0].kode for one in found}


def _years(one: Recommendation, before: Sequence[Assessment]) -> list[str]:
    """The former assessments that gave this indicator a recommendation too."""
    others = (former for former in before if former.nama != one.assessment.nama)
    return [former.nama for former in others if one.indicators[0].kode in _codes(given_in_answers(former))]


def _table(
    site: SiteContext, name: str, caption: str, found: Sequence[Recommendation], before: Sequence[Assessment]
) -> Table:
    dated = any(one.deadline for one in found)
    rows = []
    for one in found:
        former = _years(one, before)
        years = ", ".join([*former, one.assessment.nama])
        lead = site.view.results[one.assessment.nama].lead
        value = lead.values.get(one.indicators[0].kode) if lead else None
        cells = [
            indicators_cell(one),
            Cell(one.text),
            Cell(wording.number(value)),
            Cell(_("{tahun} (berulang)").format(tahun=years) if former else years),
            offices_cell(site, one.offices),
            status_cell(one),
        ]
        if dated:
            cells.append(deadline(one.deadline, late=one.late(site.region.date)))
        rows.append(Row(tuple(cells)))
    columns = [
        Column(_("Indikator"), wide=True),
        Column(_("Rekomendasi"), wide=True),
        Column(_("Nilai"), numeric=True),
        Column(_("Diberikan")),
        Column(_("Penanggung jawab")),
        Column(_("Tindak lanjut")),
    ]
    if dated:
        columns.append(Column(_("Batas waktu")))
    return Table(name, caption, tuple(columns), tuple(rows))
