"""What stands in a cell as our own cells have it, and what columns are called."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache

from spbe.exchange.workbooks.workbook_reading import FoundCell


def cell_value(cell: FoundCell) -> str | int | float | date | None:
    """``cell`` with whole numbers as such, and a day without a time of day; what else it may be, as text."""
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, int | float | date):
        return cell
    return str(cell)


@cache
def column_letters(place: int) -> str:
    """The letters of a column, counted from 0."""
    letters, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
