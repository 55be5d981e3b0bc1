"""Whose records are touched: the offices that must agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spbe.differences.things import Thing
from spbe.model.kinds import OFFICE
from spbe.region import Node


@dataclass(frozen=True)
class Reviewer:
    """An office with what it owns, before or after, of what is touched."""

    office: str
    nodes: tuple[Node, ...]


def reviewers_of(
    touched: Iterable[Node], before: Mapping[Node, Thing], after: Mapping[Node, Thing], former: Mapping[Node, Node]
) -> tuple[Reviewer, ...]:
    """The offices by the number of their touched records, most first; an office that gives and one that takes both.

    An office that became another one is that one, as ``former`` says.
    """
    found: dict[str, dict[Node, None]] = {}
    for node in touched:
        for side in (before, after):
            thing = side.get(node)
            if thing is not None and thing.owner:
                owner = Node(OFFICE, thing.owner)
                found.setdefault(former.get(owner, owner).id, {})[former.get(node, node)] = None
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Reviewer(office, tuple(nodes)) for office, nodes in ordered)
