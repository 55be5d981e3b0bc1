"""What the activities of the roadmap do to the gaps, and where roadmap and records contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from spbe.catalogue.gaps import CLOSED, Gap, activities_of
from spbe.model.kinds import catalogued_kinds
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import Record
from spbe.region import Node, Region

CHANGES: Final = "Mengubah"
"""The relation from an activity to the records that it changes."""

NO_RECORDS: Final = frozenset({"tata-kelola", "manajemen"})
"""Parts of the roadmap whose activities may change no record: their aim is an indicator."""

Fault = Literal[
    "selesai-belum-dicatat",
    "terkini-belum-selesai",
    "lewat-tahun",
    "lewat-tanggal",
    "masih-dirujuk",
    "tanpa-catatan",
    "tanpa-tujuan",
]
FAULTS: Final[tuple[Fault, ...]] = (
    "selesai-belum-dicatat",
    "lewat-tanggal",
    "lewat-tahun",
    "masih-dirujuk",
    "terkini-belum-selesai",
    "tanpa-catatan",
    "tanpa-tujuan",
)
"""Contradictions and omissions, what misleads most first."""


@dataclass(frozen=True)
class RoadmapFault:
    """One thing to mend at ``node``, an activity or a record; ``others`` are the records that it is about."""

    fault: Fault
    node: Node
    others: tuple[Node, ...] = ()


@dataclass(frozen=True)
class ActivityClosure:
    """What one activity closes: ``gaps`` by domain and id; ``slips`` are what to mend."""

    node: Node
    gaps: tuple[Gap, ...]
    slips: tuple[RoadmapFault, ...]

    @property
    def closes_nothing_open(self) -> bool:
        """Whether every record that it names is as it should be."""
        return bool(self.gaps) and all(gap.state in CLOSED for gap in self.gaps)


@dataclass(frozen=True)
class Balance:
    """How many records a domain has today and will have: ``now`` + ``new`` - ``ending`` = :attr:`then`.

    ``changing`` stay and change; ``uncovered`` are open gaps for which no activity is known.
    """

    now: int
    new: int
    changing: int
    ending: int
    uncovered: int

    @property
    def then(self) -> int:
        """How many there will be when every gap is closed."""
        return self.now + self.new - self.ending


def accounts(region: Region, gaps: Iterable[Gap]) -> dict[Node, ActivityClosure]:
    """What every activity closes, by activity; cancelled ones have no account."""
    found: dict[Node, list[Gap]] = {}
    for gap in gaps:
        for item in gap.activities:
            found.setdefault(item, []).append(gap)
    made = {}
    for item, record in activities_of(region):
        account = ActivityClosure(item, tuple(found.get(item, ())), ())
        made[item] = replace(account, slips=tuple(_slips(region, account, record)))
    return made


def slips(
    region: Region, gaps: Iterable[Gap], accounts: Iterable[ActivityClosure]
) -> dict[Fault, tuple[RoadmapFault, ...]]:
    """Everything to mend, by fault in the order of :data:`FAULTS`; faults that nobody made are left out."""
    found: dict[Fault, list[RoadmapFault]] = {fault: [] for fault in FAULTS}
    for account in accounts:
        for slip in account.slips:
            found[slip.fault].append(slip)
    for gap in gaps:
        if gap.is_open and gap.due is not None and gap.due.last < region.date:
            found["lewat-tanggal"].append(RoadmapFault("lewat-tanggal", gap.node))
        if gap.left:
            found["masih-dirujuk"].append(RoadmapFault("masih-dirujuk", gap.node, gap.left))
    return {fault: tuple(told) for fault, told in found.items() if told}


def balances(region: Region, gaps: Sequence[Gap]) -> dict[str, Balance]:
    """By catalogued kind: how many records there are today, and what the open ``gaps`` will make of them."""
    made = {}
    for kind in catalogued_kinds():
        own = [gap for gap in gaps if gap.node.kind == kind and gap.is_open]
        records = region.records[kind].values()
        now = sum(isinstance(record, Record) and record.is_current for record in records)
        made[kind] = Balance(
            now,
            len({gap.node for gap in own if gap.change == "baru"}),
            len({gap.node for gap in own if gap.change == "perubahan"} - {gap.node for gap in own if gap.stops}),
            len({gap.node for gap in own if gap.stops}),
            sum(gap.state == "tanpa-kegiatan" for gap in own),
        )
    return made


def last_year(record: PetaRencana) -> int | None:
    """The year in which an activity should end, by its own coming version where that moves it."""
    later = record.rencana.tahun_selesai if record.rencana is not None else None
    return later or record.tahun_selesai


def _slips(region: Region, account: ActivityClosure, record: PetaRencana) -> Iterator[RoadmapFault]:
    node, finished = account.node, record.is_finished
    if finished:
        behind = tuple(dict.fromkeys(gap.node for gap in account.gaps if gap.state == "belum-dicatat"))
        if behind:
            yield RoadmapFault("selesai-belum-dicatat", node, behind)
        return
    if account.closes_nothing_open:
        yield RoadmapFault("terkini-belum-selesai", node)
    ends = last_year(record)
    if ends is not None and ends < region.date.year and record.status != "ditunda":
        yield RoadmapFault("lewat-tahun", node)
    if account.gaps:
        return
    if record.muatan not in NO_RECORDS:
        yield RoadmapFault("tanpa-catatan", node)
    elif not record.indikator:
        yield RoadmapFault("tanpa-tujuan", node)
