"""The graph of dependence among today's records: who needs whom, as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spbe.catalogue.dependence import DOMAINS, RULES, DependenceRule, feels
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import OFFICE
from spbe.model.record import Record
from spbe.region import Node, Region, Relation

Steps = tuple[tuple[int, ...], ...]
"""For each node the nodes that one step leads to, in ascending order."""


@dataclass(frozen=True)
class Graph:
    """The records of today and who depends on whom, as numbers.

    ``nodes`` are the records of today in reading order, offices first; everything else speaks of their positions.

    ``needs`` and ``needed_by`` are the same steps from both ends; an office needs what it owns or uses.
    ``undirected`` names applications that exchange something with the node in a direction nobody told.
    """

    nodes: tuple[Node, ...]
    needs: Steps
    needed_by: Steps
    undirected: Mapping[int, tuple[Node, ...]]
    position: Mapping[Node, int] = field(default_factory=dict)


def graph_of(region: Region) -> Graph:
    """Who needs whom among the records of today; planned relations and records are no part of it."""
    nodes = tuple(_nodes(region))
    position = {node: number for number, node in enumerate(nodes)}
    needs: list[set[int]] = [set() for _ in nodes]
    undirected: dict[int, dict[Node, None]] = {}
    for node, number in position.items():
        for relation in region.relations.outgoing.get(node, ()):
            other = position.get(relation.target)
            if other is None or relation.planned:
                continue
            for one, needed in _steps(region, relation, number, other):
                needs[one].add(needed)
        for one, partner, arah in _exchanges(region, node, position):
            if arah is None:
                undirected.setdefault(number, {})[nodes[partner]] = None
                undirected.setdefault(partner, {})[node] = None
            if arah in {"mengirim", "dua-arah"}:
                needs[partner].add(one)
            if arah in {"menerima", "dua-arah"}:
                needs[one].add(partner)
    needed_by: list[list[int]] = [[] for _ in nodes]
    for number, found in enumerate(needs):
        for needed in sorted(found):
            needed_by[needed].append(number)
    return Graph(
        nodes,
        tuple(tuple(sorted(found)) for found in needs),
        tuple(map(tuple, needed_by)),
        {number: tuple(sorted(partners)) for number, partners in undirected.items()},
        position,
    )


def _nodes(region: Region) -> Iterator[Node]:
    for kind in (OFFICE, *DOMAINS):
        for name, record in region.records[kind].items():
            if isinstance(record, Record) and record.is_current:
                yield Node(kind, name)


def _steps(region: Region, relation: Relation, source: int, target: int) -> Iterator[tuple[int, int]]:
    """The pairs (who needs, who is needed) that one relation means."""
    kind = relation.source.kind
    if relation.target.kind == OFFICE:
        if kind != OFFICE and feels(kind, relation.field):
            yield target, source
        return
    jenis = getattr(region.get(relation.source), "jenis", None)
    for rule in _rules(kind, relation.field, relation.target.kind, jenis):
        if rule.dependent == "source":
            yield source, target
        elif rule.dependent == "target":
            yield target, source


def _rules(kind: str, name: str, other: str | None, jenis: str | None) -> Iterator[DependenceRule]:
    for rule in _BY_FIELD.get((kind, name), ()):
        if (other is None or rule.other == other) and rule.holds_for(jenis):
            yield rule


_BY_FIELD: dict[tuple[str, str], tuple[DependenceRule, ...]] = {
    (rule.kind, rule.field): tuple(one for one in RULES if (one.kind, one.field) == (rule.kind, rule.field))
    for rule in RULES
}


def _exchanges(region: Region, node: Node, position: Mapping[Node, int]) -> Iterator[tuple[int, int, str | None]]:
    """This application, its partner, and the direction as told from here; a relation itself does not know it."""
    record = region.get(node)
    for exchange in record.integrasi if isinstance(record, Aplikasi) else ():
        partner = Node("aplikasi", exchange.aplikasi)
        other = position.get(region.present(partner))
        if other is not None and other != position[node]:
            yield position[node], other, exchange.arah
