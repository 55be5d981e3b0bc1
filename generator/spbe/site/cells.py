"""Cells that several tables share."""

from __future__ import annotations

from spbe.model.record import Entri
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.desk import Desk
from spbe.site.table import Cell


def office_cell(desk: Desk, office: str | None, otherwise: str | None = None) -> Cell:
    """The short name of an office with a link to its page; ``otherwise`` or a dash where there is none."""
    if office is None:
        return Cell(otherwise or "–")
    node = Node("perangkat-daerah", office)
    node = desk.region.present(node)
    record = desk.region.get(node)
    short = getattr(record, "singkatan", None)
    return Cell(short or desk.region.name(node), record_address(node) if record else None)


def owner_told(desk: Desk, record: Entri) -> Cell | None:
    """Whose ``record`` is: an office or somebody outside; ``None`` where it names nobody."""
    if record.perangkat_daerah:
        return office_cell(desk, record.perangkat_daerah)
    outside: str | None = getattr(record, "pemilik_luar", None)
    return Cell(outside) if outside else None
