"""What a check may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spbe.model.instrumen import Instrumen
from spbe.model.kinds import KINDS
from spbe.model.record import Entri
from spbe.problems import Problem
from spbe.region import Entry, Node, Reading
from spbe.standards.reference import ReferenceArchitecture
from spbe.yamlio.validation import closest

SUGGESTIONS: Final = 100
"""For how many wrong ids the one that was meant is looked for; each is compared with every id of its kind."""


@dataclass(frozen=True)
class Context:
    """A reading with the standards in force."""

    reading: Reading
    instruments: Mapping[str, Instrumen]
    reference: ReferenceArchitecture

    @cached_property
    def by_node(self) -> dict[Node, Entry]:
        """The first entry of every id that could be read, also of records with other errors."""
        found: dict[Node, Entry] = {}
        for entry in self.records:
            if entry.id:
                found.setdefault(Node(entry.kind, entry.id), entry)
        return found

    @cached_property
    def records(self) -> list[Entry]:
        """The entries that are records with ids of their own."""
        return self.reading.of_kind(*KINDS)

    @cached_property
    def former(self) -> dict[Node, Node]:
        """Former ids to present ones."""
        return {
            Node(entry.kind, name): Node(entry.kind, entry.id)
            for entry in self.records
            if isinstance(entry.record, Entri)
            for name in entry.record.dahulu
        }

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """Kind to its ids."""
        found: dict[str, list[str]] = {slug: [] for slug in KINDS}
        for node in self.by_node:
            found[node.kind].append(node.id)
        return found

    def meant(self, kind: str, name: str) -> str | None:
        """The id of ``kind`` that ``name`` most likely meant; of many wrong ids only for the first."""
        wrong = Node(kind, name)
        if wrong not in self._meant and len(self._meant) < SUGGESTIONS:
            self._meant[wrong] = closest(name, self.ids.get(kind, []))
        return self._meant.get(wrong)

    @cached_property
    def _meant(self) -> dict[Node, str | None]:
        return {}


Check = Callable[[Context], Iterator[Problem]]
"""One rule: looks at the context and yields what breaks it."""
