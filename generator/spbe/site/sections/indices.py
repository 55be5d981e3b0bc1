"""Index pages: the list of assessments, and each one with its whole working."""

from __future__ import annotations

from spbe import wording
from spbe.editions import View
from spbe.i18n import gettext as _
from spbe.scoring import bounds, next_above
from spbe.scoring.hasil import HasilPenilaian
from spbe.site.addresses import HOME, INDEX, assessment_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.sections import claims, comparison, forecast, report, review, steps
from spbe.site.sections.movement import movement
from spbe.site.sections.story import story
from spbe.site.sections.trend import results_table
from spbe.site.sections.verdicts import official_chart, verdict_said, whose
from spbe.site.sections.working import stage_of

ACCOUNTS = (review, comparison, steps, forecast, claims, report)
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


def _overview(desk: Desk) -> Page:
    results = desk.view.results
    return desk.page(
        "indices",
        INDEX,
        _("Indeks"),
        _("Semua hasil penilaian {nama}: indeks, predikat, dan tahapnya.").format(nama=desk.region.profil.nama),
        story=story(desk),
        results=results_table(reversed(list(results.values())), "hasil"),
        bare=[one for one in results.values() if one.lead is None],
    )


def _assessment(desk: Desk, name: str, accounts: list[Page]) -> Page:
    hasil = desk.view.results[name]
    assessment = hasil.assessment
    return desk.page(
        "assessment",
        assessment_address(name),
        assessment.title,
        _description(desk.view, hasil),
        parent=INDEX,
        assessment=assessment,
        hasil=hasil,
        lead=hasil.lead,
        official=hasil.official,
        announced=official_chart(hasil),
        stages=[stage_of(outcome, hasil) for outcome in reversed(hasil.stages)],
        movement=movement(desk, name),
        bands=bounds(assessment.instrumen),
        verdict=verdict_said(hasil),
        climb=_climb(hasil),
        accounts=accounts,
        home=HOME,
    )


def _description(view: View, hasil: HasilPenilaian) -> str:
    place, title = view.region.profil.nama, hasil.assessment.title
    if hasil.teks is None:
        return _("{judul} {tempat}: belum ada nilai.").format(judul=title, tempat=place)
    words = _("{judul} {tempat}: {indeks}, {asal}, dengan seluruh hitungannya.")
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
