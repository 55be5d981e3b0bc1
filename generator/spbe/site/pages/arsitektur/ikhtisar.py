"""``/arsitektur/``: the overview of the architecture: the house of all records, and the views over all of them."""

from __future__ import annotations

from spbe.catalogue.house_readings import READINGS
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, Kind, catalogued_kinds
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address
from spbe.site.components.house import House
from spbe.site.components.house_file import shown_house
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturContext:
    """The variables of ``pages/arsitektur/ikhtisar.html.j2``."""

    house: House = variable("rumah besar menurut keadaan (`House`)")
    others: list[tuple[Kind, int, str]] = variable(
        "daftar (jenis catatan `Kind`, jumlahnya, alamat katalognya) yang tidak termasuk domain arsitektur"
    )
    views: list[tuple[str, str, str]] = variable("daftar (judul, keterangan, alamat) pandangan lintas domain")


def pages(site: SiteContext) -> list[Page]:
    """The house of the six domains, and the views over all of them."""
    numbers = {kind: len(site.region.records[kind]) for kind in catalogued_kinds()}
    house = shown_house(site, READINGS[0])
    page = site.page(
        ArsitekturContext,
        ARCHITECTURE_HOME,
        _("Arsitektur"),
        _("Enam domain arsitektur {nama}: jumlah catatan dan katalognya.").format(nama=site.region.profil.nama),
        lambda: ArsitekturContext(
            house=house.value,
            others=[
                (KINDS[kind], number, catalogue_address(kind))
                for kind, number in numbers.items()
                if KINDS[kind].domain is None
            ],
            views=_views(site),
        ),
        menu=_("Arsitektur"),
    )
    return [page]


def _views(site: SiteContext) -> list[tuple[str, str, str]]:
    catalogues = {catalogue_address(kind) for kind in catalogued_kinds()}
    below = (page for page in site.pages_below(ARCHITECTURE_HOME) if page.menu and page.address not in catalogues)
    return [(page.title, page.description, page.address) for page in below]
