"""What the house of the architecture can be coloured by: of each record the group that it belongs to, and a figure.

Records that were given up are struck out in every reading, and belong to a group only where that says something of
them too; so do planned ones, of which nothing depends on anything yet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from spbe.catalogue.dependence import DOMAINS
from spbe.catalogue.house_floors import Floor
from spbe.catalogue.impact import Impact
from spbe.catalogue.quality import AGES, Examined
from spbe.model.record import Record
from spbe.region import Node, Region
from spbe.scoring.rounding import whole_per_cent

HouseReading = Literal["keadaan", "umur", "pemilik", "dampak", "kelengkapan"]

READINGS: Final[tuple[HouseReading, ...]] = ("keadaan", "umur", "pemilik", "dampak", "kelengkapan")
"""The readings in the order in which they are offered; the first is that of the house as one comes to it."""

DEPENDENTS: Final = (1, 5, 20, 50)
"""From how many dependent records on the next group begins."""

SHARES: Final = (50, 75, 100)
"""From how many per cent of answered fields on the next group begins."""

OWNERS: Final = 7
"""So many offices, those with most records, are a group of their own."""

OTHERS: Final = "lain"
NOBODY: Final = "tanpa"
NEVER: Final = "belum"


@dataclass(frozen=True, slots=True)
class Placed:
    """What a reading says of a record: its group, and the figure behind it where there is one.

    The group is a place on a scale, counted from ``0``, or a name: of a state, of an office, or one of the constants
    above. It is empty where the reading says nothing of the record.
    """

    group: str
    figure: int | None = None


Placing = Mapping[Node, Placed]


def by_state(region: Region, nodes: Iterable[Node]) -> Placing:
    """Every record by its state."""
    return {node: Placed(record.state) for node, record in _records(region, nodes)}


def by_age(region: Region, nodes: Iterable[Node]) -> Placing:
    """Records by how long ago they were reviewed, as ``AGES`` divides it; the figure is full years."""
    found = {}
    for node, record in _records(region, nodes):
        if record.is_discontinued:
            found[node] = Placed("")
        elif record.ditinjau is None:
            found[node] = Placed(NEVER)
        else:
            days = max((region.date - record.ditinjau.last).days, 0)
            found[node] = Placed(str(bisect_left(AGES, days)), days // 365)
    return found


def by_owner(region: Region, nodes: Iterable[Node]) -> Placing:
    """Records by the office that owns them; of many offices those with fewest records are joined."""
    owners = {node: region.owner_id(record) for node, record in _records(region, nodes)}
    leading = set(leading_owners(owners.values()))
    return {
        node: Placed(NOBODY if owner is None else owner if owner in leading else OTHERS)
        for node, owner in owners.items()
    }


def leading_owners(owners: Iterable[str | None]) -> tuple[str, ...]:
    """The offices that are named most often, most first; one more where it would be the only one left over."""
    counted = Counter(owner for owner in owners if owner is not None)
    ordered = sorted(counted, key=lambda owner: (-counted[owner], owner))
    return tuple(ordered if len(ordered) <= OWNERS + 1 else ordered[:OWNERS])


def by_dependents(region: Region, impact: Impact, nodes: Iterable[Node]) -> Placing:
    """Records of today by how many others stop with them, as ``DEPENDENTS`` divides it; the figure is that number."""
    found = {}
    for node, _record in _records(region, nodes):
        number = sum(impact.count(node, kind) for kind in DOMAINS)
        found[node] = Placed(str(bisect_right(DEPENDENTS, number)), number) if node in impact else Placed("")
    return found


def by_completeness(region: Region, nodes: Iterable[Node], examined: Iterable[Examined]) -> Placing:
    """Records by the share of their fields that is answered, as ``SHARES`` divides it; the figure is per cent."""
    asked = {one.node: one.tally for one in examined}
    found = {}
    for node, record in _records(region, nodes):
        tally = asked[node]
        if record.is_discontinued or not tally.total:
            found[node] = Placed("")
        else:
            share = whole_per_cent(tally.answered, tally.total)
            found[node] = Placed(str(bisect_right(SHARES, share)), share)
    return found


def nodes_of(floors: Iterable[Floor]) -> tuple[Node, ...]:
    """Every record of the house, floor by floor."""
    return tuple(node for floor in floors for section in floor.sections for node in section.nodes)


def _records(region: Region, nodes: Iterable[Node]) -> Iterable[tuple[Node, Record]]:
    for node in nodes:
        record = region.get(node)
        if isinstance(record, Record):
            yield node, record
