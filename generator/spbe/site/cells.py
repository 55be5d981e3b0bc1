"""Cells that several tables share."""

from __future__ import annotations

from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.desk import Desk
from spbe.site.table import Cell


def office_cell(desk: Desk, office: str | None, otherwise: str | None = None) -> Cell:
    """The short name of an office with a link to its page; ``otherwise`` or a dash where there is none."""
    if office is None:
        return Cell(otherwise or "–")
    node = Node("perangkat-daerah", office)
    node = desk.region.renamed.get(node, node)
    record = desk.region.get(node)
    short = getattr(record, "singkatan", None)
    return Cell(short or desk.region.name(node), record_address(node) if record else None)
