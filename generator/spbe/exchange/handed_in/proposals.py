"""What a file that was handed in asks for, whatever form it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from spbe.checks import Opened
from spbe.yamlio.positions import Path

Outcome = Literal["new", "changed", "unchanged", "conflict", "refused"]

OUTCOMES: tuple[Outcome, ...] = ("new", "changed", "unchanged", "conflict", "refused")


@dataclass(frozen=True)
class Proposal:
    """One value that a record of ``kind`` called ``id`` shall have at ``path``.

    ``value`` is plain, as data files have it: text, lists and mappings of text; ``None`` where nothing shall stand
    there, and with an empty ``path`` no such record. ``cell`` says where it stands in ``file``, in the words of whoever
    filled it in. ``new``: the record shall be made.
    """

    file: str
    cell: str
    kind: str
    id: str
    path: Path
    value: Any
    new: bool = False


@dataclass(frozen=True)
class AcceptanceRow:
    """What became of one cell; ``reason`` says why where that is not what was asked for."""

    file: str
    cell: str
    outcome: Outcome
    id: str
    reason: str = ""

    def as_json(self) -> Mapping[str, str]:
        """The form promised by ``spbe terima --format json``."""
        return {"file": self.file, "cell": self.cell, "outcome": self.outcome, "id": self.id, "reason": self.reason}


@dataclass(frozen=True)
class Submission:
    """What a file asks for, and the rows that cannot be understood."""

    proposals: tuple[Proposal, ...] = ()
    refused: tuple[AcceptanceRow, ...] = ()


class Reader(Protocol):
    """See :class:`SubmissionFormat`."""

    def __call__(self, name: str, data: bytes, opened: Opened, *, erase: bool) -> Submission:
        """What the file ``name`` asks for."""


@dataclass(frozen=True)
class SubmissionFormat:
    """A form that files are handed in with: how it is told by name and first bytes, and who reads it.

    ``read`` gets the file's name, its bytes, the region, and whether what is left out shall be deleted; it never raises
    for what the bytes hold.
    """

    name: str
    fits: Callable[[str, bytes], bool]
    read: Reader
