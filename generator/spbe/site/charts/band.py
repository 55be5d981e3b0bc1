"""An index over months in several readings: a step line for each, and the room between the highest and the lowest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor
from typing import Final

from spbe import wording
from spbe.site.charts.frame import WIDTH, Frame
from spbe.site.table import Table

FRAME: Final = Frame(300, margin_left=44, margin_right=176, margin_top=16, margin_bottom=40)
"""The right margin holds the names of the lines."""
APART = 26
"""The least distance of two names, enough for the letters on phones."""
EVERY = 12
"""Months from one name on the axis to the next."""


@dataclass(frozen=True, slots=True)
class BandLine:
    """One reading: its name with the last value, where that is written, and the way of the line."""

    label: str
    code: str
    path: str
    y: float


@dataclass(frozen=True)
class BandChart:
    """Step lines and the room between them, drawn.

    ``area`` is the outline of the range; ``ticks`` are heights, ``months`` beginnings of months, named.
    """

    id: str
    title: str
    summary: str
    table: Table
    lines: tuple[BandLine, ...]
    area: str
    ticks: tuple[tuple[float, str], ...]
    months: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = FRAME.height
    left: int = FRAME.margin_left
    right: int = FRAME.right
    bottom: int = FRAME.foot
    shape: str = "band"


def band_chart(
    name: str,
    title: str,
    months: Sequence[date],
    readings: Sequence[tuple[str, str, Sequence[Fraction]]],
    table: Table,
) -> BandChart:
    """``readings`` are ``(code, label, values)`` from the highest to the lowest; ``months`` are first days.

    Their values hold one before the first of ``months`` and one after each; a value holds from the end of its month.
    """
    everything = [value for _code, _label, values in readings for value in values]
    low, high = Fraction(floor(min(everything) * 2), 2), Fraction(ceil(max(everything) * 2), 2)
    scale = low, max(high, low + 1)
    step = FRAME.step(len(months))

    def height(value: Fraction) -> float:
        return FRAME.y(value, scale)

    def corners(values: Sequence[Fraction]) -> list[tuple[float, float]]:
        made = [(float(FRAME.margin_left), height(values[0]))]
        for position, value in enumerate(values[1:], start=1):
            x = round(FRAME.margin_left + step * position, 2)
            made += [(x, made[-1][1]), (x, height(value))]
        return made

    ways = [corners(values) for _code, _label, values in readings]
    labels = _apart([way[-1][1] for way in ways])
    lines = tuple(
        BandLine(f"{label} {wording.two_places(values[-1])}", code, "M" + _points(way), y)
        for (code, label, values), way, y in zip(readings, ways, labels, strict=True)
    )
    halves = range(int(scale[0] * 2), int(scale[1] * 2) + 1)
    ticks = tuple((height(Fraction(half, 2)), wording.comma(f"{half // 2}.{half % 2 * 5}")) for half in halves)
    edges = [*months, (months[-1] + timedelta(days=31)).replace(day=1)]
    named = tuple(
        (round(FRAME.margin_left + step * position, 2), wording.short_month(edge))
        for position, edge in enumerate(edges)
        if position % EVERY == 0
    )
    told = "; ".join(
        f"{label}: {wording.two_places(values[0])}–{wording.two_places(values[-1])}"
        for _code, label, values in readings
    )
    area = "M" + _points([*ways[0], *reversed(ways[-1])]) + " Z"
    return BandChart(name, title, told, table, lines, area, ticks, named)


def _points(corners: Sequence[tuple[float, float]]) -> str:
    return " L".join(f"{x} {y}" for x, y in corners)


def _apart(heights: Sequence[float]) -> list[float]:
    """Where names of lines that end at ``heights``, from the top down, are written without touching one another."""
    made: list[float] = []
    for y in heights:
        made.append(max(y, made[-1] + APART) if made else y)
    excess = max(made[-1] - FRAME.foot, 0) if made else 0
    return [round(y - excess, 2) for y in made]
