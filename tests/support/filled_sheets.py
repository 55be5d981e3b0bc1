"""Workbooks as another program reads them."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from spbe.exchange.sheets.sheet import SheetGrid
from spbe.exchange.sheets.xlsx_writer import FIRST, KEYS


def opened(content: bytes) -> Any:
    """The workbook in ``content``."""
    return openpyxl.load_workbook(io.BytesIO(content))


def page_of(book: Any, key: str) -> Worksheet:
    """The sheet with this key."""
    return next(page for page in book.worksheets if str(page.cell(KEYS + 1, 1).value).startswith(f"{key}:"))


def locked(page: Worksheet, row: int, column: int) -> bool:
    """Whether nobody can write there: an empty cell of which nothing else is said is as its column."""
    cell = page.cell(row, column)
    columns = (one for one in page.column_dimensions.values() if one.min <= column <= one.max)
    return bool((cell if cell.has_style else next(columns)).protection.locked)


def grids(book: Any) -> dict[str, SheetGrid]:
    """What stands in every sheet that people fill in, by the keys of sheets."""
    found: dict[str, SheetGrid] = {}
    for page in book.worksheets:
        rows = [tuple(map(_cell, row)) for row in page.iter_rows(values_only=True)]
        keys = [str(key) for key in rows[KEYS]] if rows else []
        if keys and all(":" in key for key in keys) and page.sheet_state == "visible":
            [sheet] = {key.partition(":")[0] for key in keys}
            found[sheet] = SheetGrid(tuple(key.partition(":")[2] for key in keys), rows[FIRST:])
    return found


def _cell(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
