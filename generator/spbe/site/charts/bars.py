"""Horizontal bars on the scale of an instrument: domains or aspects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.site.charts.frame import WIDTH, Scale, share_of, whole_ticks
from spbe.site.table import Table

STEP = 56
TOP = 8
RIGHT = 100
"""The room of a value of six characters, in the large letters that a small picture has."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, printed value, and where it is drawn."""

    label: str
    value: str
    y: int
    length: float


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars, drawn.

    ``ticks`` are pairs of a position and its number; ``room`` is the length of the longest bar.
    """

    id: str
    title: str
    summary: str
    table: Table
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    width: int = WIDTH
    room: int = WIDTH - RIGHT
    shape: str = "bars"


def bar_chart(
    name: str,
    title: str,
    parts: Sequence[tuple[str, Fraction | None]],
    ends: Scale,
    table: Table,
    *,
    step: int = 1,
    show: Callable[[Fraction | None], str] = wording.two_places,
) -> BarChart:
    """A bar per part; a part without a value gets a label and no bar.

    ``ends`` are the lowest and highest value of the scale; bars start at the lowest. ``step`` is the distance of two
    ticks, ``show`` writes a value.
    """
    space = WIDTH - RIGHT

    def position(value: Fraction) -> float:
        return round(share_of(value, ends) * space, 2)

    bars = tuple(
        Bar(label, show(value), TOP + row * STEP, 0.0 if value is None else position(value))
        for row, (label, value) in enumerate(parts)
    )
    ticks = whole_ticks(ends, position, step)
    told = "; ".join(f"{bar.label}: {bar.value}" for bar in bars)
    return BarChart(name, title, told, table, bars, ticks, TOP + len(parts) * STEP + 24)
