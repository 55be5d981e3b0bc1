"""``/arsitektur/<domain>/<catatan>/dampak/``: all services that depend on one record."""

from __future__ import annotations

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.cells import office_cell
from spbe.site.components.impact_panel import stopping_address, way_of
from spbe.site.desk import Desk
from spbe.site.page import Page
from spbe.site.paging import paged
from spbe.site.table import Cell, Column, Row, Table, count


def record_impact_pages(desk: Desk, node: Node) -> list[Page]:
    """All services that depend on the record at ``node``."""
    name = desk.region.name(node)
    paths = desk.impact.all_ways(node, "layanan")
    columns = (
        Column(_("Layanan"), wide=True),
        Column(_("Perangkat daerah"), facet=True),
        Column(_("Langkah"), numeric=True),
        Column(_("Bergantung lewat"), wide=True, facet=False),
    )
    rows = tuple(
        Row(
            (
                Cell(desk.region.name(path.end), record_address(path.end)),
                office_cell(desk, desk.region.owner_id(desk.region.get(path.end))),
                count(path.distance),
                Cell(way_of(desk, path) or _("langsung")),
            )
        )
        for path in paths
    )
    caption = _("Layanan yang bergantung pada {nama}").format(nama=name)
    return paged(
        desk,
        "arsitektur/catatan_dampak",
        stopping_address(node),
        _("Dampak {nama}").format(nama=name),
        _("{n} layanan bergantung pada {nama}, langsung atau lewat catatan lain.").format(
            n=wording.number(len(paths)), nama=name
        ),
        parent=record_address(node),
        qualifier=_(KINDS[node.kind].singular),
        data=Table("layanan-terdampak", caption, columns, rows, tools=True),
        node=node,
        name=name,
    )
