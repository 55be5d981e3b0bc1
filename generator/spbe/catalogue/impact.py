"""What stops if something stops, and what it rests on: worked out once for the whole region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from spbe.catalogue.dependence import CARRIED, DOMAINS
from spbe.catalogue.graph import Graph, Steps, graph_of
from spbe.catalogue.reach import closure, nearest, way, ways_from
from spbe.model.kinds import KINDS, OFFICE
from spbe.region import Node, Region

FEW: Final = 4
"""So many more are told too, rather than counted as the rest."""

LONG_LISTS: Final = 60
LONG_ROWS: Final = 6_000
"""Of records on which more services depend than are told: how many have a list of all, and its rows together."""


@dataclass(frozen=True, slots=True)
class ImpactPath:
    """One way from a record that stops to one that stops with it.

    ``steps`` lead from the record that stops to the one that stops with it, both ends included, shortest way.

    In the direction of what a record rests on they lead from the record to what it needs.
    """

    steps: tuple[Node, ...]

    @property
    def end(self) -> Node:
        """The record at the far end."""
        return self.steps[-1]

    @property
    def between(self) -> tuple[Node, ...]:
        """The records on the way, from the far end back."""
        return self.steps[-2:0:-1]

    @property
    def distance(self) -> int:
        """How many steps: 1 is direct."""
        return len(self.steps) - 1


@dataclass(frozen=True, slots=True)
class Reached:
    """What one record reaches in one direction.

    ``counts``: kind to number of records, kinds without any left out; ``direct``: how many of them are direct, as
    :func:`_direct` has it (only told of what stops). ``nearest``: kind to the paths to the nearest
    ones, nearest first, as many as are told.
    """

    counts: Mapping[str, int]
    nearest: Mapping[str, tuple[ImpactPath, ...]]
    direct: Mapping[str, int] = field(default_factory=dict)

    def more(self, kind: str) -> int:
        """How many of ``kind`` are counted beyond those told with their paths."""
        return self.counts.get(kind, 0) - len(self.nearest.get(kind, ()))


class Impact:
    """Dependence in a region; ask by node. A node without part in it reaches nothing."""

    def __init__(self, graph: Graph, names: Callable[[Node], str]) -> None:
        self.graph = graph
        self._name = names
        self._ways: dict[tuple[str, bool], list[dict[int, int]]] = {}

    def __contains__(self, node: object) -> bool:
        """Whether ``node`` is a record of today that can stop or that something can stop."""
        return node in self.graph.position

    def dependents(self, node: Node) -> Reached:
        """What stops with the record at ``node``: records of the domains, and the offices that feel it."""
        return self._reached(node, self._dependents, (OFFICE, *DOMAINS), downward=False)

    def needs(self, node: Node) -> Reached:
        """What the record at ``node`` rests on."""
        return self._reached(node, self._needs, DOMAINS, downward=True)

    def count(self, node: Node, kind: str) -> int:
        """How many records of ``kind`` depend on the record at ``node``."""
        return self._count(node, kind, self._dependents)

    def count_needs(self, node: Node, kind: str) -> int:
        """How many records of ``kind`` the record at ``node`` rests on."""
        return self._count(node, kind, self._needs)

    def count_direct(self, node: Node, kind: str) -> int:
        """How many of them stop at once, by itself or with an application that it carries: see :func:`_direct`."""
        return self._count(node, kind, self._at_once)

    def is_direct(self, node: Node, other: Node) -> bool:
        """Whether ``other`` is among those."""
        return bool(self._at_once[self.graph.position[node]] >> self.graph.position[other] & 1)

    def depending_on_any(self, nodes: Iterable[Node], kind: str) -> int:
        """How many records of ``kind`` are among ``nodes`` or depend on one of them."""
        found = 0
        for number in (self.graph.position[node] for node in nodes if node in self):
            found |= self._dependents[number] | 1 << number
        return (found & self._kinds[kind]).bit_count()

    def all_ways(self, node: Node, kind: str) -> tuple[ImpactPath, ...]:
        """The path to every record of ``kind`` that depends on the record at ``node``, nearest first."""
        if node not in self:
            return ()
        graph = self.graph
        found = ways_from(graph.position[node], graph.needed_by)
        paths = (ImpactPath(tuple(graph.nodes[one] for one in path)) for path in found.values())
        return self._in_order(path for path in paths if path.end.kind == kind)

    @cached_property
    def long_lists(self) -> frozenset[Node]:
        """The records with so many services that a list of all of them is worth a page, most first."""
        long = []
        for node, found in zip(self.graph.nodes, self._dependents, strict=True):
            services = (found & self._kinds["layanan"]).bit_count()
            if node.kind != OFFICE and services > KINDS["layanan"].paths + FEW:
                long.append((-services, node))
        chosen: list[Node] = []
        rows = 0
        for services, node in sorted(long)[:LONG_LISTS]:
            rows -= services
            if rows > LONG_ROWS:
                break
            chosen.append(node)
        return frozenset(chosen)

    def undirected(self, node: Node) -> tuple[Node, ...]:
        """Applications that exchange something with it, in a direction that is not told: connected, not counted."""
        number = self.graph.position.get(node)
        return () if number is None else tuple(self.graph.undirected.get(number, ()))

    @cached_property
    def _dependents(self) -> list[int]:
        return closure(self.graph.needed_by)

    @cached_property
    def _at_once(self) -> list[int]:
        return _direct(self.graph)

    @cached_property
    def _needs(self) -> list[int]:
        return closure(self.graph.needs)

    @cached_property
    def _kinds(self) -> dict[str, int]:
        found = dict.fromkeys((OFFICE, *DOMAINS), 0)
        for number, node in enumerate(self.graph.nodes):
            found[node.kind] |= 1 << number
        return found

    def _count(self, node: Node, kind: str, reached: list[int]) -> int:
        number = self.graph.position.get(node)
        return 0 if number is None else (self._others(reached, number) & self._kinds[kind]).bit_count()

    @staticmethod
    def _others(reached: list[int], number: int) -> int:
        """What ``number`` reaches without itself, which a cycle leads back to."""
        return reached[number] & ~(1 << number)

    def _reached(self, node: Node, reached: list[int], kinds: tuple[str, ...], *, downward: bool) -> Reached:
        number = self.graph.position.get(node)
        if number is None:
            return Reached({}, {})
        found = self._others(reached, number)
        counts = {kind: n for kind in kinds if (n := (found & self._kinds[kind]).bit_count())}
        paths = {kind: self._paths(number, kind, downward=downward) for kind in counts}
        direct = {} if downward else {kind: self.count_direct(node, kind) for kind in counts}
        return Reached(counts, paths, direct)

    def _paths(self, number: int, kind: str, *, downward: bool) -> tuple[ImpactPath, ...]:
        graph = self.graph
        limit = KINDS[kind].paths
        if (kind, downward) not in self._ways:
            back: Steps = graph.needed_by if downward else graph.needs
            ends = [one for one, node in enumerate(graph.nodes) if node.kind == kind]
            # Two more: a record is an end of its own, and one end too many says that there are others.
            self._ways[kind, downward] = nearest(back, ends, limit + FEW + 2)
        known = self._ways[kind, downward]
        paths = (way(known, number, end) for end in known[number] if end != number)
        told = self._in_order(ImpactPath(tuple(graph.nodes[one] for one in path)) for path in paths)
        return told if len(told) <= limit + FEW else told[:limit]

    def _in_order(self, paths: Iterator[ImpactPath]) -> tuple[ImpactPath, ...]:
        return tuple(sorted(paths, key=lambda path: (path.distance, self._name(path.end).casefold(), path.end)))


def _direct(graph: Graph) -> list[int]:
    """For each node what stops at once with it, as bits.

    That is what needs it, and what needs an application that runs on it or reads it. Infrastructure counts with all
    that stands on it: a data centre carries what its servers carry. Exchanges between applications lead farther.
    """
    size = len(graph.nodes)
    kinds = [node.kind for node in graph.nodes]

    def carries(one: int, other: int) -> bool:
        return kinds[other] in CARRIED.get(kinds[one], ())

    # Every node stands here twice: as one that is carried and leads on, and as an end.
    steps = [
        [other if carries(one, other) else other + size for other in others]
        for one, others in enumerate(graph.needed_by)
    ]
    steps.extend([] for _end in graph.nodes)
    itself = (1 << size) - 1
    return [found & itself | found >> size for found in closure(steps)[:size]]


def impact_of(region: Region) -> Impact:
    """What stops with what in ``region``, an edition's own: worked out once, then only asked."""
    return Impact(graph_of(region), region.name)
