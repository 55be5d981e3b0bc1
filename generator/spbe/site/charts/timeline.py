"""Bars over years: what happens when, in groups, with a line at the reference date.

Rows are HTML, so that long names wrap, rows are links and paper breaks between them; each bar is a small SVG whose
places are percentages of the whole time, so that the picture uses whatever width there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spbe.site.table import Table

MANY = 80
"""Above this number of bars groups are folded, so that what follows the picture stays within reach."""

CROWDED = 12
"""Above this number of years not every one has room for its name."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """What is to be drawn: from the beginning of year ``first`` to the end of year ``last``.

    ``state`` is a code that gives the bar its look; ``note`` says the same in words; ``address`` is where it leads.
    ``late``: it should have ended; ``note`` says that too.
    """

    label: str
    note: str
    first: int
    last: int
    state: str
    address: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """One bar: ``x`` and ``length`` in per cent of the width; ``years`` as they are read."""

    item: TimelineItem
    years: str
    x: float
    length: float


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The bars of one group below its name."""

    label: str
    spans: tuple[TimelineBar, ...]


@dataclass(frozen=True)
class Timeline:
    """Activities over the years, drawn.

    ``ticks``: beginning of each year in per cent, and its name or nothing; ``now``: the reference date, likewise.

    ``folded``: the groups are too long to be open.
    """

    id: str
    title: str
    table: Table
    groups: tuple[TimelineGroup, ...]
    ticks: tuple[tuple[float, str], ...]
    now: tuple[float, str] | None

    @property
    def folded(self) -> bool:
        """Whether the groups are too long to be open."""
        return sum(len(group.spans) for group in self.groups) > MANY


def timeline(
    name: str,
    title: str,
    groups: Sequence[tuple[str, Sequence[TimelineItem]]],
    table: Table,
    now: tuple[date, str],
) -> Timeline:
    """A bar per item; there must be at least one. ``now`` is a date with what it is called."""
    items = [item for _label, members in groups for item in members]
    first, last = min(item.first for item in items), max(item.last for item in items)
    count = last - first + 1

    def place(years: float) -> float:
        return round((years - first) * 100 / count, 2)

    def span(item: TimelineItem) -> TimelineBar:
        years = f"{item.first}–{item.last}" if item.last != item.first else str(item.first)
        return TimelineBar(item, years, place(item.first), round((item.last + 1 - item.first) * 100 / count, 2))

    step = -(-count // CROWDED)
    ticks = tuple((place(at), str(at) if (at - first) % step == 0 else "") for at in range(first, last + 1))
    today, words = now
    elapsed = today.year + (today.timetuple().tm_yday - 1) / 366
    mark = (place(elapsed), words) if first <= elapsed < last + 1 else None
    drawn = tuple(TimelineGroup(label, tuple(map(span, members))) for label, members in groups)
    return Timeline(name, title, table, drawn, ticks, mark)
