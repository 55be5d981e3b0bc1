"""The one table of the site. Complete and readable without JavaScript.

A script adds what a reader does with long lists: words to filter by, facets with counts, order, choice of columns, an
address that keeps all of it, and files to take away. What it may do with a column is said here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final, Literal
from urllib.parse import quote

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.values import Tanggal

Sort = Literal["teks", "angka", "tanggal"]
"""How a column is sorted, and what a spreadsheet makes of its cells."""

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_TAKEN: Final = frozenset({"cari", "urut", "kolom"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    ``text`` is what is read, ``sort`` what is sorted by (else the text): a plain number, an ISO date, or words.

    ``address`` makes a link of it; ``level`` (a maturity level) and ``badge`` (a state's code) add a shape.
    ``values`` are what facets count where that is not the text itself: the several values of a cell that lists them.
    ``share`` of a hundred is drawn as a small bar beside the text.
    ``words`` are found by the filter although nobody reads them: the full name of what the text names in short.
    """

    text: str
    address: str | None = None
    sort: str | None = None
    level: str | None = None
    badge: str | None = None
    values: tuple[str, ...] = ()
    words: str = ""
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    ``heading`` is read; ``numeric`` aligns right; ``wide`` may wrap over several lines.

    ``facet`` offers the column's values to choose among; ``None`` leaves that to the script, which offers columns of
    few words. An ``extra`` column is one of those that a reader with scripts sees only on demand.
    ``key`` names the column in the page's address, else its heading does: see :attr:`name`.
    """

    heading: str
    numeric: bool = False
    wide: bool = False
    facet: bool | None = None
    extra: bool = False
    key: str = ""

    @property
    def name(self) -> str:
        """The column in the page's address: ``Perangkat daerah`` is ``perangkat-daerah``."""
        plain = unicodedata.normalize("NFKD", self.key or self.heading).encode("ascii", "ignore").decode().lower()
        name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "kolom"
        return f"{name}-" if name in _TAKEN else name

    @property
    def classes(self) -> str:
        """The classes of its cells."""
        told = ("kanan", self.numeric), ("lebar", self.wide and not self.numeric), ("tambahan", self.extra)
        return " ".join(name for name, true in told if true)


@dataclass(frozen=True, slots=True)
class Row:
    """The first cell is the row's heading.

    ``id`` makes the row a target of links, ``former`` is an id by which links knew it once; ``strong`` marks a sum.
    """

    cells: tuple[Cell, ...]
    id: str = ""
    strong: bool = False
    former: str = ""


@dataclass(frozen=True, slots=True)
class TablePart:
    """Which part of a long table a page shows: ``number`` of ``addresses``, one for each part; ``size`` rows in all.

    ``rows`` is the address of all rows as JSON. ``elsewhere`` leads to the rows with an id that stand on further
    pages: id, name and address of each.
    """

    number: int
    addresses: tuple[str, ...]
    size: int
    rows: str = ""
    elsewhere: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Table:
    """A list as pages show it.

    ``caption`` says what the table shows; ``tools`` gives it everything that the script can do.

    ``part`` is told of a table that is too long for one page, see :mod:`spbe.site.paging`.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    tools: bool = False
    empty: str = field(default="")
    part: TablePart | None = None

    @property
    def size(self) -> int:
        """The number of rows that are not sums, on all pages."""
        if self.part:
            return self.part.size
        return sum(not row.strong for row in self.rows)

    @property
    def begins(self) -> bool:
        """Whether its first rows are among those shown: it is whole, or this is its first part."""
        return self.part is None or self.part.number == 1

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """How each column is sorted: numbers by size, columns of dates by date, all others by words."""
        return tuple(
            "angka" if column.numeric else "tanggal" if _dated([row.cells[place] for row in self.rows]) else "teks"
            for place, column in enumerate(self.columns)
        )


def _dated(cells: list[Cell]) -> bool:
    orders = [cell.sort for cell in cells if cell.sort]
    return bool(orders) and all(_DAY.fullmatch(order) for order in orders)


def narrowed(address: str, column: str, value: str, table: str, *more: str) -> str:
    """The ``table`` (an id) on the page at ``address``, narrowed down in the column headed so.

    Rows of ``value`` are left, and of ``more`` values.
    """
    name = Column(column).name
    told = "&".join(f"{name}={quote(one, safe='')}" for one in (value, *more))
    return f"{address}?{told}#{table}"


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


def day(value: Tanggal | None) -> Cell:
    """A cell of a date, as exact as it is known."""
    return Cell(wording.day(value), sort=str(value or ""))


def deadline(value: date | Tanggal | None, *, late: bool) -> Cell:
    """A cell of the day until which something is to be done; whether that has passed without it is the caller's."""
    words = wording.day(value) + (" · " + _("lewat waktu") if late else "")
    return Cell(words, sort=str(value or ""), badge="lewat" if late else None)


def several(values: Sequence[str], words: str = "") -> Cell:
    """A cell of several words, each of them a value of its own for facets; a dash when there are none."""
    return Cell(", ".join(values) or "–", values=tuple(values), words=words)
