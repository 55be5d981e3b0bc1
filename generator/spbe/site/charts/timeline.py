"""Bars over years: what happens when, in groups, with a line at the reference date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spbe.site.table import Table

WIDTH = 640
TOP = 8
GROUP = 34
ROW = 54
"""With room for the status below the bar, where it stands on phones."""
BAR = 14
AXIS = 30
LABEL_LENGTH = 46
"""As many letters as fit into the width of a phone."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be drawn: from the beginning of year ``first`` to the end of year ``last``.

    ``state`` is a code that gives the bar its look; ``note`` says the same in words.
    """

    label: str
    note: str
    first: int
    last: int
    state: str


@dataclass(frozen=True, slots=True)
class Span:
    """One bar: its label above it, and where it lies."""

    label: str
    note: str
    state: str
    x: float
    y: int
    length: float


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of one group below its name; ``y`` is the base line of the name."""

    label: str
    y: int
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Timeline:
    """``ticks`` are beginnings of years with their names in the middle of the year; ``now`` the reference date."""

    id: str
    title: str
    summary: str
    table: Table
    groups: tuple[Group, ...]
    ticks: tuple[tuple[float, float, str], ...]
    now: tuple[float, str] | None
    width: int
    height: int
    bar: int = BAR
    shape: str = "timeline"


def timeline(
    name: str,
    title: str,
    groups: Sequence[tuple[str, Sequence[Item]]],
    table: Table,
    now: tuple[date, str],
) -> Timeline:
    """A bar per item; there must be at least one. ``now`` is a date with what it is called."""
    items = [item for _label, members in groups for item in members]
    first, last = min(item.first for item in items), max(item.last for item in items)
    year = WIDTH / (last - first + 1)

    def position(years: float) -> float:
        return round((years - first) * year, 2)

    y = TOP + AXIS
    drawn = []
    for label, members in groups:
        y += GROUP
        heading = y - 12
        spans = []
        for item in members:
            length = position(item.last + 1) - position(item.first)
            spans.append(Span(_short(item.label), item.note, item.state, position(item.first), y, round(length, 2)))
            y += ROW
        drawn.append(Group(label, heading, tuple(spans)))
    ticks = tuple((position(at), position(at + 0.5), str(at)) for at in range(first, last + 1))
    today, words = now
    elapsed = today.year + (today.timetuple().tm_yday - 1) / 366
    mark = (position(elapsed), words) if first <= elapsed < last + 1 else None
    told = "; ".join(f"{item.label}: {item.first}–{item.last}, {item.note}" for item in items)
    return Timeline(name, title, told, table, tuple(drawn), ticks, mark, WIDTH, y + TOP)


def _short(label: str) -> str:
    return label if len(label) <= LABEL_LENGTH else label[: LABEL_LENGTH - 1].rstrip() + "…"
