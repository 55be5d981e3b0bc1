"""What a file that was handed in asks for, whatever form it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from spbe.editions.audience import PUBLIC, Audience
from spbe.region import Node
from spbe.yamlio.positions import Path

Outcome = Literal["new", "changed", "unchanged", "open", "conflict", "refused"]
"""``open``: a question that nobody answered yet; it stands in the way of nothing else."""

OUTCOMES: tuple[Outcome, ...] = ("new", "changed", "unchanged", "open", "conflict", "refused")

Place = tuple[Node, Path]
"""A field of a record, an answer or the values of a stage."""

Dispute = Literal["changed", "hidden", "gone", "erased"]
"""Why a value is not simply taken: it was changed meanwhile by somebody else, it stands where something is hidden from
its author, its record is no longer there, or the record that it takes out was changed meanwhile."""


@dataclass(frozen=True)
class Proposal:
    """One value that a record of ``kind`` called ``id`` shall have at ``path``.

    ``value`` is plain, as data files have it: text, lists and mappings of text; ``None`` where nothing shall stand
    there, and with an empty ``path`` no such record. ``cell`` says where it stands in ``file``, in the words of whoever
    filled it in. ``new``: the record shall be made.

    ``base`` is what its author began from, as the edition for ``seen_by`` shows it; a person decides about one with a
    ``dispute``. ``shown`` holds the value as that edition shows it, where the value has more in it.
    ``bare``: a record that is made has no lines that offer what else may be filled in, as those of a list have none.
    """

    file: str
    cell: str
    kind: str
    id: str
    path: Path
    value: Any
    new: bool = False
    seen_by: Audience = PUBLIC
    base: Any = None
    dispute: Dispute | None = None
    shown: tuple[Any, ...] = ()
    bare: bool = False

    @property
    def as_seen(self) -> Any:
        """The value without what its author may not see."""
        return self.shown[0] if self.shown else self.value

    @property
    def node(self) -> Node:
        """The record."""
        return Node(self.kind, self.id)


@dataclass(frozen=True)
class AcceptanceRow:
    """What became of one cell; ``reason`` says why where that is not what was asked for.

    ``proposal`` is what was asked for, where it could be understood.
    """

    file: str
    cell: str
    outcome: Outcome
    id: str
    reason: str = ""
    proposal: Proposal | None = field(default=None, repr=False)

    def as_json(self) -> Mapping[str, str]:
        """The form promised by ``spbe terima --format json``."""
        return {"file": self.file, "cell": self.cell, "outcome": self.outcome, "id": self.id, "reason": self.reason}
