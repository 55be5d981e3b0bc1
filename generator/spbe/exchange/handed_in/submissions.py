"""What a file that was handed in holds, and the forms in which it may come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from spbe.checks import Opened
from spbe.editions import PUBLIC, Audience
from spbe.exchange.handed_in.proposals import AcceptanceRow, Proposal
from spbe.exchange.handed_in.questions import Decision, Question
from spbe.exchange.handed_in.senders import Sender
from spbe.region import Node


@dataclass(frozen=True)
class Submission:
    """What the file ``name`` asks for, and the rows that cannot be understood, or ask for nothing.

    ``readers`` are those for whom it was made, ``records`` what it was about: records and answers. Of a workbook to
    decide in: what was decided, and the questions that are still open.
    """

    name: str
    proposals: tuple[Proposal, ...] = ()
    refused: tuple[AcceptanceRow, ...] = ()
    decisions: tuple[Decision, ...] = ()
    questions: tuple[Question, ...] = ()
    readers: Audience = PUBLIC
    records: frozenset[Node] = frozenset()
    decides: bool = False


class Reader(Protocol):
    """See :class:`SubmissionFormat`."""

    def __call__(self, name: str, data: bytes, opened: Opened, sender: Sender, *, erase: bool) -> Submission:
        """What the file ``name`` asks for."""


@dataclass(frozen=True)
class SubmissionFormat:
    """A form that files are handed in with: how it is told by name and first bytes, and who reads it.

    ``read`` gets the file's name, its bytes, the region, who sent it, and whether what is left out shall be deleted; it
    never raises for what the bytes hold.
    """

    name: str
    fits: Callable[[str, bytes], bool]
    read: Reader
