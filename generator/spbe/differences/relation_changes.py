"""Relations that came, went, or lead nowhere any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spbe.checks import Opened
from spbe.editions import Edition
from spbe.model.references import references_in
from spbe.region import Entry, Node, Region, Relation


@dataclass(frozen=True)
class RelationChanges:
    """Relations that came, went or broke.

    ``broken`` are those whose field still names what is gone; they are not among ``removed``.
    """

    added: tuple[Relation, ...] = ()
    removed: tuple[Relation, ...] = ()
    broken: tuple[Relation, ...] = ()


def relation_changes(
    before: Edition, after: Edition, older: Opened, newer: Opened, former: Mapping[Node, Node]
) -> RelationChanges:
    """What leads from the relations of ``before`` to those of ``after``.

    ``former`` maps ids of the older side to those of the newer one. Administrators are also told of names that never
    led anywhere; to others such a name could be one that they may not know.
    """
    was, now = _all(before.region, former), _all(after.region, {})
    gone = [relation for relation in was if relation not in now]
    names: dict[Node, set[Node]] = {}
    for old, new in former.items():
        names.setdefault(new, {new}).add(old)
    broken = dict.fromkeys(one for one in gone if _still_named(newer, one, names.get(one.target, {one.target})))
    if after.audience.is_whole:
        known = {(former.get(one.source, one.source), one.target, one.field) for one in _leading_nowhere(older)}
        told = {(one.source, name, one.field) for one in broken for name in names.get(one.target, {one.target})}
        nowhere = _leading_nowhere(newer)
        broken |= dict.fromkeys(one for one in nowhere if (one.source, one.target, one.field) not in known | told)
    return RelationChanges(
        added=tuple(relation for relation in now if relation not in was),
        removed=tuple(relation for relation in gone if relation not in broken),
        broken=tuple(broken),
    )


def _all(region: Region, former: Mapping[Node, Node]) -> Mapping[Relation, None]:
    """Every relation of ``region``, between records by their present ids."""
    every = (one for found in region.relations.outgoing.values() for one in found)
    if not former:
        return dict.fromkeys(every)
    return dict.fromkeys(
        one._replace(source=former.get(one.source, one.source), target=former.get(one.target, one.target))
        for one in every
    )


def _still_named(newer: Opened, relation: Relation, names: AbstractSet[Node]) -> bool:
    entry = newer.entries.at.get(relation.source)
    return entry is not None and any(
        Node(one.kind, one.id) in names and (one.field, one.planned) == (relation.field, relation.planned)
        for one in references_in(entry.model, _written(entry))
    )


def _leading_nowhere(opened: Opened) -> Iterator[Relation]:
    for node, entry in opened.entries.at.items():
        for reference in references_in(entry.model, _written(entry)):
            target = Node(reference.kind, reference.id)
            if opened.state(target) == "gone":
                yield Relation(node, target, reference.field, reference.forward, reference.inverse, reference.planned)


def _written(entry: Entry) -> object:
    return entry.record if entry.record is not None else entry.raw
