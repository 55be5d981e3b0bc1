"""The sheets of a file that somebody drew up, as texts with their places; a text with delimiters is one sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from spbe.exchange.inventories.delimited_text import DelimitedRecords, delimited_records
from spbe.exchange.sheets.cell_forms import text_of
from spbe.exchange.workbooks.found_values import cell_value, column_letters
from spbe.exchange.workbooks.ods_merged import MergedCells
from spbe.exchange.workbooks.workbook_reading import FoundCell, FoundSheet, read_workbook
from spbe.i18n import gettext as _

_ZIP_OR_OLE: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_AS_FORMULA: Final = re.compile(r'="(.*)"')
"""How programs keep Excel from making a number of a text."""


@dataclass(frozen=True)
class SourceSheet:
    """A sheet as texts.

    ``name`` is empty for a file without sheets. ``numbers`` has the number of each of ``rows`` as people see it;
    ``merged`` counts rows and columns from 0. ``misread`` says, by the place of a row, why its cells are not to be
    believed.
    """

    name: str
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    hidden: bool = False
    merged: Sequence[MergedCells] = ()
    misread: Mapping[int, str] = field(default_factory=dict)

    def address(self, row: int, column: int) -> str:
        """Where a cell is, both counted from 0, as people say it."""
        place = f"{column_letters(column)}{self.numbers[row]}"
        return f"{self.name}!{place}" if self.name else place


def source_sheets(data: bytes) -> tuple[SourceSheet, ...]:
    """The sheets of the file ``data``; raises :class:`HostileFileError` for what must not, or cannot, be read."""
    if data.startswith(_ZIP_OR_OLE):
        return tuple(map(_of_workbook, read_workbook(data)))
    return (_of_text(delimited_records(data)),)


def _of_workbook(found: FoundSheet) -> SourceSheet:
    rows = [[_text(cell) for cell in row] for row in found.rows]
    return SourceSheet(found.name, rows, range(1, len(rows) + 1), found.hidden, found.merged)


def _text(cell: FoundCell) -> str:
    if cell is None:
        return ""
    return cell.strip() if isinstance(cell, str) else text_of(cell_value(cell))


def _of_text(found: DelimitedRecords) -> SourceSheet:
    rows = [[_unwrapped(cell.strip()) for cell in record] for record in found.records]
    misread = {
        place: _("Tanda kutip pada baris ini tidak berpasangan.")
        for place in found.misquoted
        if len(found.records[place]) != found.width
    }
    for place in found.misquoted - misread.keys():
        rows[place] = [cell.removeprefix('"').removesuffix('"').strip() for cell in rows[place]]
    return SourceSheet("", rows, found.lines, misread=misread)


def _unwrapped(text: str) -> str:
    found = _AS_FORMULA.fullmatch(text) if text.startswith('="') else None
    return found[1] if found else text
