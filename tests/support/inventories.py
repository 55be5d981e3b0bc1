"""Lists as people draw them up, as files, and what was read of them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from spbe.exchange.inventories.mapped_rows import Inventory, MappedRow

Grid = Sequence[Sequence[object]]


def xlsx_of(sheets: Mapping[str, Grid], merged: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """A workbook of ``sheets``, in which the cells of ``merged`` (``A1:C1`` by sheet) are one."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for area in (merged or {}).get(name, ()):
                sheet.merge_range(area, "")
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell not in {None, ""}:
                        sheet.write(number, column, cell)
    return stream.getvalue()


def csv_of(rows: Grid, delimiter: str = ",") -> str:
    """The same text as CSV, in which no cell needs quotes."""
    return "".join(delimiter.join(map(str, row)) + "\r\n" for row in rows)


def texts(row: MappedRow) -> dict[str, object]:
    """What a row holds by field: a text, or several."""
    return {
        name: cells[0].text if len(cells) == 1 else [cell.text for cell in cells] for name, cells in row.fields.items()
    }


def addresses(row: MappedRow) -> dict[str, str]:
    """Where the first cell of each field stands."""
    return {name: cells[0].address for name, cells in row.fields.items()}


def names(inventory: Inventory) -> list[object]:
    """The names of the records that were read, in their order."""
    return [texts(row).get("nama") for row in inventory.rows if row.no_record is None]
