"""Recommendations with what became of them, across the years of one instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Indikator
from spbe.model.penilaian import Jawaban
from spbe.model.rekomendasi import FOLLOWED_UP, STATUS_TINDAK_LANJUT
from spbe.model.values import Tanggal
from spbe.region import Assessment
from spbe.site.addresses import indicator_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, text
from spbe.site.table_cells import owner_cell


@dataclass(frozen=True)
class Advice:
    """``given``: this assessment's recommendations; ``earlier``: those of former years that are not finished.

    ``counts`` are pairs of a status in words and how many of ``given`` have it. ``repeated`` counts indicators that
    had a recommendation in a former assessment too, ``overdue`` those past their date (a date is not public).
    """

    given: Table
    earlier: Table
    counts: tuple[tuple[str, int], ...]
    repeated: int
    overdue: int


@dataclass(frozen=True)
class _One:
    """A recommendation; ``status`` and ``deadline`` are the newest that any assessment since then notes for it."""

    assessment: Assessment
    indicator: Indikator
    answer: Jawaban
    status: str | None
    deadline: Tanggal | None

    def late(self, today: date) -> bool:
        return self.deadline is not None and self.deadline.last < today and self.status != FOLLOWED_UP


def advice_of(site: SiteContext, assessment: Assessment) -> Advice:
    """The recommendations of ``assessment``, and what is left of those before it."""
    before = _before(site, assessment)
    given = _given(assessment)
    again = {one.indicator.kode for one in given}
    # Only the newest one of an indicator counts: a later recommendation takes the place of the earlier.
    earlier: dict[str, _One] = {}
    for former in before:
        earlier |= {one.indicator.kode: one for one in _given(former)}
    since = {code: _since(one, before, assessment) for code, one in earlier.items()}
    open_ones = [one for code, one in since.items() if code not in again and one.status != FOLLOWED_UP]
    order = [indicator.kode for indicator in assessment.instrumen.all_indicators()]
    open_ones.sort(key=lambda one: order.index(one.indicator.kode))
    told = [one.status for one in given]
    statuses = {code: told.count(code) for code in STATUS_TINDAK_LANJUT.nilai}
    counts = [(_(STATUS_TINDAK_LANJUT.label(code)), number) for code, number in statuses.items() if number]
    unsaid = len(given) - sum(statuses.values())
    if unsaid:
        counts.append((_("Status belum dicatat"), unsaid))
    today = site.region.date
    return Advice(
        _table(site, "rekomendasi-ini", _("Rekomendasi penilaian ini"), given, before),
        _table(site, "rekomendasi-lalu", _("Rekomendasi terdahulu yang belum selesai"), open_ones, before),
        tuple(counts),
        sum(bool(_years(one, before)) for one in given),
        sum(one.late(today) for one in (*given, *open_ones)),
    )


def _before(site: SiteContext, assessment: Assessment) -> list[Assessment]:
    """Earlier assessments under the same instrument, oldest first: codes of two instruments mean different things."""
    names = list(site.region.assessments)
    earlier = (site.region.assessments[name] for name in names[: names.index(assessment.nama)])
    return [one for one in earlier if one.instrumen.id == assessment.instrumen.id]


def _given(assessment: Assessment) -> list[_One]:
    return [
        _One(assessment, indicator, answer, answer.status_tindak_lanjut, answer.batas_waktu)
        for indicator in assessment.instrumen.all_indicators()
        if (answer := assessment.answers.get(indicator.kode)) is not None and answer.rekomendasi
    ]


def _since(one: _One, before: Sequence[Assessment], now: Assessment) -> _One:
    """``one`` with what assessments after it note of its follow-up, where they give no recommendation of their own.

    A date that stands is the same office's: another's may be hidden, and an old one beside a new status would be false.
    """
    names = [former.nama for former in before]
    for later in (*before[names.index(one.assessment.nama) + 1 :], now):
        answer = later.answers.get(one.indicator.kode)
        if answer is not None and answer.status_tindak_lanjut is not None:
            kept = one.deadline if answer.perangkat_daerah == one.answer.perangkat_daerah else None
            one = replace(one, status=answer.status_tindak_lanjut, deadline=answer.batas_waktu or kept)
    return one


def _years(one: _One, before: Sequence[Assessment]) -> list[str]:
    """The former assessments that gave this indicator a recommendation too."""
    found = []
    for former in before:
        answer = former.answers.get(one.indicator.kode)
        if former.nama != one.assessment.nama and answer is not None and answer.rekomendasi:
            found.append(former.nama)
    return found


def _table(site: SiteContext, name: str, caption: str, found: Sequence[_One], before: Sequence[Assessment]) -> Table:
    dated = any(one.deadline for one in found)
    today = site.region.date
    rows = []
    for one in found:
        answer, former = one.answer, _years(one, before)
        since = ", ".join([*former, one.assessment.nama])
        lead = site.view.results[one.assessment.nama].lead
        value = lead.values.get(one.indicator.kode) if lead else None
        cells = [
            Cell(one.indicator.label, indicator_address(one.assessment.instrumen.id, one.indicator.kode)),
            Cell(answer.rekomendasi or ""),
            Cell(wording.number(value)),
            Cell(_("{tahun} (berulang)").format(tahun=since) if former else since),
            owner_cell(site, answer),
            text(_(STATUS_TINDAK_LANJUT.label(one.status)) if one.status else None),
        ]
        if dated:
            cells.append(_deadline(one, today))
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


def _deadline(one: _One, today: date) -> Cell:
    if one.deadline is None:
        return Cell("–")
    late = one.late(today)
    words = wording.day(one.deadline) + (" · " + _("lewat waktu") if late else "")
    return Cell(words, badge="lewat" if late else None)
