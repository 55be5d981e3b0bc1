"""One region's index over the years beside means of others. Nothing is joined across a change of the instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Final

from spbe import wording
from spbe.site.charts.frame import WIDTH, Frame, Scale, whole_ticks
from spbe.site.table import Table

FRAME: Final = Frame(320, margin_left=36, margin_right=24, margin_top=64, margin_bottom=44)
FIGURE = 24
"""The room that a figure below its point needs."""
NEAR = Fraction(1, 4)
"""A mean that is higher than the region's own point by less than this part of the scale covers its figure."""


@dataclass(frozen=True, slots=True)
class SeriesMoment:
    """One place on the axis: ``own`` is the region's index, ``nation`` and ``kind`` are means; each may be unknown.

    ``look`` tells where ``own`` comes from: ``resmi`` (published), ``tabel`` (national table) or ``hitung`` (computed).
    """

    label: str
    instrument: str
    own: Fraction | None
    look: str
    nation: Fraction | None
    kind: Fraction | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A drawn point; ``label_y`` is the base line of its figure."""

    value: str
    look: str
    x: float
    y: float
    label_y: float


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """The points of one series; ``path`` joins neighbours only, under one instrument."""

    look: str
    path: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class SeriesChart:
    """A region's index beside means of others, drawn.

    ``years`` are places with their labels; ``names`` places, heights, anchors and names of the instruments.

    ``breaks`` are the positions between two instruments. ``means`` are drawn below ``own``.
    """

    id: str
    title: str
    summary: str
    table: Table
    own: tuple[SeriesLine, ...]
    means: tuple[SeriesLine, ...]
    years: tuple[tuple[float, str], ...]
    names: tuple[tuple[float, int, str, str], ...]
    breaks: tuple[float, ...]
    ticks: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = FRAME.height
    left: int = FRAME.margin_left
    right: int = FRAME.right
    top: int = FRAME.margin_top
    bottom: int = FRAME.foot
    shape: str = "series"


def series_chart(
    name: str, title: str, summary: str, moments: Sequence[SeriesMoment], ends: Scale, table: Table
) -> SeriesChart:
    """``moments`` in order of time, at least one; a year stands once per instrument or assessment."""
    low, high = ends
    step = FRAME.step(len(moments))
    places = [FRAME.middle(at, len(moments)) for at in range(len(moments))]
    pieces = [list(group) for _, group in groupby(range(len(moments)), key=lambda at: moments[at].instrument)]
    lines: dict[str, list[SeriesLine]] = {"own": [], "nation": [], "kind": []}
    for piece in pieces:
        for series, drawn in lines.items():
            spots: dict[int, Spot] = {}
            for at in piece:
                value = getattr(moments[at], series)
                if value is not None:
                    y = FRAME.y(value, ends)
                    look = moments[at].look if series == "own" else series
                    below = series == "own" and _is_covered(moments[at], (high - low))
                    below = below and y + FIGURE <= FRAME.foot
                    spots[at] = Spot(wording.two_places(value), look, places[at], y, y + FIGURE if below else y - 12)
            if spots:
                drawn.append(SeriesLine(series, _path(spots), tuple(spots.values())))
    names = tuple(
        (float(FRAME.right), 20 + 22 * (number % 2), "end", moments[piece[0]].instrument)
        if places[piece[0]] > WIDTH * 0.7
        else (places[piece[0]] - step / 2, 20 + 22 * (number % 2), "start", moments[piece[0]].instrument)
        for number, piece in enumerate(pieces)
    )
    return SeriesChart(
        name,
        title,
        summary,
        table,
        tuple(lines["own"]),
        (*lines["nation"], *lines["kind"]),
        tuple(zip(places, (moment.label for moment in moments), strict=True)),
        names,
        tuple(round((places[one[-1]] + places[two[0]]) / 2, 2) for one, two in pairwise(pieces)),
        whole_ticks(ends, lambda value: FRAME.y(value, ends)),
    )


def _is_covered(moment: SeriesMoment, scale: Fraction) -> bool:
    """Whether a mean lies where the figure above the region's own point would stand."""
    if moment.own is None:
        return False
    return any(mean is not None and 0 <= mean - moment.own < scale * NEAR for mean in (moment.nation, moment.kind))


def _path(spots: dict[int, Spot]) -> str:
    """Neighbouring places joined; a year without a figure leaves a gap."""
    parts = [f"{'L' if at - 1 in spots else 'M'}{spot.x} {spot.y}" for at, spot in spots.items()]
    return " ".join(parts)
