"""The rows of a foreign list, each cell under the field that it is for; nothing of it is judged yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spbe.exchange.inventories.column_mapping import ColumnMapping
from spbe.model.kinds import Kind


class SourceCell(NamedTuple):
    """A cell that holds something.

    ``text`` as it was read, without blanks around it; whole numbers without a point, dates as ``2024-05-31``.
    ``address`` as people see it: ``Sheet1!C5``, in a file without sheets ``C5``, where 5 is the line on which the row
    begins. ``header`` as it is written above the column; of a constant of the sheet, its field.
    """

    text: str
    address: str
    header: str


@dataclass(frozen=True, slots=True)
class MappedRow:
    """One row below the headers that holds anything.

    ``number`` counts from 1, headers too, as a spreadsheet shows it; in CSV it is the line on which the row begins.
    ``fields`` has the cells of each field that hold something, in the order of their columns, after translation by the
    values of the mapping; ``other`` those of columns that fit nowhere. ``shifted`` says, in the user's language, why
    cells of the row seem to stand under the wrong header: it is for a person. ``no_record`` says why the row is none:
    a sum, a note, headers once more.
    """

    sheet: str
    number: int
    fields: Mapping[str, tuple[SourceCell, ...]]
    other: tuple[SourceCell, ...] = ()
    shifted: str | None = None
    no_record: str | None = None

    @property
    def address(self) -> str:
        """Where the row is, as people say it."""
        return f"{self.sheet}!{self.number}" if self.sheet else str(self.number)


@dataclass(frozen=True, slots=True)
class Inventory:
    """What one file gave.

    ``name`` is that of the file, without its folder; ``remarks`` tell, in the user's language, what was passed over.
    """

    name: str
    kind: Kind
    mapping: ColumnMapping
    rows: tuple[MappedRow, ...]
    remarks: tuple[str, ...] = ()
