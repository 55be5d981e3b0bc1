"""As-is and to-be: every difference that the records themselves tell, and how far its closing is.

A difference is never typed in. It is a planned record, a record of today with a coming version, or a record of today
that another one replaces. It closes when the record says so: nothing has to be struck off a list. Offices are no part
of the six domains, and no activity can name them; they are left aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from spbe.catalogue.dependence import DOMAINS
from spbe.model.kinds import KINDS, catalogued_kinds
from spbe.model.peta_rencana import FINISHED, POSTPONED, PetaRencana
from spbe.model.record import Record
from spbe.model.values import Tanggal
from spbe.region import Node, Region

Change = Literal["baru", "perubahan", "penggantian", "penghentian", "tercapai"]
"""What differs; ``tercapai`` is a difference that is gone, of which nothing tells any more what it was."""

State = Literal[
    "tanpa-kegiatan",
    "belum-dicatat",
    "ditunda",
    "terencana",
    "berjalan",
    "tertutup",
    "tanpa-selisih",
]
"""How far the closing is, what needs attention most first.

``belum-dicatat``: every activity is finished and the record still tells the difference. ``tertutup``: the difference
is gone, and an activity or the record's own date bears it out. ``tanpa-selisih``: an activity that is not finished
names a record that tells no difference.
"""

CLOSED: Final[frozenset[State]] = frozenset({"tertutup", "tanpa-selisih"})

_ASIDE = frozenset({"sejak", "ditinjau", "sumber"})
"""Fields of a coming version that change nothing by themselves."""


@dataclass(frozen=True)
class Gap:
    """One difference at the record ``node``.

    ``activities`` that should close it, in the order of their ids, without cancelled ones; ``fields`` of the coming
    version; ``successors`` that replace the record; ``due``: since when the to-be should hold. ``waits``: planned
    records that the to-be names. ``left``: records of today that name one which stops, and have no plan to leave it.
    """

    node: Node
    change: Change
    state: State
    activities: tuple[Node, ...] = ()
    fields: tuple[str, ...] = ()
    successors: tuple[Node, ...] = ()
    due: Tanggal | None = None
    waits: tuple[Node, ...] = ()
    left: tuple[Node, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether as-is and to-be still differ, as far as is known."""
        return self.state not in CLOSED

    @property
    def stops(self) -> bool:
        """Whether the record is to run no longer."""
        return self.change in {"penggantian", "penghentian"}


@dataclass(frozen=True)
class _Difference:
    change: Change
    fields: tuple[str, ...] = ()
    successors: tuple[Node, ...] = ()
    due: Tanggal | None = None


def find_gaps(region: Region) -> tuple[Gap, ...]:
    """Every gap of ``region``, by domain and id, and those that are closed among records that an activity names."""
    named = _activities_by_record(region)
    records = {
        Node(kind, name): record
        for kind in catalogued_kinds()
        for name, record in region.records[kind].items()
        if isinstance(record, Record)
    }
    told = {node: tuple(_differences(region, node, record)) for node, record in records.items()}
    stopping = {node for node, found in told.items() if any(one.successors or _ends(one) for one in found)}
    gaps = []
    for node, found in told.items():
        for one in found:
            activities = _activities(named, (node, *one.successors))
            gaps.append(
                Gap(
                    node,
                    one.change,
                    _state(region, activities),
                    activities,
                    one.fields,
                    one.successors,
                    one.due,
                    _waits(region, node, one),
                    tuple(_left(region, node, stopping)) if node in stopping and one.change != "perubahan" else (),
                )
            )
        if not found and node in named:
            gaps.append(_closed(region, node, records[node], tuple(named[node])))
    return tuple(gaps)


def activities_of(region: Region) -> Iterator[tuple[Node, PetaRencana]]:
    """The activities of the roadmap that are not cancelled, by id."""
    return ((node, record) for node, record in region.of_class(PetaRencana) if not record.is_cancelled)


def years_of(region: Region, activities: Sequence[Node]) -> tuple[int, int] | None:
    """The first and the last year of ``activities``; ``None`` where none tells one."""
    records = [region.get(node) for node in activities]
    years = [
        year
        for record in records
        if isinstance(record, PetaRencana)
        for year in (record.tahun_mulai, record.tahun_selesai)
        if year is not None
    ]
    return (min(years), max(years)) if years else None


