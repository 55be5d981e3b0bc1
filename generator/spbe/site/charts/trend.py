"""An index over the years. Instruments are never joined in one line: a new one starts a new piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from spbe import wording
from spbe.site.charts.frame import WIDTH, Frame, Scale, whole_ticks
from spbe.site.table import Table

FRAME: Final = Frame(260, margin_left=36, margin_right=24, margin_top=40, margin_bottom=44)


@dataclass(frozen=True, slots=True)
class Point:
    """One year's index; ``look`` says whose it is. A picture has no links in it; its table has them."""

    label: str
    value: str
    look: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Piece:
    """The points of one instrument, joined."""

    name: str
    points: tuple[Point, ...]
    path: str


@dataclass(frozen=True)
class TrendChart:
    """An index over the years, drawn.

    ``breaks`` are the positions between two instruments.
    """

    id: str
    title: str
    summary: str
    table: Table
    pieces: tuple[Piece, ...]
    breaks: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = FRAME.height
    left: int = FRAME.margin_left
    right: int = FRAME.right
    top: int = FRAME.margin_top
    bottom: int = FRAME.foot
    shape: str = "trend"

    @property
    def looks(self) -> frozenset[str]:
        """Those that occur."""
        return frozenset(point.look for piece in self.pieces for point in piece.points)


def trend_chart(
    name: str,
    title: str,
    series: Sequence[tuple[str, Sequence[tuple[str, Fraction, str]]]],
    ends: Scale,
    table: Table,
) -> TrendChart:
    """``series`` holds ``(instrument, [(year, index, look), …])`` in order of time."""
    total = sum(len(points) for _, points in series)
    pieces: list[Piece] = []
    place = 0
    for instrument, points in series:
        drawn: list[Point] = []
        for label, value, look in points:
            drawn.append(
                Point(label, wording.two_places(value), look, FRAME.middle(place, total), FRAME.y(value, ends))
            )
            place += 1
        path = "M" + " L".join(f"{point.x} {point.y}" for point in drawn)
        pieces.append(Piece(instrument, tuple(drawn), path))
    breaks = tuple(round((one.points[-1].x + two.points[0].x) / 2, 2) for one, two in pairwise(pieces))
    ticks = whole_ticks(ends, lambda value: FRAME.y(value, ends))
    told = "; ".join(f"{point.label}: {point.value}" for piece in pieces for point in piece.points)
    return TrendChart(name, title, told, table, tuple(pieces), breaks, ticks)
