"""An index over the years. Instruments are never joined in one line: a new one starts a new piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from spbe import wording
from spbe.site.table import Table

WIDTH = 640
HEIGHT = 260
LEFT, RIGHT, TOP, BOTTOM = 36, 24, 40, 44


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
    """``breaks`` are the positions between two instruments."""

    id: str
    title: str
    summary: str
    table: Table
    pieces: tuple[Piece, ...]
    breaks: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM
    shape: str = "trend"

    @property
    def looks(self) -> frozenset[str]:
        """Those that occur."""
        return frozenset(point.look for piece in self.pieces for point in piece.points)


def trend_chart(
    name: str,
    title: str,
    series: Sequence[tuple[str, Sequence[tuple[str, Fraction, str]]]],
    ends: tuple[Fraction, Fraction],
    table: Table,
) -> TrendChart:
    """``series`` holds ``(instrument, [(year, index, look), …])`` in order of time."""
    low, high = ends
    total = sum(len(points) for _, points in series)
    step = (WIDTH - LEFT - RIGHT) / max(total, 1)
    pieces: list[Piece] = []
    place = 0
    for instrument, points in series:
        drawn: list[Point] = []
        for label, value, look in points:
            x = round(LEFT + step * (place + 0.5), 2)
            drawn.append(Point(label, wording.two_places(value), look, x, _height(value, low, high)))
            place += 1
        path = "M" + " L".join(f"{point.x} {point.y}" for point in drawn)
        pieces.append(Piece(instrument, tuple(drawn), path))
    breaks = tuple(round((one.points[-1].x + two.points[0].x) / 2, 2) for one, two in pairwise(pieces))
    ticks = tuple((_height(Fraction(number), low, high), str(number)) for number in range(int(low), int(high) + 1))
    told = "; ".join(f"{point.label}: {point.value}" for piece in pieces for point in piece.points)
    return TrendChart(name, title, told, table, tuple(pieces), breaks, ticks)


def _height(value: Fraction, low: Fraction, high: Fraction) -> float:
    space = HEIGHT - TOP - BOTTOM
    return round(HEIGHT - BOTTOM - float((value - low) / (high - low)) * space, 2)
