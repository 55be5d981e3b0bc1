"""``/perangkat-daerah/``: the list of all offices."""

from __future__ import annotations

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.site.addresses import OFFICES
from spbe.site.components.catalogue_table import catalogue, catalogue_description
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Table
from spbe.site.variables import template_context, variable


@template_context
class PerangkatDaerahContext:
    """The variables of ``pages/perangkat_daerah/ikhtisar.html.j2``."""

    data: Table = variable("tabel semua perangkat daerah (`Table`)")


def pages(site: SiteContext) -> list[Page]:
    """The list of offices."""
    kind = KINDS[OFFICE]
    return paged(
        site,
        PerangkatDaerahContext,
        OFFICES,
        _(kind.plural),
        catalogue_description(site, kind),
        catalogue(site, kind),
        lambda data: PerangkatDaerahContext(data=data),
        menu=_(kind.plural),
    )