def _differences(region: Region, node: Node, record: Record) -> Iterator[_Difference]:
    if record.is_planned:
        yield _Difference("baru", due=record.sejak)
    if not record.is_current:
        return
    fields, plan = record.planned_fields(), record.rencana
    ends = plan is not None and "keadaan" in fields and plan.is_discontinued
    since = plan.sejak if plan is not None else None
    rest = tuple(name for name in fields if name not in _ASIDE | {"keadaan"})
    successors = _successors(region, node)
    if successors:
        dates = [one.sejak for one in map(region.get, successors) if isinstance(one, Record) and one.sejak]
        yield _Difference(
            "penggantian", rest if ends else (), successors, since if ends else min(dates, key=_end, default=None)
        )
    elif ends:
        yield _Difference("penghentian", rest, due=since)
    if rest and not ends:
        yield _Difference("perubahan", rest, due=since)


def _end(when: Tanggal) -> date:
    return when.last


def _ends(one: _Difference) -> bool:
    return one.change == "penghentian"


def _successors(region: Region, node: Node) -> tuple[Node, ...]:
    """The records, of today or planned, that replace the one at ``node``."""
    found = (one.source for one in region.relations.incoming.get(node, ()) if one.field == "menggantikan")
    records = ((source, region.get(source)) for source in dict.fromkeys(found))
    return tuple(source for source, record in records if isinstance(record, Record) and not record.is_discontinued)


def _activities_by_record(region: Region) -> dict[Node, list[Node]]:
    """Record to the activities that name it, without cancelled ones and without what only their own plans name."""
    found: dict[Node, dict[Node, None]] = {}
    for item, _record in activities_of(region):
        for relation in region.relations.outgoing.get(item, ()):
            if relation.field == "mengubah" and not relation.planned:
                found.setdefault(relation.target, {})[item] = None
    return {node: list(items) for node, items in found.items()}


def _activities(named: Mapping[Node, Sequence[Node]], nodes: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(sorted({item for node in nodes for item in named.get(node, ())}))


def _state(region: Region, activities: Sequence[Node]) -> State:
    if not activities:
        return "tanpa-kegiatan"
    statuses = {getattr(region.get(item), "status", None) for item in activities}
    if "berjalan" in statuses:
        return "berjalan"
    if statuses <= {FINISHED}:
        return "belum-dicatat"
    return "ditunda" if statuses <= {FINISHED, POSTPONED} else "terencana"


def _closed(region: Region, node: Node, record: Record, activities: tuple[Node, ...]) -> Gap:
    """The record at ``node``, which tells no difference."""
    items = [item for item in map(region.get, activities) if isinstance(item, PetaRencana)]
    years = [item.tahun_mulai for item in items if item.tahun_mulai is not None]
    stopped = record.is_discontinued
    since = record.sejak is not None and bool(years) and record.sejak.tahun >= min(years)
    sure = stopped or since or any(item.is_finished for item in items)
    successors = _successors(region, node) if stopped else ()
    change: Change = "tercapai" if not stopped else "penggantian" if successors else "penghentian"
    return Gap(node, change, "tertutup" if sure else "tanpa-selisih", activities, successors=successors)


def _waits(region: Region, node: Node, one: _Difference) -> tuple[Node, ...]:
    """The planned records that the to-be of ``node`` names."""
    if one.change not in {"baru", "perubahan"}:
        return ()
    planned = one.change == "perubahan"
    targets = (
        relation.target
        for relation in region.relations.outgoing.get(node, ())
        if relation.planned == planned and KINDS[relation.target.kind].is_catalogued
    )
    return tuple(
        dict.fromkeys(target for target in targets if (ahead := region.get(target)) is not None and ahead.is_planned)
    )


def _left(region: Region, node: Node, stopping: AbstractSet[Node]) -> Iterator[Node]:
    """The records of today that name ``node``, stay, and do not plan to name another one in its place.

    Measures of security are left aside: they protect what is there and go with it.
    """
    naming = region.relations.incoming.get(node, ())
    kept = {(relation.source, relation.field) for relation in naming if relation.planned}
    seen = set()
    for relation in naming:
        source, record = relation.source, region.get(relation.source)
        if relation.planned or relation.field == "menggantikan" or source in stopping or source in seen:
            continue
        if source.kind not in DOMAINS or not isinstance(record, Record):
            continue
        leaves = relation.field in record.planned_fields() and (source, relation.field) not in kept
        if record.is_current and not leaves:
            seen.add(source)
            yield source
