"""Which columns of a row belong to which field: worked out once for all rows of a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from spbe.exchange.sheets.cell_forms import CellValue
from spbe.exchange.sheets.field_shapes import FieldShape, ShapeColumn, SingleShape, shape_of
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.sheet import SheetGrid, SheetRow
from spbe.model.base import Base

Models = tuple[type[Base], ...]
"""The classes of a kind that have a field; of a field that they have otherwise, the first one says most."""


@dataclass(frozen=True)
class CellPlace:
    """The shape of a field in one class, and where its columns stand; ``None`` where a sheet has no such column.

    Most fields stand ``alone`` in one column, and many there ``verbatim``, as their authors wrote them.
    """

    shape: FieldShape
    at: tuple[int | None, ...]
    alone: int | None
    verbatim: bool


@dataclass(frozen=True)
class RowLayout:
    """The columns of ``fields``, one field after the other.

    ``models`` are the classes of the kind by their code; a row is laid out by the shapes of its own class.
    """

    fields: Mapping[str, Models]
    models: Mapping[str | None, type[Base]]

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key of each column."""
        return tuple(key for name, models in self.fields.items() for key in columns_of(name, models))

    def cells(self, record: Mapping[str, Any], code: str | None, names: Names) -> SheetRow:
        """The row of ``record``, whose class has the code ``code``."""
        row: list[CellValue] = [None] * len(self.keys)
        places = self._places(self.keys, code)
        for name, written in record.items():
            place = places.get(name)
            if place is None:
                continue
            if place.alone is not None:
                row[place.alone] = str(written) if place.verbatim else place.shape.cells(written, names)[0]
                continue
            for at, cell in zip(place.at, place.shape.cells(written, names), strict=True):
                if at is not None:
                    row[at] = cell
        return tuple(row)

    def written(self, grid: SheetGrid, row: SheetRow, code: str | None, names: Names) -> dict[str, Any]:
        """The record in a row of ``grid``: :meth:`cells` the other way."""
        made: dict[str, Any] = {}
        for name, place in self._places(grid.keys, code).items():
            cells = [None if at is None else row[at] for at in place.at]
            if any(cell is not None for cell in cells):
                written = place.shape.written(cells, names)
                if written is not None:
                    made[name] = written
        return made

    def closed(self, codes: Sequence[str | None], before: int) -> frozenset[tuple[int, int]]:
        """The cells of fields that the class of their row does not have; ``before`` columns stand before the fields."""
        if len(self.models) == 1:
            return frozenset()
        columns = [models for name, models in self.fields.items() for _key in columns_of(name, models)]
        return frozenset(
            (row, place)
            for row, code in enumerate(codes)
            for place, models in enumerate(columns, before)
            if self.models.get(code) not in models
        )

    def _places(self, keys: tuple[str, ...], code: str | None) -> Mapping[str, CellPlace]:
        found = self._made.get((keys, code))
        if found is None:
            found = self._made[keys, code] = dict(self._placed(keys, code))
        return found

    @cached_property
    def _made(self) -> dict[tuple[tuple[str, ...], str | None], Mapping[str, CellPlace]]:
        return {}

    def _placed(self, keys: tuple[str, ...], code: str | None) -> Iterator[tuple[str, CellPlace]]:
        at = {key: place for place, key in enumerate(keys)}
        wished = self.models.get(code)
        for name, models in self.fields.items():
            model = wished if wished in models and wished is not None else models[0]
            shape = shape_of(name, model)
            found = tuple(at.get(column.key) for column in shape.columns)
            verbatim = isinstance(shape, SingleShape) and shape.verbatim
            yield name, CellPlace(shape, found, found[0] if len(found) == 1 else None, verbatim)


@cache
def columns_of(name: str, models: Models) -> dict[str, list[ShapeColumn]]:
    """The columns of the field ``name`` in any of ``models``, by key."""
    found: dict[str, list[ShapeColumn]] = {}
    for model in models:
        for column in shape_of(name, model).columns:
            found.setdefault(column.key, []).append(column)
    return found
