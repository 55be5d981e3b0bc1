"""The relations of a region, seen from both ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from spbe.model.base import Base
from spbe.model.references import references_in


class Node(NamedTuple):
    """A record by kind and id; an answer is ``Node("jawaban", "2025/I11")``."""

    kind: str
    id: str


class Relation(NamedTuple):
    """One reference from one record to another.

    ``source`` names ``target`` in its field ``field``; the relation's name depends on the end it is read from.
    """

    source: Node
    target: Node
    field: str
    forward: str
    inverse: str
    planned: bool = False


@dataclass(frozen=True)
class Relations:
    """All relations by their ends, each list in the order in which the files tell them."""

    outgoing: dict[Node, tuple[Relation, ...]] = field(default_factory=dict)
    incoming: dict[Node, tuple[Relation, ...]] = field(default_factory=dict)

    def of(self, node: Node) -> Iterator[tuple[str, Node, Relation]]:
        """``(name, other end, relation)`` for every relation of ``node``, those it names itself first."""
        for relation in self.outgoing.get(node, ()):
            yield relation.forward, relation.target, relation
        for relation in self.incoming.get(node, ()):
            yield relation.inverse, relation.source, relation


def relate(records: Iterable[tuple[Node, Base]], known: frozenset[Node], renamed: dict[Node, Node]) -> Relations:
    """Resolve the references of ``records``; those to nothing in ``known`` are left out (a check reports them).

    ``renamed`` maps former ids to the present ones. A relation told twice is kept once.
    """
    outgoing: dict[Node, dict[Relation, None]] = {}
    incoming: dict[Node, dict[Relation, None]] = {}
    for source, record in records:
        for relation in _relations_from(source, record):
            target = renamed.get(relation.target, relation.target)
            if target not in known or target == source:
                continue
            told = relation if target == relation.target else relation._replace(target=target)
            outgoing.setdefault(source, {})[told] = None
            incoming.setdefault(target, {})[told] = None
    return Relations(
        {node: tuple(found) for node, found in outgoing.items()},
        {node: tuple(found) for node, found in incoming.items()},
    )


def _relations_from(source: Node, record: Base) -> Iterator[Relation]:
    """The relations that ``record`` names, whether or not their targets exist."""
    for reference in references_in(type(record), record):
        target = Node(reference.kind, reference.id)
        yield Relation(source, target, reference.field, reference.forward, reference.inverse, planned=reference.planned)
