"""The rows of one sheet below its headers, each cell under the field that its column is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from spbe.exchange.inventories.column_mapping import IGNORED, OTHER, SheetMapping
from spbe.exchange.inventories.header_rows import HeaderRows, unlabelled
from spbe.exchange.inventories.mapped_rows import MappedRow, SourceCell
from spbe.exchange.inventories.mapping_proposal import NAME, OWNER
from spbe.exchange.inventories.misplaced_cells import MisplacedCells
from spbe.exchange.inventories.non_record_rows import NonRecordRows
from spbe.exchange.inventories.source_sheets import SourceSheet
from spbe.exchange.workbooks.found_values import column_letters
from spbe.i18n import gettext as _
from spbe.model.field_paths import FieldPlace

_FULL: Final = 0.9
"""In a text with delimiters that gives so many rows all their cells, one that has fewer has lost some."""


@dataclass(frozen=True)
class RowReading:
    """Reads ``sheet`` below ``headers`` as ``mapping`` says; ``places`` are the fields of the kind."""

    sheet: SourceSheet
    headers: HeaderRows
    mapping: SheetMapping
    places: Mapping[str, FieldPlace]

    def rows(self) -> Iterator[MappedRow]:
        """Every row below the headers that holds anything."""
        after_gap, office = False, None
        for at in range(self.headers.below, len(self.sheet.rows)):
            row = self.sheet.rows[at]
            if not any(row):
                after_gap = True
                continue
            mapped = self._mapped(at, row, after_gap=after_gap)
            after_gap = after_gap and mapped.no_record is not None
            if self._names_no_owner and self._others.begins_group(mapped.no_record):
                office = self._others.office(at, row)
            elif office and self._names_no_owner:
                mapped = replace(mapped, fields={OWNER: (office,), **mapped.fields})
            yield mapped

    @cached_property
    def _names_no_owner(self) -> bool:
        return OWNER in self.places and OWNER not in {*self.mapping.columns.values(), *self.mapping.constants}

    def _mapped(self, at: int, row: Sequence[str], *, after_gap: bool) -> MappedRow:
        number, prefix = self.sheet.numbers[at], self._prefix
        fields: dict[str, tuple[SourceCell, ...]] = {}
        other: list[SourceCell] = []
        above = self._reaching_down.get(at)
        for column, letters, label, target, values in self._columns:
            text = row[column] if column < len(row) else ""
            place = number
            if not text and above and column in above:
                text, place = above[column]
            if not text:
                continue
            if target is None:
                other.append(SourceCell(text, f"{prefix}{letters}{place}", label))
                continue
            if values:
                text = values.get(_folded(text), text)
            cell = SourceCell(text, f"{prefix}{letters}{place}", label)
            fields[target] = (*fields[target], cell) if target in fields else (cell,)
        for field, text in self.mapping.constants.items():
            fields.setdefault(field, (SourceCell(text, f"{prefix}{number}", field),))
        return MappedRow(
            sheet=self.sheet.name,
            number=number,
            fields=fields,
            other=tuple(other) + self._stray(at, row),
            shifted=self._shifted(at, row),
            no_record=self._others.reason(at, row, after_gap=after_gap),
        )

    @cached_property
    def _prefix(self) -> str:
        return f"{self.sheet.name}!" if self.sheet.name else ""

    @cached_property
    def _columns(self) -> list[tuple[int, str, str, str | None, Mapping[str, str]]]:
        """Place, letters, label, field (``None`` for what fits nowhere) and values of each column that is taken."""
        found: list[tuple[int, str, str, str | None, Mapping[str, str]]] = []
        for column in self.headers.columns:
            target = self.mapping.columns.get(column.label, OTHER)
            if target != IGNORED:
                values = {_folded(text): meant for text, meant in self.mapping.values.get(target, {}).items()}
                field = None if target == OTHER else target
                found.append((column.place, column_letters(column.place), column.label, field, values))
        return found

    @cached_property
    def _name(self) -> int | None:
        """The column of the name."""
        return next((column for column, _letters, _label, target, _values in self._columns if target == NAME), None)

    @cached_property
    def _others(self) -> NonRecordRows:
        return NonRecordRows(self.sheet, self.headers, self._name)

    @cached_property
    def _width(self) -> int:
        return 1 + max((column.place for column in self.headers.columns), default=0)

    @cached_property
    def _own(self) -> frozenset[int]:
        return frozenset(column.place for column in self.headers.columns)

    @cached_property
    def _reaching_down(self) -> dict[int, dict[int, tuple[str, int]]]:
        """By row and column the text, and the number of its row, of a cell above that is merged with this one."""
        found: dict[int, dict[int, tuple[str, int]]] = {}
        for area in self.sheet.merged:
            if area.bottom > area.top >= self.headers.below and area.top < len(self.sheet.rows):
                text = next(iter(self.sheet.rows[area.top][area.left : area.left + 1]), "")
                for row in range(area.top + 1, area.bottom + 1):
                    found.setdefault(row, {})[area.left] = (text, self.sheet.numbers[area.top])
        return found

    def _stray(self, at: int, row: Sequence[str]) -> tuple[SourceCell, ...]:
        """Cells in columns that nobody named."""
        return tuple(
            SourceCell(text, self.sheet.address(at, place), unlabelled(place).label)
            for place, text in enumerate(row)
            if text and place not in self._own
        )

    @cached_property
    def _misplaced(self) -> MisplacedCells:
        places = {
            column: self.places[target]
            for column, _letters, _label, target, _values in self._columns
            if target is not None and target in self.places
        }
        folded = {
            path: {_folded(text): meant for text, meant in values.items()}
            for path, values in self.mapping.values.items()
        }
        return MisplacedCells(places, folded)

    def _shifted(self, at: int, row: Sequence[str]) -> str | None:
        if at in self.sheet.misread:
            return self.sheet.misread[at]
        if self._is_torn(at) or self._is_torn(at - 1):
            return _("Nama ini terputus: kurung yang dibuka pada satu baris ditutup pada baris berikutnya.")
        if len(row) > self._width and any(row[self._width :]):
            return _("Baris ini lebih panjang daripada judulnya: {n} sel, {judul} judul.").format(
                n=max(place + 1 for place, text in enumerate(row) if text), judul=self._width
            )
        if self._is_full and len(row) < self._width:
            return _("Baris ini lebih pendek daripada judulnya: {n} sel, {judul} judul.").format(
                n=len(row), judul=self._width
            )
        return self._misplaced.reason(row)

    def _is_torn(self, at: int) -> bool:
        """Whether the name in a row goes on in the next one."""
        return self._open_brackets(at) > 0 > self._open_brackets(at + 1)

    def _open_brackets(self, at: int) -> int:
        """How many brackets in the name stay open; fewer than none where one closes that was not opened."""
        if self._name is None or not self.headers.below <= at < len(self.sheet.rows):
            return 0
        name = "".join(self.sheet.rows[at][self._name : self._name + 1])
        return name.count("(") - name.count(")")

    @cached_property
    def _is_full(self) -> bool:
        """Whether nearly all rows have a cell for every header, so that a shorter one has lost some."""
        lengths = [len(row) for row in self.sheet.rows[self.headers.below :] if any(row)]
        return sum(length >= self._width for length in lengths) >= _FULL * len(lengths) if lengths else False


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
