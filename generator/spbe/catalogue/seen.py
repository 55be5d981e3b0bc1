"""What an edition left of a region, as the views over it are told."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from spbe.model.record import Entri
from spbe.region import Node

Lost = Callable[[Node], AbstractSet[str]]
"""The relations of a record, by name, that the edition shortened."""

Visible = Callable[[Node, Entri], AbstractSet[str]]
"""The fields of a record that the reader may see."""
