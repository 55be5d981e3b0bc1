"""What an office owns and uses, by kind, each record with a link; long lists are cut where the catalogue goes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from spbe import wording
from spbe.catalogue.relation_groups import Neighbour, NeighbourGroup, groups_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS, OFFICE
from spbe.model.record import CURRENT, KEADAAN, PLANNED
from spbe.region import Node
from spbe.site.addresses import catalogue_address, record_address
from spbe.site.site_context import SiteContext
from spbe.site.table import Column
from spbe.site.table_cells import office_cell

OPEN: Final = 12
"""Longer lists are folded."""

MOST: Final = 200
"""So many records are linked from one list."""

OWNS: Final = "Memiliki"
USES: Final = ("Memakai", "Memproduksi data", "Menjadi walidata", "Melaksanakan", "Terhubung lewat jaringan")
"""How relations from records to the office are called, read from the office."""

FIRST: Final = ("aplikasi", "layanan", "data")
"""What the head of an office is asked for first."""

ABOVE_AND_BELOW: Final = frozenset({"Bagian dari", "Membawahi"})


@dataclass(frozen=True)
class HoldingList:
    """One list: its title, and ``links`` of name, address and state where that is not today's.

    ``count`` is how many there are today; ``others`` says in words how many are planned or ended. ``id`` is its anchor.
    ``more`` records are left out; ``everything`` is the catalogue of the office's records where that can be asked for.
    """

    id: str
    kind: str
    title: str
    count: int
    others: str
    links: tuple[tuple[str, str, str], ...]
    more: int
    everything: str | None
    folded: bool


@dataclass(frozen=True)
class Holdings:
    """What an office owns and uses.

    ``family``: the offices above and below, by the relation's name. ``others``: relations told nowhere else.
    """

    owned: tuple[HoldingList, ...]
    used: tuple[HoldingList, ...]
    family: tuple[NeighbourGroup, ...]
    others: tuple[NeighbourGroup, ...]


def holdings(site: SiteContext, node: Node) -> Holdings:
    """What the office at ``node`` owns and uses today and by plan, and whom it belongs to."""
    known = groups_of(site.region, node, frozenset())
    family = {one.node for group in known if group.name in ABOVE_AND_BELOW for one in group.neighbours}
    own = [group for group in known if group.name == OWNS and _is_listed(group.kind)]
    own = [group for group in own if not {one.node for one in group.neighbours} <= family]  # told above
    own.sort(key=lambda group: FIRST.index(group.kind) if group.kind in FIRST else len(FIRST))
    used = [group for group in known if group.name in USES and _is_listed(group.kind)]
    used.sort(key=lambda group: USES.index(group.name))
    told = {*map(id, own), *map(id, used)}
    return Holdings(
        tuple(_holding(site, node, group, _(KINDS[group.kind].plural), owned=True) for group in own),
        tuple(_holding(site, node, group, _used_title(group), owned=False) for group in used),
        tuple(group for group in known if group.name in ABOVE_AND_BELOW),
        tuple(
            group
            for group in known
            if id(group) not in told and group.name not in {*ABOVE_AND_BELOW, OWNS} and _is_listed(group.kind)
        ),
    )


def _is_listed(kind: str) -> bool:
    """Whether records of ``kind`` are told here; evidence, risks and activities have parts of the page of their own."""
    return KINDS[kind].is_catalogued or kind == OFFICE


def owned(held: Holdings, kind: str) -> HoldingList | None:
    """The list of owned records of ``kind``, if there is one."""
    return next((one for one in held.owned if one.kind == kind), None)


def _used_title(group: NeighbourGroup) -> str:
    """The relation's name, with the kind where the name does not tell it."""
    return (
        f"{_(group.name)} {_(group.kind_label).lower()}" if group.name in {"Memakai", "Melaksanakan"} else _(group.name)
    )


def _holding(site: SiteContext, node: Node, group: NeighbourGroup, title: str, *, owned: bool) -> HoldingList:
    states = {one.node: _state(site, one) for one in group.neighbours}
    order = list(KEADAAN.nilai)
    ordered = sorted(group.neighbours, key=lambda one: (order.index(states[one.node]), one.name.casefold(), one.node))
    links = tuple(
        (one.name, record_address(one.node), "" if states[one.node] == CURRENT else _(KEADAAN.label(states[one.node])))
        for one in ordered[:MOST]
    )
    numbers = Counter(states.values())
    others = ", ".join(
        f"{wording.number(numbers[state])} {_(KEADAAN.label(state)).lower()}"
        for state in order
        if state != CURRENT and numbers[state]
    )
    everything = None
    if owned:
        value = quote(office_cell(site, node.id).text, safe="")
        everything = f"{catalogue_address(group.kind)}?{Column(_('Perangkat daerah')).name}={value}"
    return HoldingList(
        f"memiliki-{group.kind}" if owned else "",
        group.kind,
        title,
        numbers[CURRENT],
        others,
        links,
        len(ordered) - len(links),
        everything,
        folded=len(ordered) > OPEN,
    )


def _state(site: SiteContext, one: Neighbour) -> str:
    record = site.region.get(one.node)
    state = record.state if record else CURRENT
    return PLANNED if one.planned and state == CURRENT else state
