"""The graph of dependence among today's records: who needs whom, as numbers, with what may be missing in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from spbe.catalogue.dependence import DOMAINS, OFFICE, RULES, Rule, feels, names_that_tell
from spbe.catalogue.seen import Lost, Visible
from spbe.model.aplikasi import Aplikasi
from spbe.model.record import Entri, Record
from spbe.region import Node, Region, Relation

Steps = tuple[tuple[int, ...], ...]
"""For each node the nodes that one step leads to, in ascending order."""


@dataclass(frozen=True)
class Graph:
    """``nodes`` are the records of today in reading order, offices first; everything else speaks of their positions.

    ``needs`` and ``needed_by`` are the same steps from both ends; an office needs what it owns or uses.
    ``undirected`` names applications that exchange something with the node in a direction nobody told.
    ``lost_dependents`` and ``lost_needs`` are nodes with a relation to a hidden record; ``blind_dependents`` and
    ``blind_needs`` those whose relations stand in fields that this edition does not show. Sets are bits.
    """

    nodes: tuple[Node, ...]
    needs: Steps
    needed_by: Steps
    undirected: Mapping[int, tuple[Node, ...]]
    lost_dependents: int = 0
    lost_needs: int = 0
    blind_dependents: int = 0
    blind_needs: int = 0
    position: Mapping[Node, int] = field(default_factory=dict)


def graph_of(region: Region, lost: Lost, visible: Visible) -> Graph:
    """The graph of ``region``, which is what ``lost`` and ``visible`` say an edition left of it."""
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
        *_cut(nodes, lost),
        *_blind(region, nodes, visible),
        position,
    )


def _nodes(region: Region) -> Iterator[Node]:
    for kind in (OFFICE, *DOMAINS):
        for name, record in region.records[kind].items():
            if isinstance(record, Record) and record.keadaan == "saat-ini":
                yield Node(kind, name)


def _steps(region: Region, relation: Relation, source: int, target: int) -> Iterator[tuple[int, int]]:
    """The pairs (who needs, who is needed) that one relation means."""
    kind = relation.source.kind
    if relation.target.kind == OFFICE:
        if kind != OFFICE and feels(kind, relation.field):
            yield target, source
        return
    jenis = getattr(region.get(relation.source), "jenis", None) if kind == "infrastruktur" else None
    for rule in _rules(kind, relation.field, relation.target.kind, jenis):
        if rule.dependent == "source":
            yield source, target
        elif rule.dependent == "target":
            yield target, source


def _rules(kind: str, name: str, other: str | None, jenis: str | None) -> Iterator[Rule]:
    for rule in _BY_FIELD.get((kind, name), ()):
        if (other is None or rule.other == other) and rule.holds_for(jenis):
            yield rule


_BY_FIELD: dict[tuple[str, str], tuple[Rule, ...]] = {
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


def _cut(nodes: tuple[Node, ...], lost: Lost) -> tuple[int, int]:
    dependents = needs = 0
    for number, node in enumerate(nodes):
        names = lost(node) if node.kind != OFFICE else ()
        if names:
            above, below = names_that_tell(node.kind)
            dependents |= bool(above & names) << number
            needs |= bool(below & names) << number
    return dependents, needs


def _blind(region: Region, nodes: tuple[Node, ...], visible: Visible) -> tuple[int, int]:
    """Who may have more relations in fields that are not shown: told by the classes of fields, not by what is in them.

    The record that a hidden field names can be any of its kind.
    """
    dependents = needs = 0
    needed: set[str] = set()
    needing: set[str] = set()
    for number, node in enumerate(nodes):
        record = region.get(node)
        if record is None or node.kind == OFFICE:
            continue
        shown = visible(node, record)
        for rule in _rules_of(node.kind, record):
            if rule.field in shown:
                continue
            if rule.dependent != "target":
                needs |= 1 << number
                needed.add(rule.other)
            if rule.dependent != "source":
                dependents |= 1 << number
                needing.add(rule.other)
    for number, node in enumerate(nodes):
        dependents |= (node.kind in needed) << number
        needs |= (node.kind in needing) << number
    return dependents, needs


def _rules_of(kind: str, record: Entri) -> Iterator[Rule]:
    jenis = getattr(record, "jenis", None) if kind == "infrastruktur" else None
    for rule in RULES:
        if rule.kind == kind and rule.field in type(record).model_fields and rule.holds_for(jenis):
            yield rule
