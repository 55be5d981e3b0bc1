"""The house of the architecture at a glance: floors of small squares, and on an office's page its own lit among them.

Squares are too small for links: a floor leads to its catalogue, and the whole to the house in full.
``components/small_house.html.j2`` draws it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spbe import wording
from spbe.catalogue.house_floors import Floor
from spbe.catalogue.house_readings import READINGS, nodes_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import catalogue_address
from spbe.site.components.house import HousePillar, HouseRoof, pillars_of, reading_address, roof_of
from spbe.site.components.house_groups import GIVEN_UP, HouseGroup, state_groups
from spbe.site.site_context import SiteContext

COLUMNS: Final = 36
"""So many squares stand side by side."""

STEP: Final = 10
"""From one square to the next; a square is smaller by :data:`GAP`."""

GAP: Final = 2


@dataclass(frozen=True, slots=True)
class SmallFloor:
    """A floor: its number in words, and per look the squares as one path, or as a bar (``x``, ``width``) where many.

    ``numbers`` are those of the looks.
    """

    name: str
    address: str
    told: str
    width: int
    height: int
    paths: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, int, int], ...]
    numbers: Counter[str]


@dataclass(frozen=True, slots=True)
class SmallHouse:
    """The house; ``groups`` are looks with what they mean and their numbers, ``whole`` leads to the house in full."""

    roof: HouseRoof
    pillars: tuple[HousePillar, ...]
    floors: tuple[SmallFloor, ...]
    groups: tuple[tuple[HouseGroup, int], ...]
    whole: str


def small_house(site: SiteContext) -> SmallHouse | None:
    """The house of all that may be seen, by state; ``None`` while it is empty."""
    groups = state_groups()
    looks = {group.key: group.look for group in groups}

    def look(node: Node) -> str:
        return looks[site.region.records[node.kind][node.id].state]

    floors = [_floor(one, groups, look, Counter(map(look, nodes_of([one])))) for one in site.house_floors]
    return _house(site, floors, groups, reading_address(READINGS[0]))


def house_of_office(site: SiteContext, office: str) -> SmallHouse | None:
    """The same with what belongs to ``office`` lit; ``None`` where nothing does."""
    own = HouseGroup("", "i3", _("milik perangkat daerah ini"))
    others = HouseGroup("", "i0", _("milik yang lain"))
    words = _("{n} dari {m}")

    def look(node: Node) -> str:
        return (own if site.house_owners[node] == office else others).look

    floors = []
    for floor in site.house_floors:
        number = site.house_owner_numbers[floor.kind][office]
        counted = Counter({own.look: number, others.look: floor.size - number})
        told = words.format(n=wording.number(number), m=wording.number(floor.size))
        floors.append(replace(_floor(floor, (own, others), look, counted), told=told))
    owns = any(numbers[office] for numbers in site.house_owner_numbers.values())
    return _house(site, floors, (own, others), reading_address("pemilik")) if owns else None


def _house(
    site: SiteContext, floors: Sequence[SmallFloor], groups: tuple[HouseGroup, ...], whole: str
) -> SmallHouse | None:
    numbers = sum((floor.numbers for floor in floors), Counter[str]())
    if not numbers:
        return None
    counted = tuple((group, numbers[group.look]) for group in groups)
    return SmallHouse(roof_of(site), pillars_of(site), tuple(floors), counted, whole)


def _floor(
    floor: Floor, groups: tuple[HouseGroup, ...], look: Callable[[Node], str], numbers: Counter[str]
) -> SmallFloor:
    looks = [] if floor.is_crowded else [look(node) for node in nodes_of([floor])]
    return SmallFloor(
        _(KINDS[floor.kind].plural),
        catalogue_address(floor.kind),
        wording.number(floor.size),
        COLUMNS * STEP,
        max(-(-len(looks) // COLUMNS), 1) * STEP,
        tuple((one.look, path) for one in groups if (path := _path(looks, one.look))),
        _bars(groups, numbers) if floor.is_crowded else (),
        numbers,
    )


def _path(looks: list[str], look: str) -> str:
    """The squares of ``look`` among all, row by row; those that are given up have a line across."""
    side = STEP - GAP
    square = f"h{side}v{side}h-{side}z" + (f"l{side} {side}" if look == GIVEN_UP else "")
    places = (divmod(place, COLUMNS) for place, one in enumerate(looks) if one == look)
    return "".join(f"M{column * STEP + 1} {row * STEP + 1}{square}" for row, column in places)


def _bars(groups: tuple[HouseGroup, ...], counted: Counter[str]) -> tuple[tuple[str, int, int], ...]:
    bars, whole, before = [], counted.total(), 0
    for group in groups:
        start = before * COLUMNS * STEP // whole
        before += counted[group.look]
        if counted[group.look]:
            bars.append((group.look, start, before * COLUMNS * STEP // whole - start))
    return tuple(bars)
