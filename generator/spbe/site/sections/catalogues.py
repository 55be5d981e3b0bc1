"""Catalogues: one list per kind of record that has pages, and those pages."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import ARCHITECTURE, KINDS, Kind
from spbe.region import Node
from spbe.site.addresses import ARCHITECTURE_HOME, HOME, catalogue_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.paging import paged
from spbe.site.sections.listing import listing
from spbe.site.sections.offices import office_pages
from spbe.site.sections.records import record_page


def plan_architecture(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The catalogues of the six domains; records are not in the menu."""
    pages: list[Page] = []
    for kind in ARCHITECTURE:
        pages += _pages(desk, KINDS[kind], ARCHITECTURE_HOME)
    return pages, [MenuItem(_(KINDS[kind].plural), catalogue_address(kind)) for kind in ARCHITECTURE]


def plan_offices(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list of offices and their pages."""
    kind = KINDS["perangkat-daerah"]
    return [*_lists(desk, kind, HOME), *office_pages(desk)], [MenuItem(_(kind.plural), catalogue_address(kind.slug))]


def _pages(desk: Desk, kind: Kind, above: str) -> list[Page]:
    records = desk.region.records[kind.slug]
    pages = (record_page(desk, Node(kind.slug, name), record) for name, record in records.items())
    return [*_lists(desk, kind, above), *pages]


def _lists(desk: Desk, kind: Kind, above: str) -> list[Page]:
    return paged(
        desk,
        "catalogue",
        catalogue_address(kind.slug),
        _(kind.plural),
        _("Daftar {jenis} {nama}.").format(jenis=_(kind.plural).lower(), nama=desk.region.profil.nama),
        parent=above,
        kind=kind,
        data=listing(desk, kind),
        details=(),
    )
