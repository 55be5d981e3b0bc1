"""The entries of a region, and in which of three states each name is: there, gone, or nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from spbe.model.kinds import KINDS
from spbe.model.record import Entri
from spbe.region.entry import Entry
from spbe.region.relations import Node
from spbe.region.unread import State, Unread


@dataclass(frozen=True)
class Entries:
    """Everything that was understood, right or wrong, in the order of the files; ``unread`` is what was not.

    A :class:`Node` names an entry by its kind and id: ``Node("aplikasi", "simpeg")``, ``Node("penilaian", "2025")``,
    ``Node("jawaban", "2025/I11")``, ``Node("nilai", "2025/I11")``, and ``Node(kind, kind)`` for what a region has once:
    ``profil``, ``tim``, ``upaya``, ``kualitas``, ``kebijakan``.
    """

    all: tuple[Entry, ...] = ()
    unread: Unread = field(default_factory=Unread)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def of_kind(self, *kinds: str) -> list[Entry]:
        """The entries of these kinds."""
        return [entry for entry in self.all if entry.kind in kinds]

    @cached_property
    def at(self) -> Mapping[Node, Entry]:
        """The first entry of every id that could be read, also when it has other errors."""
        found: dict[Node, Entry] = {}
        for entry in self.all:
            if entry.id:
                found.setdefault(Node(entry.kind, entry.id), entry)
        return found

    @cached_property
    def former(self) -> Mapping[Node, Node]:
        """Former ids to present ones, also of records with other errors."""
        return {
            Node(entry.kind, name): Node(entry.kind, entry.id)
            for entry in self.of_kind(*KINDS)
            if entry.id
            for name in _former(entry)
        }

    def state(self, node: Node) -> State:
        """Whether ``node`` is there, by its present id or a former one, as far as the files can be read.

        An entry with errors is there: its ``record`` is ``None``, its ``raw`` what was written.
        """
        if node in self.at or node in self.former:
            return "there"
        return "unread" if self.unread.holds(node) else "gone"


def _former(entry: Entry) -> list[str]:
    if isinstance(entry.record, Entri):
        return list(entry.record.dahulu)
    written = entry.raw.get("dahulu") if isinstance(entry.raw, dict) else None
    many = written if isinstance(written, list) else [written]
    return [name.strip() for name in many if isinstance(name, str)]
