"""Workbooks as people fill them in: exported, changed by another program, saved."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from spbe.editions import Audience
from spbe.exchange.sheets.workbook import kinds_with_records, records_workbook
from spbe.exchange.sheets.xlsx_writer import FIRST, KEYS, xlsx_bytes
from spbe.history import view_of
from support.filled_sheets import opened, page_of
from support.regions import open_fast


def exported_bytes(root: Path, audience: Audience) -> bytes:
    """The workbook of the region at ``root`` for ``audience``."""
    region = open_fast(root)
    assert region.sound, region.problems
    view = view_of(region, audience)
    return xlsx_bytes(records_workbook(view, kinds_with_records(view)))


def exported(root: Path, audience: Audience) -> Any:
    """The same, open."""
    return opened(exported_bytes(root, audience))


def saved(book: Any) -> bytes:
    """``book`` as the file that it is saved as."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


class FilledSheet:
    """The sheet of a workbook with the key ``key``."""

    def __init__(self, book: Any, key: str) -> None:
        self.page: Worksheet = page_of(book, key)
        self._key = key

    def column(self, field: str) -> int:
        """The number of the column, from 1."""
        return next(cell.column for cell in self.page[KEYS + 1] if cell.value == f"{self._key}:{field}")

    def row(self, name: str) -> int:
        """The row of the record ``name``, or the first whose record's id stands in brackets there."""
        column = self.column("id")
        rows = range(FIRST + 1, self.page.max_row + 1)
        return next(row for row in rows if name in _names(self.page.cell(row, column).value))

    def get(self, name: str, field: str) -> Any:
        """What stands in a cell."""
        return self.page.cell(self.row(name), self.column(field)).value

    def put(self, name: str, field: str, value: Any) -> str:
        """Fill in a cell, and say which it is."""
        cell = self.page.cell(self.row(name), self.column(field))
        cell.value = value
        return f"{self.page.title}!{cell.coordinate}"

    def add(self, **values: Any) -> int:
        """Fill in the row below the last."""
        row = self.page.max_row + 1
        for field, value in values.items():
            self.page.cell(row, self.column(field)).value = value
        return row

    def reorder(self, order: Callable[[list[list[Any]]], list[list[Any]]]) -> None:
        """Put the rows with records into another order, or fewer."""
        rows = [[cell.value for cell in row] for row in self.page.iter_rows(min_row=FIRST + 1)]
        self.page.delete_rows(FIRST + 1, len(rows))
        for row in order(rows):
            self.page.append(row)


def _names(value: Any) -> set[str]:
    text = str(value or "")
    return {text, text.rpartition("[")[2].rstrip("]")}
