"""``/arsitektur/<katalog>/``: the list of all records of a kind."""

from __future__ import annotations

from collections import Counter

from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, Kind, catalogued_kinds
from spbe.model.record import KEADAAN
from spbe.site.addresses import ARCHITECTURE_HOME, catalogue_address
from spbe.site.components.catalogue_table import catalogue, catalogue_description
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Table, narrowed
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturKatalogContext:
    """The variables of ``pages/arsitektur/katalog.html.j2``."""

    data: Table = variable("tabel semua catatan (`Table`)")
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
        lambda data: ArsitekturKatalogContext(data=data, states=_states(site, kind, data)),
        parent=ARCHITECTURE_HOME,
        menu=_(kind.plural),
        menu_group=_("Katalog"),
    )


def _states(site: SiteContext, kind: Kind, data: Table) -> list[tuple[str, int, str]]:
    count = Counter(record.state for record in site.region.records[kind.slug].values())
    labels = {state: _(KEADAAN.label(state)) for state in KEADAAN.nilai if count[state]}
    address = catalogue_address(kind.slug)
    told = [(label, count[state], narrowed(address, _("Keadaan"), label, data.id)) for state, label in labels.items()]
    return told if len(told) > 1 else []
