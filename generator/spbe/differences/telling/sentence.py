"""One sentence of a story, and what every maker of sentences has at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spbe.differences.difference import Difference
from spbe.differences.words import DifferenceNames
from spbe.i18n import gettext as _
from spbe.region import Node
from spbe.scoring.hasil import foremost
from spbe.wording import formatting

NAMED: Final = 5
"""How many names one sentence has."""


@dataclass(frozen=True)
class Sentence:
    """One sentence in the language in force; ``topic`` weighs it.

    ``reason`` says it in a few words, as a part of the verdict.
    """

    topic: str
    text: str
    reason: str


class Narrator:
    """The words in which ``difference`` is told."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.words = DifferenceNames(difference)

    @cached_property
    def lead(self) -> str | None:
        """The assessment that the region leads with now."""
        found = foremost(self.difference.after.results)
        return found.assessment.nama if found else None

    def names(self, nodes: Iterable[Node]) -> str:
        """Some names, and how many more there are."""
        return listed([self.words.name(node) for node in dict.fromkeys(nodes)])

    def indicator(self, penilaian: str, code: str) -> str:
        """An indicator by code and name, with its assessment where that is not the one that leads."""
        full = self.words.name(Node("jawaban", f"{penilaian}/{code}"))
        return full.removeprefix(f"{self.title(penilaian)}: ") if penilaian == self.lead else full

    def title(self, penilaian: str) -> str:
        """What an assessment is called."""
        return self.words.name(Node("penilaian", penilaian))

    def counted(self, kind: str, number: int) -> str:
        """So many things of ``kind``."""
        return f"{formatting.number(number)} {lower(self.words.kind(kind))}"

    def placed(self, node: Node) -> str:
        """The name of ``node`` with its file, where readers may know that."""
        name, place = self.words.name(node), self.difference.place(node)
        return f"{name} ({place})" if place and place != name else name


def listed(names: Sequence[str]) -> str:
    """``names``, some of them where there are many."""
    more = [_("{n} lagi").format(n=formatting.number(len(names) - NAMED))] if len(names) > NAMED else []
    return ", ".join((*names[:NAMED], *more))


def first_of(names: Sequence[str]) -> str:
    """The first of ``names``, and how many more there are."""
    if len(names) < 2:
        return "".join(names)
    return _("{nama} dan {n} lagi").format(nama=names[0], n=formatting.number(len(names) - 1))


def ended(text: str) -> str:
    """``text`` with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def lower(text: str) -> str:
    """``text`` as it stands within a sentence; what begins with an abbreviation stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
