"""Likely duplicates: applications for the same end, found near-linearly and never without a reason.

Who is compared stands in :mod:`spbe.catalogue.candidates`, what speaks for and against in
:mod:`spbe.catalogue.similarity`; here pairs become groups, and groups get their place: which
of their applications exists to be shared, what is already planned, what looks like the one to keep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from spbe.catalogue.candidates import Candidate, candidates, rivals
from spbe.catalogue.similarity import WEAK, ApplicationPair, compare
from spbe.model.peta_rencana import PetaRencana
from spbe.region import Node, Region

Confidence = Literal["kuat", "sedang", "lemah"]

STRONG: Final = 70
MIDDLE: Final = 45

Sort = Literal["catatan-ganda", "berbagi-pakai", "serupa"]
"""One shared application recorded more than once; local ones beside a shared one; local ones beside each other."""


@dataclass(frozen=True)
class OverlapGroup:
    """Applications that may be for the same end.

    ``members`` begin with the ``base``, the one to keep as it seems; ``shared`` are those made to be shared.
    ``closest`` gives for every other member the pair that ties it to the group, to the base if it can. ``settled`` are
    pairs ``(new, old)`` of which one replaces the other; ``plans`` are items of the roadmap that change a member,
    proposed ones too.
    """

    id: str
    sort: Sort
    members: tuple[Node, ...]
    shared: tuple[Node, ...]
    closest: tuple[tuple[Node, ApplicationPair], ...]
    settled: tuple[tuple[Node, Node], ...]
    plans: tuple[Node, ...]
    points: int

    @property
    def base(self) -> Node:
        """The shared application, else the one with most users and services."""
        return self.members[0]

    @property
    def confidence(self) -> Confidence:
        """The points of the best pair in words."""
        return "kuat" if self.points >= STRONG else "sedang" if self.points >= MIDDLE else "lemah"

    @property
    def is_settled(self) -> bool:
        """Whether every other member replaces or is replaced by one of the group."""
        return len({node for pair in self.settled for node in pair}) == len(self.members)


@dataclass(frozen=True)
class Overlap:
    """Every group of applications that likely do the same.

    ``groups``, the most certain first and those already settled last; ``compared`` pairs of ``applications``.
    """

    groups: tuple[OverlapGroup, ...]
    applications: int
    compared: int


def overlap(region: Region) -> Overlap:
    """The likely duplicates among the applications of today and those planned; retired ones are left out."""
    found = candidates(region)
    pairs: list[ApplicationPair] = []
    compared = 0
    for one, other in rivals(found):
        compared += 1
        pair = compare(found, one, other)
        if pair.points >= WEAK:
            pairs.append(pair)
    pairs.sort(key=lambda pair: (-pair.points, pair.one, pair.other))
    by_node = {one.node: one for one in found.all}
    groups = [_group(region, by_node, members, within) for members, within in _clusters(pairs, by_node)]
    groups.sort(key=lambda group: (group.is_settled, -group.points, -len(group.members), group.members))
    return Overlap(_named(groups), len(found.all), compared)


def _clusters(
    pairs: list[ApplicationPair], by_node: dict[Node, Candidate]
) -> Iterator[tuple[list[Node], list[ApplicationPair]]]:
    """Groups around their best pair, with the pairs among their members.

    Another joins if it pairs with the core or with half of the members, and two groups become one if half of all pairs
    between them are there: chains of likenesses would else tie together what has nothing in common. What may not join
    begins a group of its own, so an application may stand in two.
    """
    partners = _partners(pairs)
    home: dict[Node, int] = {}
    cores: list[Node] = []
    groups: list[list[Node]] = []

    def begin(pair: ApplicationPair) -> None:
        cores.append(min((pair.one, pair.other), key=lambda node: by_node[node].rank))
        groups.append([pair.one, pair.other])
        for node in (pair.one, pair.other):
            home.setdefault(node, len(groups) - 1)

    def join(node: Node, number: int, pair: ApplicationPair) -> None:
        known = groups[number]
        if cores[number] in partners[node] or 2 * len(partners[node].intersection(known)) >= len(known):
            known.append(node)
            home[node] = number
        else:
            begin(pair)

    def merge(one: int, other: int) -> None:
        fewer, more = sorted((one, other), key=lambda number: (len(groups[number]), number))
        among = set(groups[more])
        crossing = sum(len(partners[node] & among) + (node in among) for node in groups[fewer])
        if 2 * crossing >= len(groups[fewer]) * len(groups[more]):
            groups[more] += [node for node in groups[fewer] if node not in among]
            home.update((node, more) for node in groups[fewer] if home[node] == fewer)
            groups[fewer] = []

    for pair in pairs:
        one, other = home.get(pair.one), home.get(pair.other)
        if one is None and other is None:
            begin(pair)
        elif one is None and other is not None:
            join(pair.one, other, pair)
        elif other is None and one is not None:
            join(pair.other, one, pair)
        elif one is not None and other is not None and one != other:
            merge(one, other)
    kept = [known for known in groups if known]
    return zip(kept, _inside(pairs, kept), strict=True)


def _partners(pairs: list[ApplicationPair]) -> dict[Node, set[Node]]:
    found: dict[Node, set[Node]] = {}
    for pair in pairs:
        found.setdefault(pair.one, set()).add(pair.other)
        found.setdefault(pair.other, set()).add(pair.one)
    return found


def _inside(pairs: list[ApplicationPair], groups: list[list[Node]]) -> list[list[ApplicationPair]]:
    """The pairs between members of each group, the best first."""
    homes: dict[Node, set[int]] = {}
    for number, known in enumerate(groups):
        for node in known:
            homes.setdefault(node, set()).add(number)
    found: list[list[ApplicationPair]] = [[] for _known in groups]
    for pair in pairs:
        for number in sorted(homes[pair.one] & homes[pair.other]):
            found[number].append(pair)
    return found


def _group(
    region: Region, by_node: dict[Node, Candidate], nodes: list[Node], pairs: list[ApplicationPair]
) -> OverlapGroup:
    members = tuple(sorted(nodes, key=lambda node: by_node[node].rank))
    shared = tuple(node for node in members if by_node[node].shared)
    best: dict[Node, ApplicationPair] = {}
    for pair in pairs:  # best first, but one with the base goes before
        for node, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if node not in best or (other == members[0] and members[0] not in (best[node].one, best[node].other)):
                best[node] = pair
    inside = set(members)
    settled = {
        (relation.source, relation.target)
        for node in members
        for relation in region.relations.outgoing.get(node, ())
        if relation.field == "menggantikan" and relation.target in inside
    }
    plans = {
        relation.source
        for node in members
        for relation in region.relations.incoming.get(node, ())
        if relation.field == "mengubah" and not relation.planned and _runs(region, relation.source)
    }
    sort: Sort = "serupa" if not shared else "catatan-ganda" if len(shared) == len(members) else "berbagi-pakai"
    closest = tuple((node, best[node]) for node in members[1:])
    points = max(pair.points for pair in pairs)
    return OverlapGroup("", sort, members, shared, closest, tuple(sorted(settled)), tuple(sorted(plans)), points)


def _runs(region: Region, plan: Node) -> bool:
    record = region.get(plan)
    return isinstance(record, PetaRencana) and not record.is_over


def _named(groups: list[OverlapGroup]) -> tuple[OverlapGroup, ...]:
    """The groups with ids after their base; a base of several groups counts them."""
    used: dict[str, int] = {}
    made = []
    for group in groups:
        name = f"kelompok-{group.base.id}"
        used[name] = used.get(name, 0) + 1
        made.append(replace(group, id=name if used[name] == 1 else f"{name}-{used[name]}"))
    return tuple(made)
