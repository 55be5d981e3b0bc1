"""``/arsitektur/matriks/``: the matrices, and what each answers."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.site.addresses import ARCHITECTURE_HOME
from spbe.site.addresses import MATRICES as HOME
from spbe.site.page import Page
from spbe.site.pages.arsitektur.matriks.matriks import address_of, lead_of
from spbe.site.pages.arsitektur.matriks.titles import words_of
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturMatriksContext:
    """The variables of ``pages/arsitektur/matriks/ikhtisar.html.j2``."""

    matrices: list[tuple[str, str, str, tuple[str, str] | None, str]] = variable(
        "daftar (judul, pertanyaan yang dijawab, isinya dalam angka, "
        "(yang belum dijawab, alamat daftarnya) atau kosong, alamat)"
    )


def pages(site: SiteContext) -> list[Page]:
    """The overview; nothing for a region without applications, services and data."""
    if not site.matrices:
        return []
    page = site.page(
        ArsitekturMatriksContext,
        HOME,
        _("Matriks"),
        _("Siapa memakai apa, dalam tabel silang: perangkat daerah, layanan, aplikasi, data, infrastruktur, keamanan."),
        lambda: ArsitekturMatriksContext(
            matrices=[
                (words.title, words.question, *lead_of(site, words, found), address_of(found))
                for words, found in ((words_of(found.kind.id), found) for found in site.matrices)
            ]
        ),
        parent=ARCHITECTURE_HOME,
        menu=_("Matriks"),
        menu_group=_("Analisis"),
    )
    return [page]
