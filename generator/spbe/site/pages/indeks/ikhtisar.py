"""``/indeks/``: all assessments with their results, and the index over the years."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.site.addresses import INDEX, assessment_address
from spbe.site.components.index_trend import results_table
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.pages.indeks import banding, langkah, laporan, masa_berlaku, uji, ulasan
from spbe.site.pages.indeks.index_history import story
from spbe.site.pages.indeks.penilaian import assessment_page

ACCOUNTS = (ulasan, banding, langkah, masa_berlaku, uji, laporan)
"""Sections with further pages about one assessment, in the order in which its page offers them."""


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list and one page per assessment, newest first in the menu."""
    pages = [_overview(desk)]
    for name in desk.region.assessments:
        accounts = [page for section in ACCOUNTS for page in section.pages(desk, name)]
        pages += [assessment_page(desk, name, accounts), *accounts]
    children = tuple(
        MenuItem(assessment.nama, assessment_address(name))
        for name, assessment in reversed(list(desk.region.assessments.items()))
    )
    return pages, [MenuItem(_("Indeks"), INDEX, children)]


def _overview(desk: Desk) -> Page:
    results = desk.view.results
    return desk.page(
        "indeks/ikhtisar",
        INDEX,
        _("Indeks"),
        _("Semua hasil penilaian {nama}: indeks, predikat, dan tahapnya.").format(nama=desk.region.profil.nama),
        story=story(desk),
        results=results_table(reversed(list(results.values())), "hasil"),
        bare=[one for one in results.values() if one.lead is None],
    )
