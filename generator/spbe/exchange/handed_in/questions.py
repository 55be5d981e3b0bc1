"""What a person has to decide before something is taken, whatever asks for it: a question, its choices, the answer.

A question carries everything that its answer does, so that it can be answered days later in a workbook, without the
files that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Final

from spbe.editions.audience import PUBLIC, Audience
from spbe.exchange.handed_in.proposals import Proposal
from spbe.region import Node
from spbe.yamlio.positions import Path

_LONGEST_LABEL: Final = 90
"""Characters of what is picked from a list."""


@dataclass(frozen=True)
class Choice:
    """One answer: ``label`` is what is picked, ``shown`` tells more of it, ``proposals`` are what it asks for.

    One without proposals leaves everything as it is.
    """

    label: str
    proposals: tuple[Proposal, ...] = ()
    shown: str = ""


@dataclass(frozen=True)
class Premise:
    """What stood at ``path`` of a record when the question was asked; ``None``: nothing, and no record at no path."""

    kind: str
    id: str
    path: Path
    value: Any

    @property
    def node(self) -> Node:
        """The record."""
        return Node(self.kind, self.id)


@dataclass(frozen=True)
class Question:
    """Something to decide, in words; ``id`` is the same whenever the same is asked.

    ``office``, ``record`` and ``field`` say where it is, ``asks`` why it is asked, ``before`` and ``now`` what stood
    there when the first of those who disagree began, and what stands there. An answer counts while all ``premises``
    hold, which say what readers of the edition for ``seen_by`` see. Labels of choices differ.
    """

    id: str
    office: str
    record: str
    field: str
    asks: str
    choices: tuple[Choice, ...]
    premises: tuple[Premise, ...] = ()
    before: str = ""
    now: str = ""
    seen_by: Audience = PUBLIC

    @property
    def subject(self) -> str:
        """The id of the record that it is about, as far as it is about one that may be there."""
        return self.premises[0].id if self.premises else ""

    def chosen(self, words: str) -> Choice | None:
        """The choice that ``words`` pick."""
        return self._by_label.get(_plain(words))

    @cached_property
    def _by_label(self) -> Mapping[str, Choice]:
        return {_plain(one.label): one for one in self.choices}


@dataclass(frozen=True)
class Decision:
    """What was picked, in ``cell`` of ``file``, as the answer to ``question``."""

    question: Question
    choice: Choice
    file: str
    cell: str


def choices_of(made: Sequence[Choice]) -> tuple[Choice, ...]:
    """``made`` with labels in one line, short, and none twice."""
    taken: set[str] = set()
    found = []
    for one in made:
        label = _short(" ".join(one.label.split()), _LONGEST_LABEL)
        number = 1
        while _plain(label) in taken:
            number += 1
            label = f"{_short(' '.join(one.label.split()), _LONGEST_LABEL - 5)} ({number})"
        taken.add(_plain(label))
        found.append(Choice(label, one.proposals, one.shown))
    return tuple(found)


def plain_question(one: Question) -> Mapping[str, Any]:
    """``one`` ready for JSON."""
    return asdict(one)


def question_from(plain: Mapping[str, Any]) -> Question:
    """The other way; raises ``TypeError`` or ``KeyError`` for what is no question."""
    fields = dict(plain)
    choices = tuple(
        Choice(one["label"], tuple(map(_proposal, one["proposals"])), one["shown"]) for one in fields.pop("choices")
    )
    premises = tuple(Premise(**{**one, "path": tuple(one["path"])}) for one in fields.pop("premises"))
    return Question(**{**fields, "seen_by": Audience(**fields["seen_by"])}, choices=choices, premises=premises)


def _proposal(plain: Mapping[str, Any]) -> Proposal:
    seen_by, shown = Audience(**plain["seen_by"]), tuple(plain["shown"])
    return Proposal(**{**plain, "path": tuple(plain["path"]), "seen_by": seen_by, "shown": shown})


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
