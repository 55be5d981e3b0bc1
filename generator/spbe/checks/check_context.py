"""What a check may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from spbe.model.identifiers import slug
from spbe.model.instrumen import Instrumen
from spbe.model.kinds import KINDS
from spbe.problems import Problem
from spbe.region import Entry, Node, Reading
from spbe.region.entries import Entries
from spbe.region.unread import State
from spbe.standards.reference import ReferenceArchitecture
from spbe.yamlio.validation import closest

SUGGESTIONS: Final = 100
"""For how many wrong ids the one that was meant is looked for; each is compared with every id of its kind."""


@dataclass(frozen=True)
class Context:
    """A reading with the standards in force.

    ``day`` is the reference date, unless somebody asked for it.
    ``reference_whole`` is false when the region's own codes could not be read and so are missing in ``reference``.
    """

    reading: Reading
    instruments: Mapping[str, Instrumen]
    reference: ReferenceArchitecture
    reference_whole: bool = True
    day: date | None = None

    @cached_property
    def entries(self) -> Entries:
        """What was read, by name and state."""
        return Entries(tuple(self.reading.entries), self.reading.unread)

    def state(self, node: Node) -> State:
        """Whether ``node`` is there, gone, or may stand in what cannot be read."""
        return self.entries.state(node)

    def instrument_state(self, name: str) -> State:
        """Whether the instrument ``name`` exists; one of the region's own that has errors is not in force."""
        if name in self.instruments:
            return "there"
        for document in self.reading.instruments:
            written = document.value.get("id") if isinstance(document.value, dict) else None
            if name in (written, PurePosixPath(document.file).stem):
                return "unread"
        return "unread" if self.reading.unread.holds(Node("instrumen", name)) else "gone"

    @cached_property
    def doubtful(self) -> set[str]:
        """The assessments of which an answer or a line of values is not known."""
        wrong = (entry for entry in self.reading.of_kind("jawaban", "nilai") if entry.record is None)
        return {entry.id.partition("/")[0] for entry in wrong} | self.reading.unread.assessments

    @cached_property
    def by_node(self) -> dict[Node, Entry]:
        """The first entry of every id that could be read, also of records with other errors."""
        return {node: entry for node, entry in self.entries.at.items() if node.kind in KINDS}

    @cached_property
    def records(self) -> list[Entry]:
        """The entries that are records with ids of their own."""
        return self.reading.of_kind(*KINDS)

    @property
    def former(self) -> Mapping[Node, Node]:
        """Former ids to present ones, also of records with other errors."""
        return self.entries.former

    @cached_property
    def ids(self) -> dict[str, list[str]]:
        """Kind to its ids."""
        found: dict[str, list[str]] = {slug: [] for slug in KINDS}
        unread = (node for node in sorted(self.reading.unread.nodes) if node.kind in KINDS)
        for node in dict.fromkeys((*self.by_node, *unread)):
            found[node.kind].append(node.id)
        return found

    def meant(self, kind: str, name: str) -> str | None:
        """The id of ``kind`` that ``name`` most likely meant; of many wrong ids only for the first."""
        wrong = Node(kind, name)
        if wrong not in self._meant and len(self._meant) < SUGGESTIONS:
            self._meant[wrong] = self.named(kind, name) or closest(name, self.ids.get(kind, []))
        return self._meant.get(wrong)

    def named(self, kind: str, name: str) -> str | None:
        """The id of the one record of ``kind`` whose name or short name is ``name``, in any case or as an id."""
        found = self._names.get((kind, slug(name)), set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _names(self) -> dict[tuple[str, str], set[str]]:
        names: dict[tuple[str, str], set[str]] = {}
        for node, entry in self.by_node.items():
            written = (entry.raw.get(key) for key in ("nama", "singkatan")) if isinstance(entry.raw, dict) else ()
            for name in written:
                if isinstance(name, str) and slug(name):
                    names.setdefault((node.kind, slug(name)), set()).add(node.id)
        return names

    @cached_property
    def _meant(self) -> dict[Node, str | None]:
        return {}


Check = Callable[[Context], Iterator[Problem]]
"""One rule: looks at the context and yields what breaks it."""
