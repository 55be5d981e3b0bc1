"""A record among its neighbours in fixed lanes, one per domain: where boxes stand, and the lines between them.

Boxes are words of the page, laid out by CSS on a grid with a column per lane; only the lines behind them are drawn.
Across, a lane is 100 wide whatever the width of the page; down, units are pixels. Lines run in the gutters between
lanes and in the gaps above boxes, so that none passes behind a box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spbe.catalogue.domain_neighbourhood import DomainNeighbourhood, NearbyRecord
from spbe.model.kinds import KINDS
from spbe.region import Node

LANE: Final = 100
EDGE: Final = 9
"""From the side of a lane to its boxes."""

ROW: Final = 60
GAP: Final = 12
"""Above each box; the box has the rest of the row."""

ASIDE: Final = (4, 3)
"""How far indirect lines keep from direct ones, across and down."""

Place = tuple[int, int]
"""Lane and row, from 0."""


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A neighbour, or the record itself (``itself``)."""

    node: Node
    name: str
    itself: bool = False
    state: str = ""
    via: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """The boxes of one domain.

    ``more`` direct neighbours have no box; ``further``: nor have some indirect ones.
    """

    kind: str
    boxes: tuple[LaneBox, ...]
    more: int = 0
    further: bool = False

    @property
    def label(self) -> str:
        """What its records are, in Indonesian, short enough for a lane."""
        return KINDS[self.kind].short


@dataclass(frozen=True, slots=True)
class Lanes:
    """A record among its neighbours, drawn.

    ``direct`` and ``indirect`` are SVG paths on a drawing ``height`` high and as many lanes wide as there are.
    """

    lanes: tuple[Lane, ...]
    direct: str
    indirect: str
    height: int

    @property
    def width(self) -> int:
        """Of the drawing."""
        return LANE * len(self.lanes)


def lanes_of(node: Node, name: str, domains: Sequence[DomainNeighbourhood]) -> Lanes | None:
    """The lanes around the record ``name`` at ``node``; ``None`` when nothing stands near it."""
    if not any(domain.near for domain in domains):
        return None
    places: dict[Node, Place] = {}
    lanes: list[Lane] = []
    indirect: list[NearbyRecord] = []
    for column, domain in enumerate(domains):
        boxes = [LaneBox(node, name, itself=True)] if domain.kind == node.kind else []
        boxes += [LaneBox(one.node, one.name, state=one.state, via=one.via_name) for one in domain.near]
        for row, box in enumerate(boxes):
            places[box.node] = column, row
        indirect += [one for one in domain.near if one.via]
        lanes.append(Lane(domain.kind, tuple(boxes), domain.more, domain.further))
    start, last = places[node], len(lanes) - 1
    apart = {one.node for one in indirect}
    rows = max(len(lane.boxes) + bool(lane.more or lane.further) for lane in lanes)
    return Lanes(
        tuple(lanes),
        "".join(_line(last, start, place) for one, place in places.items() if one != node and one not in apart),
        "".join(_line(last, places[one.via], places[one.node], ASIDE) for one in indirect if one.via),
        rows * ROW,
    )


def _line(last: int, start: Place, end: Place, aside: tuple[int, int] = (0, 0)) -> str:
    """Right-angled, from the side of one box to the side of the other."""
    (lane, row), (to_lane, to_row) = start, end
    across, down = aside
    y, to_y = (ROW * number + (ROW + GAP) // 2 for number in (row, to_row))
    if lane == to_lane:
        side = -1 if to_lane == last else 1  # the last lane has no gutter on its right
        x = _side(lane, side)
        return f"M{x} {y}H{_gutter(lane, side) + across}V{to_y}H{x}"
    side = 1 if to_lane > lane else -1
    first, last = _gutter(lane, side) + across, _gutter(to_lane, -side) + across
    begin = f"M{_side(lane, side)} {y}H{first}"
    if first != last:
        begin += f"V{ROW * to_row + GAP // 2 + down}H{last}"
    return f"{begin}V{to_y}H{_side(to_lane, -side)}"


def _side(lane: int, side: int) -> int:
    """Where the boxes of a lane end, on the left (-1) or on the right (1)."""
    return lane * LANE + (LANE - EDGE if side > 0 else EDGE)


def _gutter(lane: int, side: int) -> int:
    """The middle of the gutter beside a lane."""
    return lane * LANE + (LANE if side > 0 else 0)
