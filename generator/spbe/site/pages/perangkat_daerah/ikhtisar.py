"""``/perangkat-daerah/``: the list of all offices."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.site.addresses import HOME, catalogue_address
from spbe.site.desk import Desk
from spbe.site.page import MenuItem, Page
from spbe.site.pages.arsitektur.domain import catalogue_pages
from spbe.site.pages.perangkat_daerah.perangkat_daerah import office_pages


def plan(desk: Desk) -> tuple[list[Page], list[MenuItem]]:
    """The list of offices and their pages."""
    kind = KINDS[OFFICE]
    lists = catalogue_pages(desk, "perangkat_daerah/ikhtisar", kind, HOME)
    return [*lists, *office_pages(desk)], [MenuItem(_(kind.plural), catalogue_address(kind.slug))]
