"""``/arsitektur/<katalog>/``: the list of all records of a kind."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, Kind, catalogued_kinds
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address
from spbe.site.components.catalogue_table import catalogue, catalogue_description
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Table
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturKatalogContext:
    """The variables of ``pages/arsitektur/katalog.html.j2``."""

    data: Table = variable("tabel semua catatan (`Table`)")


def pages(site: SiteContext) -> list[Page]:
    """The catalogue of every kind that has one below ``/arsitektur/``."""
    return [page for kind in catalogued_kinds() for page in _pages(site, KINDS[kind])]


def _pages(site: SiteContext, kind: Kind) -> list[Page]:
    return paged(
        site,
        ArsitekturKatalogContext,
        catalogue_address(kind.slug),
        _(kind.plural),
        catalogue_description(site, kind),
        catalogue(site, kind),
        lambda data: ArsitekturKatalogContext(data=data),
        parent=ARCHITECTURE_HOME,
        menu=_(kind.plural),
        menu_group=_("Katalog"),
    )
