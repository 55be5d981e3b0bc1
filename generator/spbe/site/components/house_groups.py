"""The readings of the house in words: what each asks, its groups with their looks, and what it says of one record."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from spbe import wording
from spbe.catalogue.house_floors import Floor
from spbe.catalogue.house_readings import (
    NEVER,
    NOBODY,
    OTHERS,
    HouseReading,
    Placed,
    Placing,
    by_age,
    by_completeness,
    by_dependents,
    by_owner,
    by_state,
    leading_owners,
    nodes_of,
)
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.model.kinds import OFFICE
from spbe.model.record import CURRENT, DISCONTINUED, KEADAAN, PLANNED, Entri
from spbe.region import Node
from spbe.site.addresses import record_address
from spbe.site.site_context import SiteContext

NAMES: Final[Mapping[HouseReading, str]] = {
    "keadaan": mark("Keadaan"),
    "umur": mark("Umur tinjauan"),
    "pemilik": mark("Pemilik"),
    "dampak": mark("Luas dampak"),
    "kelengkapan": mark("Kelengkapan"),
}
"""What the readings are called."""

QUESTIONS: Final[Mapping[HouseReading, str]] = {
    "keadaan": mark(
        "Setiap petak satu catatan pada tempatnya dalam referensi nasional: berjalan, direncanakan, atau dihentikan."
    ),
    "umur": mark("Berapa lama sejak isi setiap catatan terakhir ditinjau. Angka di petak: tahun penuh."),
    "pemilik": mark("Perangkat daerah mana yang memiliki setiap catatan. Huruf di petak: pemiliknya."),
    "dampak": mark("Berapa catatan lain ikut terganggu bila catatan ini terganggu. Angka di petak: jumlahnya."),
    "kelengkapan": mark("Berapa persen isian setiap catatan yang sudah dijawab. Angka di petak: persennya."),
}
"""What the readings show, in a sentence or two."""

COMING: Final = "R"
"""What the square of a planned record shows where a reading has nothing else to say of it."""

GIVEN_UP: Final = "x"
"""The look of given-up records in every reading."""

WIDEST: Final = 99
"""A square has no room for larger numbers of dependents."""


@dataclass(frozen=True, slots=True)
class HouseGroup:
    """A group of a reading: how its squares look, what it is called, and what a square of it shows.

    ``look`` are classes: ``i0`` … ``i4`` filled more and more, ``p1`` … ``p8`` and ``pl`` owners, ``t`` unknown, ``r``
    planned, ``x`` given up.
    """

    key: str
    look: str
    name: str
    sign: str = ""
    address: str | None = None


@dataclass(frozen=True)
class HouseColouring:
    """One reading of a house: its groups in order, and what it says of every record."""

    reading: HouseReading
    groups: tuple[HouseGroup, ...]
    placing: Placing

    def group(self, node: Node) -> HouseGroup | None:
        """The group that the record at ``node`` belongs to; ``None`` where the reading says nothing of it."""
        key = self.placing[node].group
        return next((one for one in self.groups if one.key == key), None)


def colouring_of(site: SiteContext, floors: tuple[Floor, ...], reading: HouseReading) -> HouseColouring:
    """The house of ``floors`` in ``reading``."""
    nodes = nodes_of(floors)
    region = site.region
    makers: dict[HouseReading, Callable[[], tuple[Placing, tuple[HouseGroup, ...]]]] = {
        "keadaan": lambda: (by_state(region, nodes), state_groups()),
        "umur": lambda: (by_age(region, nodes), _ages()),
        "pemilik": lambda: (by_owner(region, nodes), _owners(site, nodes)),
        "dampak": lambda: (by_dependents(region, site.impact, nodes), _dependents()),
        "kelengkapan": lambda: (by_completeness(region, nodes, site.examined), _shares()),
    }
    placing, groups = makers[reading]()
    return HouseColouring(reading, groups, placing)


def sign_of(colouring: HouseColouring, record: Entri, placed: Placed, group: HouseGroup | None) -> str:
    """What the square of ``record`` shows; never more than three characters."""
    if colouring.reading == "pemilik":
        return group.sign if group else ""
    if record.is_discontinued:
        return ""
    if placed.figure is None:
        return group.sign if group else COMING if record.is_planned else ""
    if colouring.reading == "dampak" and placed.figure > WIDEST:
        return f"{WIDEST}+"
    return str(placed.figure)


def told_of(
    site: SiteContext, colouring: HouseColouring, record: Entri, placed: Placed, group: HouseGroup | None
) -> str:
    """What the reading says of ``record``, after its name; empty for what goes without saying."""
    if colouring.reading == "pemilik":
        owner = site.region.owner(record)
        said = owner.short_name if owner else _("tanpa perangkat daerah {pada_data}")
    else:
        said = _said(colouring.reading, record, placed, group)
    state = "" if record.is_current else _(KEADAAN.label(record.state)).lower()
    return ", ".join(part for part in (state, said) if part)


def _said(reading: HouseReading, record: Entri, placed: Placed, group: HouseGroup | None) -> str:
    if group is None or reading == "keadaan":
        return ""
    if reading == "umur" and record.ditinjau is not None:
        return _("ditinjau {tanggal}").format(tanggal=wording.day(record.ditinjau))
    if reading == "dampak":
        return _("{n} catatan ikut terganggu").format(n=wording.number(placed.figure))
    if reading == "kelengkapan":
        return _("{persen} terisi").format(persen=f"{placed.figure}%")
    return group.name


def state_groups() -> tuple[HouseGroup, ...]:
    """A group for each state; planned and given-up records look so in every reading."""
    looks = {CURRENT: ("i2", ""), PLANNED: ("r", COMING), DISCONTINUED: (GIVEN_UP, "")}
    return tuple(HouseGroup(code, looks[code][0], _(label), looks[code][1]) for code, label in KEADAAN.nilai.items())


def _ages() -> tuple[HouseGroup, ...]:
    names = (
        _("sampai 6 bulan"),
        _("6 sampai 12 bulan"),
        _("1 sampai 2 tahun"),
        _("2 sampai 3 tahun"),
        _("lebih dari 3 tahun"),
    )
    groups = [HouseGroup(str(place), f"i{place}", name) for place, name in enumerate(names)]
    return (*groups, HouseGroup(NEVER, "t", _("belum pernah dicatat"), "?"))


def _owners(site: SiteContext, nodes: tuple[Node, ...]) -> tuple[HouseGroup, ...]:
    region = site.region
    owners = [region.owner_id(region.get(node)) for node in nodes]
    leading = leading_owners(owners)
    groups = []
    for place, (name, letter) in enumerate(zip(leading, string.ascii_uppercase, strict=False), start=1):
        office = region.office(name)
        address = record_address(Node(OFFICE, name))
        groups.append(HouseGroup(name, f"p{place}", office.short_name if office else name, letter, address))
    if any(owner is not None and owner not in leading for owner in owners):
        groups.append(HouseGroup(OTHERS, "pl", _("perangkat daerah lain"), "·"))
    if None in owners:
        groups.append(HouseGroup(NOBODY, "t", _("tanpa perangkat daerah {pada_data}"), "–"))
    return tuple(groups)


def _dependents() -> tuple[HouseGroup, ...]:
    names = (_("tidak ada"), "1–4", "5–19", "20–49", _("50 atau lebih"))
    return tuple(HouseGroup(str(place), f"i{place}", name) for place, name in enumerate(names))


def _shares() -> tuple[HouseGroup, ...]:
    names = (_("kurang dari 50%"), "50–74%", "75–99%", "100%")
    return tuple(HouseGroup(str(place), f"i{place}", name) for place, name in enumerate(names))
