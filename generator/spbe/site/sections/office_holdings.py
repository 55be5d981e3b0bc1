"""What an office owns and uses, by kind, each record with a link; long lists are cut where the catalogue goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from spbe.catalogue.neighbours import Group, groups_of
from spbe.i18n import gettext as _
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.addresses import catalogue_address, record_address
from spbe.site.cells import office_cell
from spbe.site.desk import Desk
from spbe.site.table import Column

OPEN: Final = 12
"""Longer lists are folded."""

MOST: Final = 200
"""So many records are linked from one list."""

OWNS: Final = "Memiliki"
USES: Final = ("Memakai", "Memproduksi data", "Menjadi wali data", "Melaksanakan", "Terhubung lewat jaringan")
"""How relations from records to the office are called, read from the office."""

ABOVE_AND_BELOW: Final = frozenset({"Bagian dari", "Membawahi"})
TABLED: Final = frozenset({"bukti", "peta-rencana"})
"""Kinds that have tables of their own on the page."""


@dataclass(frozen=True)
class Holding:
    """One list: its title, and ``links`` of name, address and whether it is only planned.

    ``more`` records are left out; ``everything`` is the catalogue of the office's records where that can be asked for.
    """

    title: str
    count: int
    links: tuple[tuple[str, str, bool], ...]
    more: int
    everything: str | None
    folded: bool


@dataclass(frozen=True)
class Holdings:
    """``family``: the offices above and below, by the relation's name. ``others``: relations told nowhere else.

    ``shortened`` names the relations whose lists are shorter than the truth.
    """

    owned: tuple[Holding, ...]
    used: tuple[Holding, ...]
    family: tuple[Group, ...]
    others: tuple[Group, ...]
    shortened: tuple[str, ...]


def holdings(desk: Desk, node: Node) -> Holdings:
    """What the office at ``node`` owns and uses today and by plan, and whom it belongs to."""
    groups = groups_of(desk.region, node, desk.view.lost(node), frozenset())
    known = [group for group in groups if group.neighbours]
    family = {one.node for group in known if group.name in ABOVE_AND_BELOW for one in group.neighbours}
    own = [group for group in known if group.name == OWNS and group.kind not in TABLED]
    own = [group for group in own if not {one.node for one in group.neighbours} <= family]  # told above
    used = [group for group in known if group.name in USES and group.kind not in TABLED]
    used.sort(key=lambda group: USES.index(group.name))
    told = {*map(id, own), *map(id, used)}
    return Holdings(
        tuple(_holding(desk, node, group, _(KINDS[group.kind].plural), owned=True) for group in own),
        tuple(_holding(desk, node, group, _used_title(group), owned=False) for group in used),
        tuple(group for group in known if group.name in ABOVE_AND_BELOW),
        tuple(
            group
            for group in known
            if id(group) not in told and group.name not in {*ABOVE_AND_BELOW, OWNS} and group.kind not in TABLED
        ),
        tuple(dict.fromkeys(group.name for group in groups if group.lost)),
    )


def counted(held: Iterable[Holding], kind: str) -> int:
    """How many records of ``kind`` the lists of what is owned hold."""
    title = _(KINDS[kind].plural)
    return sum(one.count for one in held if one.title == title)


def _used_title(group: Group) -> str:
    """The relation's name, with the kind where the name does not tell it."""
    return (
        f"{_(group.name)} {_(group.kind_label).lower()}" if group.name in {"Memakai", "Melaksanakan"} else _(group.name)
    )


def _holding(desk: Desk, node: Node, group: Group, title: str, *, owned: bool) -> Holding:
    ordered = sorted(group.neighbours, key=lambda one: (one.planned, one.name.casefold(), one.node))
    links = tuple((one.name, record_address(one.node), one.planned) for one in ordered[:MOST])
    everything = None
    if owned:
        value = quote(office_cell(desk, node.id).text, safe="")
        everything = f"{catalogue_address(group.kind)}?{Column(_('Perangkat daerah')).name}={value}"
    return Holding(title, len(ordered), links, len(ordered) - len(links), everything, folded=len(ordered) > OPEN)
