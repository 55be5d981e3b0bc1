"""The relations of one record in both directions, grouped by their names."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spbe.model.kinds import KINDS
from spbe.model.record import CURRENT, PLANNED
from spbe.region import Node, Region


@dataclass(frozen=True)
class Neighbour:
    """A record at the other end; ``planned`` when only a coming version names it.

    ``state`` is ``rencana`` for what is planned, the record or the relation to it, or ``dihentikan``, else empty.
    """

    node: Node
    name: str
    planned: bool = False
    state: str = ""


@dataclass(frozen=True)
class NeighbourGroup:
    """All neighbours of one kind under one name of relation."""

    name: str
    kind: str
    neighbours: tuple[Neighbour, ...]

    @property
    def kind_label(self) -> str:
        """What the records at the other end are, in Indonesian."""
        return KINDS[self.kind].plural


HEAD = frozenset({"perangkat_daerah"})
"""Relations that a record's page tells in its head and not again among the others."""


def groups_of(region: Region, node: Node, head: AbstractSet[str] = HEAD) -> tuple[NeighbourGroup, ...]:
    """The relations of ``node`` to other records, those that it names itself first, without those in ``head``.

    One name of relation may lead to records of several kinds; those groups stand together.
    """
    found: dict[tuple[str, str], dict[Node, Neighbour]] = {}
    for name, other, relation in region.relations.of(node):
        told_above = relation.source == node and relation.field in head
        if other.kind in region.records and not told_above:
            neighbours = found.setdefault((name, other.kind), {})
            known = neighbours.get(other)
            if known is None or (known.planned and not relation.planned):
                neighbours[other] = _neighbour(region, other, planned=relation.planned)
    groups = [
        NeighbourGroup(
            name,
            kind,
            tuple(sorted(neighbours.values(), key=lambda neighbour: (neighbour.name.casefold(), neighbour.node))),
        )
        for (name, kind), neighbours in found.items()
    ]
    told = list(dict.fromkeys(group.name for group in groups))
    kinds = list(KINDS)
    groups.sort(key=lambda group: (told.index(group.name), kinds.index(group.kind)))
    return tuple(groups)


def _neighbour(region: Region, node: Node, *, planned: bool) -> Neighbour:
    record = region.get(node)
    state = record.state if record else CURRENT
    if state == CURRENT:
        state = PLANNED if planned else ""
    return Neighbour(node, region.name(node), planned, state)
