"""What stands around one record in the six domains: its neighbours, and where a domain has none, theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from spbe.catalogue.relation_groups import NeighbourGroup
from spbe.model.kinds import KINDS
from spbe.region import Node, Region

SHOWN: Final = 5
"""Neighbours told of one domain."""

LOOKED_AT: Final = 200
"""Relations of one neighbour that are looked at for what lies beyond it: a hub would cost as much as a region."""

_SUCCESSION: Final = frozenset({"Menggantikan", "Digantikan oleh"})


@dataclass(frozen=True, slots=True)
class NearbyRecord:
    """A record near another; ``via`` is the direct neighbour between them; ``state`` is not ``saat-ini`` if told."""

    node: Node
    name: str
    state: str = ""
    via: Node | None = None
    via_name: str = ""


@dataclass(frozen=True, slots=True)
class DomainNeighbourhood:
    """What is near in one domain. ``more`` direct ones are not told; ``further``: of indirect ones there are more."""

    kind: str
    near: tuple[NearbyRecord, ...] = ()
    more: int = 0
    further: bool = False


def domain_neighbourhoods(
    region: Region, node: Node, groups: Iterable[NeighbourGroup]
) -> tuple[DomainNeighbourhood, ...]:
    """The lanes around the record at ``node``, whose relations are ``groups``; plans are left aside."""
    direct: dict[str, dict[Node, NearbyRecord]] = {kind: {} for kind in _lanes()}
    for group in groups:
        if group.kind in direct and group.name not in _SUCCESSION:
            for one in group.neighbours:
                if not one.planned:
                    direct[group.kind].setdefault(one.node, _near(region, one.node))
    told: dict[str, tuple[NearbyRecord, ...]] = {
        kind: tuple(sorted(found.values(), key=lambda one: bool(one.state))[:SHOWN]) for kind, found in direct.items()
    }
    beyond = _beyond(region, node, told)
    domains = []
    for kind, near in told.items():
        if near:
            domains.append(DomainNeighbourhood(kind, near, more=len(direct[kind]) - len(near)))
        else:
            found = beyond.get(kind, [])
            domains.append(DomainNeighbourhood(kind, tuple(found[:SHOWN]), further=len(found) > SHOWN))
    return tuple(domains)


def _lanes() -> tuple[str, ...]:
    return tuple(slug for slug, kind in KINDS.items() if kind.has_lane)


def _near(region: Region, node: Node, via: NearbyRecord | None = None) -> NearbyRecord:
    record = region.get(node)
    between = (via.node, via.name) if via else (None, "")
    return NearbyRecord(node, region.name(node), "" if record is None or record.is_current else record.state, *between)


def _beyond(region: Region, start: Node, told: dict[str, tuple[NearbyRecord, ...]]) -> dict[str, list[NearbyRecord]]:
    """The neighbours of the told neighbours in domains that have no neighbour, one more of each than is told."""
    wanted = {kind for kind, found in told.items() if not found and kind != start.kind}
    found: dict[str, dict[Node, NearbyRecord]] = {kind: {} for kind in wanted}
    # In the order of the lanes: a security record beside it, the last, says little about the rest.
    between = (one for near in told.values() for one in near if not one.state)
    for via in between:
        for name, other, relation in islice(region.relations.of(via.node), LOOKED_AT):
            if other.kind not in wanted or relation.planned or name in _SUCCESSION or other == start:
                continue
            near = _near(region, other, via)
            if not near.state and len(found[other.kind]) <= SHOWN:
                found[other.kind].setdefault(other, near)
    return {kind: list(ones.values()) for kind, ones in found.items()}
