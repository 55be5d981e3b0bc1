"""What appears in, or vanishes from, the public edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spbe.differences.things import Thing
from spbe.model.base import Base
from spbe.region import Node


@dataclass(frozen=True)
class Publicity:
    """What of a record the public sees on one side only.

    ``fields`` of ``node`` that the public sees on one side only; ``whole`` when it sees nothing on the other.
    """

    node: Node
    model: type[Base] | None
    fields: tuple[str, ...]
    whole: bool


@dataclass(frozen=True)
class PublicChanges:
    """In the order of the side on which they can be seen."""

    appeared: tuple[Publicity, ...] = ()
    vanished: tuple[Publicity, ...] = ()


def public_changes(before: Mapping[Node, Thing], after: Mapping[Node, Thing]) -> PublicChanges:
    """What leads from the things that the public saw ``before`` to those that it sees ``after``."""
    return PublicChanges(tuple(_more(after, before)), tuple(_more(before, after)))


def _more(one: Mapping[Node, Thing], other: Mapping[Node, Thing]) -> Iterator[Publicity]:
    for node, thing in one.items():
        known = other.get(node)
        fields = tuple(name for name in thing.fields if known is None or name not in known.fields)
        if fields:
            yield Publicity(node, thing.model, fields, known is None)
