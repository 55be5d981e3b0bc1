"""``/arsitektur/<katalog>/<catatan>/dampak/``: all services that depend on one record."""

from __future__ import annotations

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.components.impact_panel import impact_address, way_of
from spbe.site.later import Later
from spbe.site.page import Page
from spbe.site.paging import LongTable, paged
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.site.table_cells import office_cell
from spbe.site.variables import template_context, variable


@template_context
class ArsitekturCatatanDampakContext:
    """The variables of ``pages/arsitektur/catatan_dampak.html.j2``."""

    data: Table = variable("tabel semua layanan yang bergantung (`Table`)")
    node: Node = variable("jenis dan ID catatan yang ditanyakan (`Node`)")
    name: str = variable("namanya")


def pages(site: SiteContext) -> list[Page]:
    """The pages of the records with a long list; it is cut on their own pages."""
    long = [node for node in site.impact.graph.nodes if node in site.impact.long_lists]
    return [page for node in long for page in _pages(site, node)]


def _pages(site: SiteContext, node: Node) -> list[Page]:
    """All services that depend on the record at ``node``."""
    name = site.region.name(node)
    number = site.impact.count(node, "layanan")
    return paged(
        site,
        ArsitekturCatatanDampakContext,
        impact_address(node),
        _("Dampak {nama}").format(nama=name),
        _("{n} layanan bergantung pada {nama}, langsung atau tidak langsung.").format(
            n=wording.number(number), nama=name
        ),
        LongTable("layanan-terdampak", number, Later(lambda: _table(site, node, name))),
        lambda data: ArsitekturCatatanDampakContext(data=data, node=node, name=name),
        parent=record_address(node),
        qualifier=_(KINDS[node.kind].singular),
    )


def _table(site: SiteContext, node: Node, name: str) -> Table:
    columns = (
        Column(_("Layanan"), wide=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Langkah"), numeric=True),
        Column(_("Bergantung lewat"), wide=True, facet=False),
    )
    rows = tuple(
        Row(
            (
                Cell(site.region.name(path.end), record_address(path.end)),
                office_cell(site, site.region.owner_id(site.region.get(path.end))),
                count(path.distance),
                Cell(way_of(site, path) or _("tanpa perantara")),
            )
        )
        for path in site.impact.all_ways(node, "layanan")
    )
    caption = _("Layanan yang bergantung pada {nama}").format(nama=name)
    return Table("layanan-terdampak", caption, columns, rows, tools=True)
