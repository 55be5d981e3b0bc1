"""How far the records of a domain fill its reference: the tree of codes with what stands at each of them.

Codes are those of the reference architecture (Perpres 132/2022) and a region's own below them. A code without
records is no fault: regions need not do everything, and nobody may have got to it yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spbe.catalogue.quality import review_of
from spbe.catalogue.today import naming
from spbe.model.aplikasi import Aplikasi
from spbe.model.record import CURRENT, PLANNED, Record
from spbe.region import Node, Region
from spbe.standards.reference import ReferenceDomain, ReferenceNode

Sharing = Literal["satu", "catatan", "perangkat-daerah"]
"""At most one record of today at a code; several of one office; several of several offices."""

_ORDER: tuple[Sharing, ...] = ("satu", "catatan", "perangkat-daerah")


@dataclass(frozen=True, slots=True)
class Figures:
    """Of some records: ``today`` and ``coming`` (planned) ones; of those of today the rest.

    ``stale`` ones were not reviewed within a year; ``offices`` own them; ``applications`` of today serve them, where
    they are services, and ``application_offices`` own those.
    """

    today: int
    coming: int
    stale: int
    offices: int
    applications: int
    application_offices: int

    @property
    def sharing(self) -> Sharing:
        """Whether several records or several offices meet here."""
        if max(self.offices, self.application_offices) > 1:
            return "perangkat-daerah"
        return "catatan" if max(self.today, self.applications) > 1 else "satu"


@dataclass(frozen=True, slots=True)
class Tile:
    """One code. ``own`` are all records that name the code itself, by name, and ``direct`` their figures.

    ``whole`` are the figures of the code and all below it, each record once. A code that nobody could verify is there
    only where records have it. ``sharing`` is the strongest at any
    single code here or below, ``shared`` counts the codes at which several offices meet.
    """

    node: ReferenceNode
    own: tuple[Node, ...]
    direct: Figures
    whole: Figures
    sharing: Sharing
    shared: int
    children: tuple[Tile, ...]

    def walk(self) -> Iterator[Tile]:
        """This tile and all below it, parents before children."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Depth:
    """One level of the national list: how many ``codes`` it has and how many of them have records of today."""

    level: int
    label: str
    codes: int
    covered: int


@dataclass(frozen=True)
class Coverage:
    """The map of one domain; ``without`` are the records without a code of the domain, by name.

    ``without_today`` is how many of them are of today, as everything is that ``whole`` counts.
    ``levels`` are those of which the national list is complete. ``whole`` are the figures of all with a code.
    """

    domain: ReferenceDomain
    tiles: tuple[Tile, ...]
    without: tuple[Node, ...]
    levels: tuple[Depth, ...]
    whole: Figures
    without_today: int

    @property
    def shared(self) -> int:
        """The codes at which several offices meet."""
        return sum(tile.shared for tile in self.tiles)

    def walk(self) -> Iterator[Tile]:
        """Every tile, parents before children."""
        for tile in self.tiles:
            yield from tile.walk()


def coverage(region: Region, domain: str) -> Coverage:
    """The map of ``domain`` (``RAB`` … ``RAK``), of records of today unless a figure says otherwise."""
    reference = region.reference
    kind = reference.domains[domain].jenis
    held: dict[str, list[Node]] = {}
    without, without_today = [], 0
    for name, record in sorted(region.records[kind].items(), key=lambda item: (item[1].nama.casefold(), item[0])):
        codes = codes_of(region, domain, record)
        for code in codes:
            held.setdefault(code, []).append(Node(kind, name))
        if not codes and isinstance(record, Record):
            without.append(Node(kind, name))
            without_today += record.is_current
    facts = {
        node: _facts(region, node, found)
        for nodes in held.values()
        for node in nodes
        if isinstance(found := region.get(node), Record)
    }
    made = [_tile(region, held, facts, node) for node in reference.children(domain)]
    tiles = tuple(tile for tile, _below in made)
    everything = frozenset[Node]().union(*(below for _tile, below in made))
    deepest = reference.domains[domain].lengkap
    levels = tuple(_depth(reference.domains[domain], tiles, level) for level in range(1, deepest + 1))
    whole = _figures(region, [facts[node] for node in everything])
    return Coverage(reference.domains[domain], tiles, tuple(without), levels, whole, without_today)


def codes_of(region: Region, domain: str, record: object) -> tuple[str, ...]:
    """The codes of ``domain`` that ``record`` names and that exist, each once."""
    named = record.referensi if isinstance(record, Record) else ()
    return tuple(dict.fromkeys(code for code in named if code[:3] == domain and code in region.reference.nodes))


@dataclass(frozen=True, slots=True)
class _Facts:
    state: str
    stale: bool
    owner: str | None
    applications: tuple[Node, ...]


def _facts(region: Region, node: Node, record: Record) -> _Facts:
    serving = naming(region, node, Aplikasi, "layanan")
    return _Facts(record.keadaan, review_of(record, region.date) != "baru", region.owner_id(record), serving)


def _tile(
    region: Region, held: dict[str, list[Node]], facts: dict[Node, _Facts], node: ReferenceNode
) -> tuple[Tile, frozenset[Node]]:
    """The tile of ``node`` and every record at or below it."""
    made = [_tile(region, held, facts, child) for child in region.reference.children(node.kode)]
    children = [(tile, below) for tile, below in made if tile.node.is_verified or below]
    own = tuple(held.get(node.kode, ()))
    everything = frozenset(own).union(*(below for _tile, below in children))
    direct = _figures(region, [facts[one] for one in own])
    shared = (direct.sharing == "perangkat-daerah") + sum(child.shared for child, _below in children)
    return Tile(
        node=node,
        own=own,
        direct=direct,
        whole=_figures(region, [facts[one] for one in everything]) if children else direct,
        sharing=max((direct.sharing, *(child.sharing for child, _below in children)), key=_ORDER.index),
        shared=shared,
        children=tuple(child for child, _below in children),
    ), everything


def _figures(region: Region, found: list[_Facts]) -> Figures:
    today = [fact for fact in found if fact.state == CURRENT]
    applications = {application for fact in today for application in fact.applications}
    return Figures(
        today=len(today),
        coming=sum(fact.state == PLANNED for fact in found),
        stale=sum(fact.stale for fact in today),
        offices=len({fact.owner for fact in today} - {None}),
        applications=len(applications),
        application_offices=len({region.owner_id(region.get(one)) for one in applications} - {None}),
    )


def _depth(domain: ReferenceDomain, tiles: tuple[Tile, ...], level: int) -> Depth:
    found = [one for tile in tiles for one in tile.walk() if one.node.tingkat == level and one.node.status != "daerah"]
    return Depth(level, domain.label.get(level, ""), len(found), sum(tile.whole.today > 0 for tile in found))
