"""Index pages: the list of assessments, and each one with its whole working."""

from __future__ import annotations

from spbe.editions import View
from spbe.i18n import gettext as _
from spbe.region import Assessment
from spbe.scoring import bounds, next_above
from spbe.scoring.outcomes import Outcome, Outcomes, leading
from spbe.site import wording
from spbe.site.addresses import HOME, INDEX, assessment_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.sections import claims, comparison, forecast, report, review, steps
from spbe.site.sections.story import story
from spbe.site.sections.trend import results_table
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


def shown_first(outcomes: Outcomes) -> Outcome | None:
    """The result that the home page opens with: the newest published one, else the newest complete one."""
    candidates = [result for results in outcomes.values() if (result := leading(results)) is not None]
    for fits in (lambda outcome: outcome.official, lambda outcome: outcome.score.lengkap, lambda _outcome: True):
        for outcome in reversed(candidates):
            if fits(outcome):
                return outcome
    return None


def _overview(desk: Desk) -> Page:
    results = [outcome for stages in desk.view.outcomes.values() for outcome in stages]
    return desk.page(
        "indices",
        INDEX,
        _("Indeks"),
        _("Semua hasil penilaian {nama}: indeks, predikat, dan tahapnya.").format(nama=desk.region.profil.nama),
        story=story(desk),
        results=results_table(list(reversed(results)), "hasil"),
        empty=[assessment for name, assessment in desk.region.assessments.items() if not desk.view.outcomes[name]],
    )


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
        _description(desk.view, assessment, lead),
        parent=INDEX,
        assessment=assessment,
        lead=lead,
        official=official,
        results=results,
        stages=[stage_of(outcome, results) for outcome in reversed(results)],
        bands=bounds(assessment.instrumen),
        climb=_climb(lead),
        accounts=accounts,
        home=HOME,
    )


def _description(view: View, assessment: Assessment, lead: Outcome | None) -> str:
    place, title, announced = view.region.profil.nama, assessment.title, assessment.penilaian.hasil_resmi
    if lead is None or lead.score.indeks is None:
        if announced is not None:
            return _("{judul} {tempat}: {indeks}, hasil resmi.").format(
                judul=title, tempat=place, indeks=wording.two_places(announced.indeks)
            )
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
