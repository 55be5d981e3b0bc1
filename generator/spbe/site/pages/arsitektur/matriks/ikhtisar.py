"""``/arsitektur/matriks/``: the matrices, and what each answers."""

from __future__ import annotations

from spbe.catalogue.matrices import MATRICES, matrix
from spbe.i18n import gettext as _
from spbe.site.addresses import ARCHITECTURE_HOME
from spbe.site.addresses import MATRICES as HOME
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.pages.arsitektur.matriks.matriks import address_of, lead_of, matrix_pages
from spbe.site.pages.arsitektur.matriks.titles import words_of


def pages(desk: Desk) -> list[Page]:
    """The overview and the pages of each matrix; nothing for a region without applications, services and data."""
    made = [(words_of(kind.id), matrix(desk.region, kind)) for kind in MATRICES]
    made = [(words, found) for words, found in made if found.size]
    if not made:
        return []
    first = desk.page(
        "arsitektur/matriks/ikhtisar",
        HOME,
        _("Matriks"),
        _("Siapa memakai apa, dalam tabel silang: perangkat daerah, layanan, aplikasi, data, infrastruktur, keamanan."),
        parent=ARCHITECTURE_HOME,
        matrices=[
            (words.title, words.question, *lead_of(desk, words, found), address_of(found)) for words, found in made
        ],
    )
    return [first, *(page for words, found in made for page in matrix_pages(desk, words, found))]
