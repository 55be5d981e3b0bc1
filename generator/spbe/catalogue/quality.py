"""How complete and how fresh the records are: counted, never judged.

Only fields that the reader may see are counted, and only those that a record of its kind is expected to have.
``belum diketahui`` and ``tidak ada`` are answers; they are counted apart and are no gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from spbe.catalogue.visible_fields import Visible
from spbe.model.base import Absence, FieldSpec, fields_of
from spbe.model.kinds import KINDS
from spbe.model.record import Entri
from spbe.region import Node, Region

FRESH_DAYS: Final = 365
"""A record that was reviewed longer ago than this is stale."""

NEVER_A_GAP: Final = frozenset(
    {"id", "nama", "klasifikasi", "keadaan", "sejak", "dahulu", "rencana", "tag", "lain", "menggantikan"}
)
"""Fields that always have a value, or that only some records have anything to say in."""

_EITHER: Final = (("perangkat_daerah", "pemilik_luar"), ("produsen", "produsen_luar"), ("tautan", "berkas"))
"""Pairs of fields of which one is enough."""

Review = Literal["baru", "lama", "belum"]
"""Reviewed within a year, longer ago, or never."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Fields by their state: with a value, known to be none, asked and unknown, not filled in."""

    filled: int = 0
    none: int = 0
    unknown: int = 0
    gaps: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.filled + other.filled, self.none + other.none, self.unknown + other.unknown, self.gaps + other.gaps
        )

    @property
    def total(self) -> int:
        """All fields counted."""
        return self.answered + self.gaps

    @property
    def answered(self) -> int:
        """Fields about which something is said, be it that nothing is known."""
        return self.filled + self.none + self.unknown


@dataclass(frozen=True, slots=True)
class Examined:
    """One record: ``states`` maps each counted field to ``None`` (it has a value) or to why it has none."""

    node: Node
    owner: str | None
    review: Review
    states: Mapping[str, Absence | None]

    @property
    def tally(self) -> Tally:
        """Its fields by their state."""
        return _tally(self.states.values())


def examine(region: Region, visible: Visible) -> tuple[Examined, ...]:
    """Every record of ``region``, in its order. An office is its own owner."""
    found = []
    for node, record in region.nodes():
        states = _states_of(node.kind, record, visible(node, record))
        found.append(Examined(node, region.keeper_id(node), review_of(record, region.date), states))
    return tuple(found)


def _states_of(kind: str, record: Entri, visible: AbstractSet[str]) -> dict[str, Absence | None]:
    """The counted fields of ``record`` in declared order."""
    left_out = NEVER_A_GAP | KINDS[kind].unexpected
    states: dict[str, Absence | None] = {}
    for name in fields_of(type(record)):
        if name in visible and name not in left_out:
            states[name] = record.absence(name)
    for pair in _EITHER:
        if any(states.get(name, "kosong") != "kosong" for name in pair):
            for name in pair:
                if states.get(name) == "kosong":
                    del states[name]
        elif all(name in states for name in pair):
            del states[pair[1]]  # one gap, not two
    return states


def gaps_of(kind: str, record: Entri, visible: AbstractSet[str]) -> tuple[FieldSpec, ...]:
    """The fields of ``record`` that nobody has filled in."""
    specs = fields_of(type(record))
    return tuple(specs[name] for name, state in _states_of(kind, record, visible).items() if state == "kosong")


def review_of(record: Entri, today: date) -> Review:
    """How fresh ``record`` is; a date such as "2025" counts as its last day."""
    if record.ditinjau is None:
        return "belum"
    return "lama" if (today - record.ditinjau.last).days > FRESH_DAYS else "baru"


def total(records: Iterable[Examined]) -> Tally:
    """The fields of all ``records`` together."""
    return sum((record.tally for record in records), Tally())


def reviews(records: Iterable[Examined]) -> dict[Review, int]:
    """How many of ``records`` are fresh, stale, and never reviewed."""
    counted: dict[Review, int] = {"baru": 0, "lama": 0, "belum": 0}
    for record in records:
        counted[record.review] += 1
    return counted


AGES: Final = (182, FRESH_DAYS, 2 * FRESH_DAYS, 3 * FRESH_DAYS)
"""Where one group of ages ends, in days; after the last come older ones, and records that were never reviewed."""


def ages(records: Iterable[Entri], today: date) -> tuple[int, ...]:
    """How many of ``records`` were last reviewed within each of ``AGES``, how many before, and how many never."""
    counted = [0] * (len(AGES) + 2)
    for record in records:
        if record.ditinjau is None:
            counted[-1] += 1
            continue
        days = (today - record.ditinjau.last).days
        counted[sum(days > end for end in AGES)] += 1
    return tuple(counted)


def by_kind(records: Iterable[Examined]) -> dict[str, list[Examined]]:
    """``records`` by kind; kinds without records are left out."""
    found: dict[str, list[Examined]] = {}
    for record in records:
        found.setdefault(record.node.kind, []).append(record)
    return found


def by_owner(records: Iterable[Examined]) -> dict[str | None, list[Examined]]:
    """``records`` by owner; those without one are under ``None``."""
    found: dict[str | None, list[Examined]] = {}
    for record in records:
        found.setdefault(record.owner, []).append(record)
    return found


def by_field(records: Iterable[Examined]) -> dict[str, Tally]:
    """The records of one kind by field, the field with most gaps first."""
    found: dict[str, list[Absence | None]] = {}
    for record in records:
        for name, state in record.states.items():
            found.setdefault(name, []).append(state)
    tallies = {name: _tally(states) for name, states in found.items()}
    return dict(sorted(tallies.items(), key=lambda item: -item[1].gaps))


def _tally(states: Iterable[Absence | None]) -> Tally:
    listed = list(states)
    return Tally(listed.count(None), listed.count("tidak ada"), listed.count("belum diketahui"), listed.count("kosong"))
