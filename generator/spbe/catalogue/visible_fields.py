"""Which fields an edition shows, as the views over its records are told."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from spbe.model.base import fields_of
from spbe.model.record import Entri
from spbe.region import Node

Visible = Callable[[Node, Entri], AbstractSet[str]]
"""The fields of a record that the reader may see: the same whatever stands in the others."""


def every_field(_node: Node, record: Entri) -> frozenset[str]:
    """All fields of ``record``: what administrators see."""
    return frozenset(fields_of(type(record)))
