"""The records that describe today, and what they name; plans and what was given up left aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from spbe.model.record import Record
from spbe.region import Node, Region

R = TypeVar("R", bound=Record)


def current(region: Region, kind: str, model: type[R]) -> Iterator[tuple[Node, R]]:
    """The records of ``kind`` that describe today and are of class ``model``, by id."""
    for name, record in region.records[kind].items():
        if isinstance(record, model) and record.is_current:
            yield Node(kind, name), record


def is_current(region: Region, node: Node) -> bool:
    """Whether the record at ``node`` describes today."""
    record = region.get(node)
    return isinstance(record, Record) and record.is_current


def named(region: Region, node: Node, *fields: str) -> tuple[Node, ...]:
    """The records of today that the record at ``node`` names in ``fields``, plans left aside."""
    found = (one for one in region.relations.outgoing.get(node, ()) if one.field in fields and not one.planned)
    return tuple(dict.fromkeys(one.target for one in found if is_current(region, one.target)))


def naming(region: Region, node: Node, kind: str, *fields: str) -> tuple[Node, ...]:
    """The records of today and of ``kind`` that name ``node`` in ``fields``, plans left aside."""
    found = (one for one in region.relations.incoming.get(node, ()) if one.field in fields and not one.planned)
    return tuple(
        dict.fromkeys(one.source for one in found if one.source.kind == kind and is_current(region, one.source))
    )
