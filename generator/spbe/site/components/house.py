"""The house of the architecture ("rumah besar") as pages show it: roof, pillars, and floors of squares.

Everything is in the markup; how squares are filled is a matter of style. ``components/house.html.j2`` draws it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from spbe import wording
from spbe.catalogue.house_floors import Floor, FloorSection
from spbe.catalogue.house_readings import READINGS, HouseReading
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.peta_rencana import PetaRencana
from spbe.model.record import CURRENT
from spbe.region import Node
from spbe.scoring.hasil import foremost
from spbe.site.addresses import (
    ARCHITECTURE_HOME,
    GOVERNANCE,
    ROADMAP,
    assessment_address,
    catalogue_address,
    house_address,
    record_address,
)
from spbe.site.components.house_groups import (
    NAMES,
    QUESTIONS,
    HouseColouring,
    HouseGroup,
    colouring_of,
    sign_of,
    state_groups,
    told_of,
)
from spbe.site.components.house_table import address_at, house_table, numbers_at
from spbe.site.components.predicates import verdict_text, whose
from spbe.site.counted import counted
from spbe.site.site_context import SiteContext
from spbe.site.table import Table
from spbe.site.teams import teams_of

SHARE_WIDTH = 1000
"""The whole of a bar that divides a section by groups."""


@dataclass(frozen=True, slots=True)
class HouseSquare:
    """A record: ``told`` is what the reading says of it, ``sign`` what its square shows, ``look`` its classes."""

    name: str
    address: str
    told: str
    sign: str
    look: str


@dataclass(frozen=True, slots=True)
class HouseShare:
    """The records of one group where they are counted, as words and as a part of a bar of ``SHARE_WIDTH``."""

    look: str
    told: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class HouseSection:
    """A code with its records: ``squares``, or ``shares`` where they are counted.

    ``code`` is what follows the domain in it; it is empty where records have no code.
    """

    code: str
    name: str
    address: str
    number: int
    squares: tuple[HouseSquare, ...]
    shares: tuple[HouseShare, ...]


@dataclass(frozen=True, slots=True)
class HouseFloor:
    """A domain; ``beyond`` is the fragment of what follows it."""

    anchor: str
    code: str
    name: str
    number: int
    address: str
    sections: tuple[HouseSection, ...]
    is_crowded: bool
    beyond: str


@dataclass(frozen=True, slots=True)
class HouseRoof:
    """The index that a region leads with; without one all but ``region`` is empty."""

    region: str
    title: str
    figure: str
    verdict: str
    whose: str
    address: str


@dataclass(frozen=True, slots=True)
class HousePillar:
    """What holds the roof beside the floors."""

    name: str
    told: str
    address: str


@dataclass(frozen=True)
class House:
    """The house in one reading.

    ``readings`` are name, address and whether it is this one; ``groups`` come with their numbers of records, if they
    are counted; ``table`` has all numbers; ``picture`` is the address of the house as a file.
    """

    reading: str
    question: str
    readings: tuple[tuple[str, str, bool], ...]
    roof: HouseRoof
    pillars: tuple[HousePillar, ...]
    floors: tuple[HouseFloor, ...]
    groups: tuple[tuple[HouseGroup, int | None], ...]
    number: int
    table: Table | None
    picture: str

    @property
    def is_dense(self) -> bool:
        """Whether names of all records would not fit on one sheet of A3."""
        return sum(len(section.squares) for floor in self.floors for section in floor.sections) > NAMES_ON_A3

    @property
    def counts(self) -> bool:
        """Whether some floor counts its records rather than showing them."""
        return any(floor.is_crowded for floor in self.floors)


NAMES_ON_A3 = 450
"""A sheet of A3 has room for the names of about so many records; of more it shows the squares alone."""

AFTER = "rumah-akhir"
"""The fragment of what follows the last floor."""


def reading_address(reading: HouseReading) -> str:
    """Where the house is shown in ``reading``: the overview of the architecture shows the first."""
    return ARCHITECTURE_HOME if reading == READINGS[0] else house_address(reading)


def _beside(site: SiteContext, colouring: HouseColouring) -> Iterator[tuple[HouseGroup, int | None]]:
    """What the key says beside the groups: states, which every reading shows, and what it says nothing of."""
    if colouring.reading == READINGS[0]:
        return
    records = {node: site.region.get(node) for node in colouring.placing}
    states = {record.state for record in records.values() if record is not None}
    yield from ((group, None) for group in state_groups() if group.key in states - {CURRENT})
    unsaid = [node for node, placed in colouring.placing.items() if not placed.group]
    number = sum(record.is_current for node in unsaid if (record := records[node]) is not None)
    if number:
        yield HouseGroup("", "", _("tidak dihitung")), number


def picture_address(reading: HouseReading) -> str:
    """Where the house in ``reading`` lies as a file."""
    return f"{house_address(reading).rstrip('/')}.svg"


def house_of(site: SiteContext, reading: HouseReading) -> House:
    """The house of what may be seen, in ``reading``."""
    floors = site.house_floors
    colouring = colouring_of(site, floors, reading)
    numbers = Counter(placed.group for placed in colouring.placing.values())
    anchors = [*(_anchor(floor) for floor in floors), AFTER]
    return House(
        reading=_(NAMES[reading]),
        question=_(QUESTIONS[reading]),
        readings=tuple((_(NAMES[one]), reading_address(one), one == reading) for one in READINGS),
        roof=roof_of(site),
        pillars=pillars_of(site),
        floors=tuple(_floor(site, colouring, floor, beyond) for floor, beyond in zip(floors, anchors[1:], strict=True)),
        groups=(*((group, numbers[group.key]) for group in colouring.groups), *_beside(site, colouring)),
        number=len(colouring.placing),
        table=house_table(colouring, floors) if colouring.placing else None,
        picture=picture_address(reading),
    )


def roof_of(site: SiteContext) -> HouseRoof:
    """The roof: the index that every other page leads with as well."""
    leading, name = foremost(site.view.results), site.region.profil.nama
    if leading is None:
        return HouseRoof(name, "", "", "", "", "")
    return HouseRoof(
        name,
        leading.assessment.title,
        wording.comma(leading.teks),
        verdict_text(leading),
        whose(leading),
        assessment_address(leading.assessment.nama),
    )


def pillars_of(site: SiteContext) -> tuple[HousePillar, HousePillar]:
    """The pillars: who steers, and what is planned."""
    region = site.region
    teams, offices = len(teams_of(region)), len(region.records[OFFICE])
    listed = [record for _node, record in region.of_class(PetaRencana)]
    items = [one for one in listed if not one.is_cancelled]
    years = [year for one in items for year in (one.tahun_mulai, one.tahun_selesai) if year is not None]
    steering = [_("{n} tim").format(n=wording.number(teams))] if teams else []
    steering += [counted(OFFICE, offices)] if offices else []
    planned = [_activities(len(items), len(listed) - len(items))] if items else []
    if years:
        first, last = min(years), max(years)
        planned.append(str(first) if first == last else f"{first}–{last}")
    empty = _("belum dicatat {pada_data}")
    return (
        HousePillar(_("Tata kelola"), " · ".join(steering) or empty, GOVERNANCE),
        HousePillar(_(KINDS["peta-rencana"].plural), " · ".join(planned) or empty, ROADMAP),
    )


def _activities(number: int, cancelled: int) -> str:
    """How many activities there are, and how many the list has besides, for they were cancelled."""
    told = _("{n} kegiatan").format(n=wording.number(number))
    return f"{told}, {_('{n} dibatalkan').format(n=wording.number(cancelled))}" if cancelled else told


def _anchor(floor: Floor) -> str:
    return f"lantai-{floor.kind}"


def _floor(site: SiteContext, colouring: HouseColouring, floor: Floor, beyond: str) -> HouseFloor:
    section = partial(_section, site, colouring, floor)
    return HouseFloor(
        _anchor(floor),
        floor.domain.kode,
        _(KINDS[floor.kind].plural),
        floor.size,
        catalogue_address(floor.kind),
        tuple(map(section, floor.sections)),
        floor.is_crowded,
        beyond,
    )


def _section(site: SiteContext, colouring: HouseColouring, floor: Floor, section: FloorSection) -> HouseSection:
    node = section.code
    return HouseSection(
        node.kode.partition(".")[2] if node else "",
        node.nama if node else _("{domain} tanpa kode").format(domain=floor.domain.kode),
        address_at(floor, section),
        len(section.nodes),
        () if floor.is_crowded else tuple(_square(site, colouring, one) for one in section.nodes),
        _shares(colouring, section) if floor.is_crowded else (),
    )


def _square(site: SiteContext, colouring: HouseColouring, node: Node) -> HouseSquare:
    record = site.region.records[node.kind][node.id]
    placed, group = colouring.placing[node], colouring.group(node)
    looks = [group.look] if group else []
    looks += ["r"] if record.is_planned else ["x"] if record.is_discontinued else []
    return HouseSquare(
        record.nama,
        record_address(node),
        told_of(site, colouring, record, placed, group),
        sign_of(colouring, record, placed, group),
        " ".join(dict.fromkeys(looks)),
    )


def _shares(colouring: HouseColouring, section: FloorSection) -> tuple[HouseShare, ...]:
    numbers = numbers_at(colouring, section)
    made, told = [], 0
    for group in colouring.groups:
        if number := numbers[group.key]:
            start = told * SHARE_WIDTH // len(section.nodes)
            told += number
            words = f"{group.name} {wording.number(number)}"
            made.append(HouseShare(group.look, words, start, told * SHARE_WIDTH // len(section.nodes) - start))
    return tuple(made)
