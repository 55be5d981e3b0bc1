"""The house of a region's architecture ("rumah besar"): its domains as floors, every record at its place in the codes.

A record stands once, at the first code of its domain that it names. Codes are joined at the deepest level of the
reference architecture whose list still fits on a floor, so a floor reads like a plan and not like a register.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spbe.catalogue.coverage import codes_of
from spbe.model.kinds import KINDS
from spbe.region import Node, Region
from spbe.standards.reference import ReferenceArchitecture, ReferenceDomain, ReferenceNode

MANY_CODES: Final = 10
"""A floor is divided by the deepest level that has at most so many codes."""

MANY_RECORDS: Final = 300
"""On a floor with more records than this they are counted by code, not shown one by one."""


@dataclass(frozen=True, slots=True)
class FloorSection:
    """The records at ``code`` or below it, by name; without a code of the domain where it is ``None``."""

    code: ReferenceNode | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Floor:
    """One domain, in the order of its codes; records without a code come last."""

    domain: ReferenceDomain
    sections: tuple[FloorSection, ...]

    @property
    def kind(self) -> str:
        """The kind of its records."""
        return self.domain.jenis

    @property
    def size(self) -> int:
        """How many records it holds."""
        return sum(len(section.nodes) for section in self.sections)

    @property
    def is_crowded(self) -> bool:
        """Whether its records are to be counted rather than shown."""
        return self.size > MANY_RECORDS


def floors_of(region: Region) -> tuple[Floor, ...]:
    """A floor for each domain of the reference architecture, from services down, also where it holds nothing yet."""
    domains = region.reference.domains.values()
    ordered = sorted(domains, key=lambda domain: KINDS[domain.jenis].home or len(KINDS))
    return tuple(_floor(region, domain) for domain in ordered)


def _floor(region: Region, domain: ReferenceDomain) -> Floor:
    level = _level(region.reference, domain.kode)
    held: dict[str, list[Node]] = {}
    records = region.records[domain.jenis]
    for name, record in sorted(records.items(), key=lambda item: (item[1].nama.casefold(), item[0])):
        codes = codes_of(region, domain.kode, record)
        line = region.reference.line(codes[0])[:level] if codes else ()
        held.setdefault(line[-1].kode if line else "", []).append(Node(domain.jenis, name))
    without = held.pop("", None)
    sections = [FloorSection(node, tuple(held[code])) for code, node in region.reference.nodes.items() if code in held]
    if without:
        sections.append(FloorSection(None, tuple(without)))
    return Floor(domain, tuple(sections))


def _level(reference: ReferenceArchitecture, domain: str) -> int:
    """The deepest level with few codes; the first where even that has many."""
    level, codes = 1, reference.children(domain)
    while True:
        codes = tuple(child for node in codes for child in reference.children(node.kode) if child.status != "daerah")
        if not codes or len(codes) > MANY_CODES:
            return level
        level += 1
