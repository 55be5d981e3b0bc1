"""Cells that several tables share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spbe.model.kinds import OFFICE
from spbe.model.perangkat_daerah import PerangkatDaerah
from spbe.region import Node
from spbe.region.region import OwnedByOffice
from spbe.site.addresses import record_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, several


def office_cell(site: SiteContext, office: str | None, otherwise: str | None = None) -> Cell:
    """The short name of an office with a link to its page; ``otherwise`` or a dash where there is none."""
    record = site.region.office(office)
    if record is None:
        return Cell(office or otherwise or "–")
    return Cell(record.short_name, record_address(Node(OFFICE, record.id)), words=_full_names([record]))


def offices_cell(site: SiteContext, offices: Sequence[str]) -> Cell:
    """One office as :func:`office_cell` has it; of several the short names, each a value of its own for facets."""
    cells = [office_cell(site, office) for office in offices]
    if len(cells) == 1:
        return cells[0]
    return several([cell.text for cell in cells], " ".join(filter(None, (cell.words for cell in cells))))


def short_names_cell(offices: Iterable[PerangkatDaerah]) -> Cell:
    """The short names of ``offices`` as they come, each once and a value of its own for facets, without links."""
    known = {office.short_name: office for office in offices}
    return several(tuple(known), _full_names(known.values()))


def _full_names(offices: Iterable[PerangkatDaerah]) -> str:
    return " ".join(office.nama for office in offices if office.nama != office.short_name)


def owner_cell(site: SiteContext, record: OwnedByOffice | None) -> Cell:
    """Whose ``record`` is, or who answers for it: an office or somebody outside; a dash where it names nobody."""
    return (owner_told(site, record) if record else None) or Cell("–")


def owner_told(site: SiteContext, record: OwnedByOffice) -> Cell | None:
    """As :func:`owner_cell`; ``None`` where it names nobody."""
    outside: str | None = getattr(record, "pemilik_luar", None)
    return office_cell(site, record.perangkat_daerah, outside) if record.perangkat_daerah or outside else None
