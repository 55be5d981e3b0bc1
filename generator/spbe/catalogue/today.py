"""The records that describe today, and what they name; plans and what was given up left aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from spbe.model.kinds import kind_of
from spbe.model.record import Record
from spbe.region import Node, Region

R = TypeVar("R", bound=Record)


def current(region: Region, model: type[R]) -> Iterator[tuple[Node, R]]:
    """The records of class ``model``, one of a kind or what its classes have in common, that describe today."""
    return ((node, record) for node, record in region.of_class(model) if record.is_current)


def current_of(region: Region, kind: str) -> Iterator[tuple[Node, Record]]:
    """The records of ``kind`` that describe today; none of a kind whose records have no state."""
    for name, record in region.records[kind].items():
        if isinstance(record, Record) and record.is_current:
            yield Node(kind, name), record


def is_current(region: Region, node: Node) -> bool:
    """Whether the record at ``node`` describes today."""
    record = region.get(node)
    return isinstance(record, Record) and record.is_current


def named(region: Region, node: Node, *fields: str) -> tuple[Node, ...]:
    """The records of today that the record at ``node`` names in ``fields``, plans left aside."""
    found = (one for one in region.relations.outgoing.get(node, ()) if one.field in fields and not one.planned)
    return tuple(dict.fromkeys(one.target for one in found if is_current(region, one.target)))


def naming(region: Region, node: Node, model: type[Record], *fields: str) -> tuple[Node, ...]:
    """The records of today and of the kind of ``model`` that name ``node`` in ``fields``, plans left aside."""
    kind = kind_of(model)
    found = (one for one in region.relations.incoming.get(node, ()) if one.field in fields and not one.planned)
    return tuple(
        dict.fromkeys(one.source for one in found if one.source.kind == kind and is_current(region, one.source))
    )
