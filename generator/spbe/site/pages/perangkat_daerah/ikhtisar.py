"""``/perangkat-daerah/``: all offices, beside one another."""

from __future__ import annotations

from dataclasses import replace

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.site.addresses import OFFICES
from spbe.site.components.catalogue_table import catalogue, catalogue_description
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.pages.perangkat_daerah.office_comparison import (
    FilledFields,
    OpenWork,
    compared,
    filled,
    where_most_is_open,
)
from spbe.site.paging import paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Table
from spbe.site.variables import template_context, variable


@template_context
class PerangkatDaerahContext:
    """The variables of ``pages/perangkat_daerah/ikhtisar.html.j2``."""

    data: Table = variable("tabel semua perangkat daerah (`Table`), dengan yang dibandingkan lebih dahulu")
    most_open: tuple[OpenWork, ...] = variable("di mana yang terbuka paling banyak (`OpenWork`); kosong bagi publik")
    filled: FilledFields | None = variable(
        "berapa yang terisi, dan di mana paling sedikit (`FilledFields`); pada halaman pertama"
    )


def pages(site: SiteContext) -> list[Page]:
    """The list of offices."""
    kind = KINDS[OFFICE]
    listed = catalogue(site, kind)
    records = site.region.records[OFFICE]
    offices = sorted(records, key=lambda one: records[one].nama.casefold())
    return paged(
        site,
        PerangkatDaerahContext,
        OFFICES,
        _(kind.plural),
        catalogue_description(site, kind),
        replace(listed, made=Later(lambda: compared(site, listed.made.value, offices))),
        lambda data: PerangkatDaerahContext(
            data=data,
            most_open=where_most_is_open(site) if data.begins else (),
            filled=filled(site, offices) if data.begins else None,
        ),
        menu=_(kind.plural),
    )
