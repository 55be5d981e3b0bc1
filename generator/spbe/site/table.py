"""The one table of the site. Complete and readable without JavaScript; a script adds sorting and filtering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from spbe.site import wording


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` is what is read, ``sort`` what is sorted by (else the text).

    ``address`` makes a link of it; ``level`` (a maturity level) and ``badge`` (a state's code) add a shape.
    """

    text: str
    address: str | None = None
    sort: str | None = None
    level: str | None = None
    badge: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """``heading`` is read; ``numeric`` aligns right; ``wide`` may wrap over several lines."""

    heading: str
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The first cell is the row's heading. ``id`` makes the row a target of links; ``strong`` marks a sum."""

    cells: tuple[Cell, ...]
    id: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a long table a page shows: ``number`` of ``addresses``, one for each part; ``size`` rows in all."""

    number: int
    addresses: tuple[str, ...]
    size: int


@dataclass(frozen=True)
class Table:
    """``caption`` says what the table shows; ``tools`` gives it a filter box and sorting.

    ``part`` is told of a table that is too long for one page, see :mod:`spbe.site.paging`.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    tools: bool = False
    empty: str = field(default="")
    part: Part | None = None

    @property
    def size(self) -> int:
        """The number of rows that are not sums, on all pages."""
        if self.part:
            return self.part.size
        return sum(not row.strong for row in self.rows)


def text(value: str | None, address: str | None = None) -> Cell:
    """A cell of words; a dash when there are none."""
    return Cell(value or "–", address)


def figure(value: str | None, *, exact: Fraction | None = None) -> Cell:
    """A cell of an exact decimal text, sorted by its exact value."""
    order = None if exact is None else f"{float(exact):020.10f}"
    return Cell(wording.comma(value), sort=order)


def count(value: int) -> Cell:
    """A cell of a whole number."""
    return Cell(wording.number(value), sort=f"{value:012d}")


def rows_of(cells: Sequence[Sequence[Cell]]) -> tuple[Row, ...]:
    """Plain rows without ids."""
    return tuple(Row(tuple(row)) for row in cells)
