"""``/arsitektur/rumah/<bacaan>/``: the house of the architecture, coloured by something else than the state."""

from __future__ import annotations

from spbe.catalogue.house_readings import READINGS, HouseReading
from spbe.i18n import gettext as _
from spbe.site.addresses import ARCHITECTURE_HOME
from spbe.site.components.house import House, reading_address
from spbe.site.components.house_file import has_records, shown_house
from spbe.site.components.house_groups import NAMES, QUESTIONS
from spbe.site.page import Page
from spbe.site.site_context import SiteContext
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturRumahBacaanContext:
    """The variables of ``pages/arsitektur/rumah/bacaan.html.j2``."""

    house: House = variable("rumah besar dalam satu bacaan (`House`)")


def pages(site: SiteContext) -> list[Page]:
    """A page for every reading but the first, which the overview shows; nothing where floors are empty."""
    if not has_records(site):
        return []
    return [_page(site, reading) for reading in READINGS[1:]]


def _page(site: SiteContext, reading: HouseReading) -> Page:
    house = shown_house(site, reading)
    return site.page(
        ArsitekturRumahBacaanContext,
        reading_address(reading),
        _("Rumah besar menurut {bacaan}").format(bacaan=_(NAMES[reading]).lower()),
        f"{_(QUESTIONS[reading])} {site.region.profil.nama}.",
        lambda: ArsitekturRumahBacaanContext(house=house.value),
        parent=ARCHITECTURE_HOME,
    )
