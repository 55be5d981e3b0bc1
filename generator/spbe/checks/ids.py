"""Ids are unique within their kind and never used again."""

from __future__ import annotations

from collections.abc import Iterator

from spbe.checks.check_context import Context
from spbe.model.record import Entri
from spbe.problems import Problem
from spbe.region import Node


def duplicate_ids(context: Context) -> Iterator[Problem]:
    """Rule ``id-ganda``, reported at every record but the first."""
    for entry in context.records:
        first = context.by_node.get(Node(entry.kind, entry.id))
        if first is not None and first is not entry:
            yield entry.problem("id-ganda", ("id",), id=entry.id, lain=first.place)


def former_ids_in_use(context: Context) -> Iterator[Problem]:
    """Rule ``id-dahulu-bentrok``: a former id that another record has, or had."""
    claimed: dict[Node, str] = {}
    for entry in context.records:
        if not isinstance(entry.record, Entri):
            continue
        for position, name in enumerate(entry.record.dahulu):
            node = Node(entry.kind, name)
            other = context.by_node.get(node)
            holder = other.place if other is not None else claimed.get(node)
            if holder is not None:
                yield entry.problem("id-dahulu-bentrok", ("dahulu", position), id=name, lain=holder)
            claimed.setdefault(node, entry.place)


CHECKS = (duplicate_ids, former_ids_in_use)
