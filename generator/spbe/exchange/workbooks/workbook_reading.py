"""What stands in a workbook, as plain cells: formats that can hurt a process are read in another one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from spbe.exchange.workbooks.ods_merged import MergedCells, merged_cells
from spbe.exchange.workbooks.workbook_guard import WorkbookFormat, demand_harmless
from spbe.exchange.workbooks.zip_parts import damaged, locked

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

FoundCell = str | float | bool | date | datetime | time | timedelta | None
"""What a library finds in a cell; whole numbers come as numbers with a point, as spreadsheets keep them."""


@dataclass(frozen=True)
class FoundSheet:
    """A sheet as it was found in a workbook.

    ``rows`` begin at the first row and column of the sheet, and are equally long; ``hidden`` ones count too.
    ``merged`` are the first and last row and column, from 0, of cells that are one.
    """

    name: str
    hidden: bool
    rows: Sequence[Sequence[FoundCell]]
    merged: Sequence[MergedCells] = ()


def read_workbook(data: bytes) -> tuple[FoundSheet, ...]:
    """The sheets of the workbook ``data``, in its order.

    Raises :class:`spbe.exchange.workbooks.zip_parts.HostileFileError` for what must not, or cannot, be read.
    """
    form = demand_harmless(data)
    if form is WorkbookFormat.XLSX:
        return sheets_of(data)
    from spbe.exchange.workbooks.limited_process import sheets_by_process

    return sheets_by_process(data)


def sheets_of(data: bytes) -> tuple[FoundSheet, ...]:
    """The sheets of a workbook that was looked through, in this process."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = tuple(_sheet(workbook, place) for place in range(len(workbook.sheet_names)))
    except PasswordError:
        raise locked() from None
    except (CalamineError, ValueError, OSError, OverflowError):
        raise damaged() from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how the library's language ends; it cannot be imported
            raise damaged() from None
        raise
    areas = merged_cells(data)
    return tuple(map(_with_merged, sheets, areas)) if len(areas) == len(sheets) else sheets


def _with_merged(sheet: FoundSheet, merged: Sequence[MergedCells]) -> FoundSheet:
    return replace(sheet, merged=merged)


def _sheet(workbook: CalamineWorkbook, place: int) -> FoundSheet:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    about = workbook.sheets_metadata[place]
    hidden = about.visible != SheetVisibleEnum.Visible
    if about.typ != SheetTypeEnum.WorkSheet:
        return FoundSheet(about.name, hidden, ())
    sheet = workbook.get_sheet_by_index(place)
    rows = sheet.to_python(skip_empty_area=False)
    merged = [MergedCells(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return FoundSheet(about.name, hidden, [[None if cell == "" else cell for cell in row] for row in rows], merged)
