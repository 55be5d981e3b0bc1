"""A sheet as a value: columns that explain themselves, and rows of cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spbe.exchange.sheets.cell_forms import CellForm, CellValue

SheetRow = tuple[CellValue, ...]


@dataclass(frozen=True)
class SheetColumn:
    """A column of a sheet.

    ``key`` is what a program knows it by, wherever it stands and whatever people call it.

    ``forms`` are those of its values, several where the classes of a kind differ. Nobody should change what stands in
    a ``locked`` column, and in one that ``tells`` there is nothing to change at all; ``many`` and ``adds`` are as in
    :class:`spbe.exchange.sheets.field_shapes.ShapeColumn`. ``width`` in characters; without one it is as its values.
    """

    key: str
    label: str
    description: str
    forms: tuple[CellForm, ...]
    required: bool = False
    locked: bool = False
    many: bool = False
    adds: bool = False
    tells: bool = False
    width: int | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet that people fill in.

    ``key`` names it for a program; ``closed`` are the places (row, column) where nothing can be filled in, ``offers``
    those that have a list of their own to pick from.

    The first ``frozen`` columns stay in sight, for they say what a row is about. A row is at most ``lines`` high.
    """

    key: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    closed: frozenset[tuple[int, int]] = field(default=frozenset())
    frozen: int = 1
    offers: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    lines: int = 4

    @property
    def grid(self) -> SheetGrid:
        """What a reader finds in it."""
        return SheetGrid(tuple(column.key for column in self.columns), self.rows)


@dataclass(frozen=True)
class SheetGrid:
    """What was found in a sheet: the key of each column, in any order, and rows as long as these."""

    keys: tuple[str, ...]
    rows: Sequence[SheetRow]

    def at(self, row: SheetRow, key: str) -> CellValue:
        """What stands in the column ``key``; nothing where there is no such column."""
        place = self._places.get(key)
        return None if place is None else row[place]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: place for place, key in enumerate(self.keys)}
