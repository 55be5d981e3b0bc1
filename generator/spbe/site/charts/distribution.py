"""A histogram: how many agencies have which index, with the median and the place of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from spbe import wording
from spbe.scoring.nation import Bin
from spbe.site.charts.frame import WIDTH, Frame, share_of
from spbe.site.table import Table

FRAME: Final = Frame(280, margin_left=0, margin_right=0, margin_top=76, margin_bottom=32)
"""Two lines of words stand above the bars, and the count of the highest bar."""
GAP = 2
EDGE = 150
"""Nearer to an end than this, words begin or end at their place instead of being centred on it."""


@dataclass(frozen=True, slots=True)
class HistogramBar:
    """The bar of one bin; ``here`` is the bin that the marked index falls into."""

    count: int
    x: float
    y: float
    width: float
    height: float
    here: bool


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A value on the axis: its place, its words, and the ``text-anchor`` that keeps them in the picture."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True)
class DistributionChart:
    """A histogram, drawn.

    ``ticks`` are pairs of a position and its number; ``own`` is the marked index.
    """

    id: str
    title: str
    summary: str
    table: Table
    blocks: tuple[HistogramBar, ...]
    ticks: tuple[tuple[float, str], ...]
    own: AxisMark
    median: AxisMark
    width: int = WIDTH
    height: int = FRAME.height
    top: int = FRAME.margin_top
    floor: int = FRAME.foot
    shape: str = "distribution"


def distribution_chart(
    name: str,
    title: str,
    summary: str,
    counted: Sequence[Bin],
    here: int,
    own: tuple[Fraction, str],
    median: tuple[Fraction, str],
    table: Table,
) -> DistributionChart:
    """A bar per bin of ``counted`` (at least one, all of one width); ``here`` is the number of the marked one.

    ``own`` and ``median`` are values with their words; values outside the bins are marked at the nearer end.
    """
    low, high = counted[0].dari, counted[-1].sampai
    most = max(1, *(one.jumlah for one in counted))

    def position(value: Fraction) -> float:
        return round(share_of(min(max(value, low), high), (low, high)) * WIDTH, 2)

    def mark(value: Fraction, words: str) -> AxisMark:
        x = position(value)
        anchor = "start" if x < EDGE else "end" if x > WIDTH - EDGE else "middle"
        return AxisMark(x, words, anchor)

    def beside(marked: AxisMark, other: AxisMark) -> AxisMark:
        """Its words on the side where the line of ``other`` does not run through them."""
        away = "start" if other.x <= marked.x else "end"
        return replace(marked, anchor=away) if marked.anchor == "middle" else marked

    blocks = []
    for at, one in enumerate(counted):
        x = position(one.dari)
        height = round((FRAME.foot - FRAME.margin_top) * one.jumlah / most, 2)
        width = round(position(one.sampai) - x - GAP, 2)
        blocks.append(HistogramBar(one.jumlah, x + GAP / 2, FRAME.foot - height, width, height, at == here))
    whole = range(-(-low.numerator // low.denominator), high.numerator // high.denominator + 1)
    ticks = tuple((position(Fraction(number)), wording.number(number)) for number in whole)
    placed = mark(*own)
    return DistributionChart(name, title, summary, table, tuple(blocks), ticks, placed, beside(mark(*median), placed))
