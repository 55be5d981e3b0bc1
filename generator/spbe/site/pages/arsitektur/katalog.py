"""``/arsitektur/<katalog>/``: the list of all records of a kind."""

from __future__ import annotations

from collections import Counter
from typing import Final

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, Kind, catalogued_kinds, kind_of
from spbe.model.layanan import Layanan
from spbe.model.record import KEADAAN
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address, record_address
from spbe.site.components.catalogue_table import catalogue, catalogue_description
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Table, narrowed
from spbe.site.variables import template_context, variable

MOST: Final = 60
"""At most so many services for residents stand above the table; where there are more, its facets lead to them."""


@template_context
class ArsitekturKatalogContext:
    """The variables of ``pages/arsitektur/katalog.html.j2``."""

    data: Table = variable("tabel semua catatan (`Table`)")
    residents: tuple[tuple[str, str], ...] = variable(
        "daftar (nama, alamat) layanan yang berjalan untuk masyarakat; kosong pada jenis lain, atau bila terlalu banyak"
    )
    states: list[tuple[str, int, str]] = variable(
        "daftar (nama keadaan, jumlah catatannya, alamat tabelnya yang tersaring); kosong bila semuanya sama"
    )


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
        lambda data: ArsitekturKatalogContext(
            data=data, residents=_residents(site, kind, data), states=_states(site, kind, data)
        ),
        parent=ARCHITECTURE_HOME,
        menu=_(kind.plural),
        menu_group=_("Katalog"),
    )


def _residents(site: SiteContext, kind: Kind, data: Table) -> tuple[tuple[str, str], ...]:
    """The services that residents come for, by name, above the table of all."""
    found = [
        (record.nama, record_address(node))
        for node, record in (site.region.of_class(Layanan) if kind.slug == kind_of(Layanan) and data.begins else ())
        if record.is_current and "masyarakat" in record.target
    ]
    return tuple(sorted(found, key=lambda one: one[0].casefold())) if len(found) <= MOST else ()


def _states(site: SiteContext, kind: Kind, data: Table) -> list[tuple[str, int, str]]:
    count = Counter(record.state for record in site.region.records[kind.slug].values())
    labels = {state: _(KEADAAN.label(state)) for state in KEADAAN.nilai if count[state]}
    address = catalogue_address(kind.slug)
    told = [(label, count[state], narrowed(address, _("Keadaan"), label, data.id)) for state, label in labels.items()]
    return told if len(told) > 1 else []
