"""``/indeks/<penilaian>/cerita/``: what an assessment came to, why, and what is next, in sentences with pictures."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.site.addresses import assessment_address, story_address
from spbe.site.components.index_sentence import index_sentence
from spbe.site.page import Page
from spbe.site.pages.indeks.story_changes import fallen_part, result_part, risen_part, supporting_part
from spbe.site.pages.indeks.story_outlook import ending_part, next_part
from spbe.site.pages.indeks.story_part import StoryPart
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable

PARTS = (result_part, risen_part, fallen_part, supporting_part, ending_part, next_part)
"""In the order in which they are told."""


@template_context
class IndeksCeritaContext:
    """The variables of ``pages/indeks/cerita.html.j2``."""

    parts: tuple[StoryPart, ...] = variable("bagian cerita (`StoryPart`): kalimat, bagan, dan jalan ke rinciannya")
    assessment: tuple[str, str] = variable("(judul, alamat) penilaian")
    place: str = variable("nama wilayah")


def pages(site: SiteContext) -> list[Page]:
    """The story of every assessment that has an index, oldest first."""
    return [page for name in site.region.assessments for page in _pages(site, name)]


def _pages(site: SiteContext, name: str) -> list[Page]:
    sentence = index_sentence(site.view.results, name, site.region.profil)
    if sentence is None:
        return []
    hasil, address = site.view.results[name], assessment_address(name)
    title = hasil.assessment.title
    return [
        site.page(
            IndeksCeritaContext,
            story_address(name),
            _("Cerita {judul}").format(judul=title),
            f"{site.region.profil.nama}, {title}: {sentence.text}",
            lambda: IndeksCeritaContext(
                parts=tuple(part for make in PARTS if (part := make(site, hasil)) is not None),
                assessment=(title, address),
                place=site.region.profil.nama,
            ),
            parent=address,
            menu=_("Cerita"),
        )
    ]
