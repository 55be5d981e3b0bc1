"""Workbooks as files: the same workbook gives the same bytes, and no cell is ever a formula.

XlsxWriter is imported when a workbook is written.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from spbe.exchange.sheets.cell_forms import CellValue
from spbe.exchange.sheets.drop_downs import offered
from spbe.exchange.sheets.long_texts import SURE, fitting
from spbe.exchange.sheets.packing import packed
from spbe.exchange.sheets.sheet import Sheet, SheetColumn
from spbe.exchange.sheets.workbook import Workbook
from spbe.exchange.sheets.xlsx_look import Looks, height_of, width_of
from spbe.i18n import gettext as _
from spbe.sources.uncollected import uncollected

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as XlsxWorkbook
    from xlsxwriter.worksheet import Worksheet

KEYS: Final = 0
"""The hidden row with the key of each column behind that of its sheet: ``aplikasi:nama``."""
HEADINGS: Final = 1
FIRST: Final = 2
"""The row of the first record."""

BASE_SHEET: Final = "spbe"
LISTS_SHEET: Final = "Daftar"

_ROWS: Final = 1_048_576
_NAME: Final = 31
_HINT: Final = 255
_ALLOWED: Final = {
    "sort": True,
    "autofilter": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
}
_A4: Final = 9
_GUIDANCE_WIDTH: Final = 72
"""Characters, as many as stand on an upright page."""


@uncollected()
def xlsx_bytes(book: Workbook) -> bytes:
    """``book`` as an xlsx file."""
    from spbe.exchange.sheets.quick_sheet import QuickSheet

    made = io.BytesIO()
    out = new_book(made, book.title, book.author, book.date)
    looks = Looks(out)
    titles = sheet_names([one.title for one in book.sheets])
    _write_guidance(out.add_worksheet(_("Petunjuk")), book, titles, looks)
    pages = [(out.add_worksheet(title, QuickSheet), sheet) for title, sheet in zip(titles, book.sheets, strict=True)]
    lists = _Lists(out.add_worksheet(LISTS_SHEET))
    for page, sheet in pages:
        _write_sheet(page, sheet, book, lists, looks)
    _write_base(out.add_worksheet(BASE_SHEET), book)
    out.close()
    return made.getvalue()


def new_book(file: io.BytesIO, title: str, author: str, day: date) -> XlsxWorkbook:
    """An empty file of ``day``, in which text stays text whatever it looks like."""
    from xlsxwriter import Workbook as XlsxWorkbook

    out = XlsxWorkbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    out.set_properties({"title": title, "author": author, "created": datetime.combine(day, time())})
    return out


def sheet_names(titles: Sequence[str]) -> list[str]:
    """``titles`` as a spreadsheet takes them: short, without some signs, and none twice."""
    made: list[str] = []
    for title in titles:
        plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)
        name, number = plain[:_NAME].strip(), 1
        while name.casefold() in map(str.casefold, made):
            number += 1
            name = f"{plain[: _NAME - len(str(number)) - 1].strip()} {number}"
        made.append(name)
    return made


def write_cell(page: Worksheet, row: int, column: int, cell: CellValue, look: Format | None = None) -> None:
    """``cell`` as what it is: text as text, days as days."""
    if isinstance(cell, str):
        page.write_string(row, column, cell if len(cell) <= SURE else fitting(cell), look)
    elif cell is None:
        page.write_blank(row, column, None, look)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), look)
    else:
        page.write_number(row, column, cell, look)


class _Lists:
    """The hidden sheet with what cells offer, each list once, one below the other."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._made: dict[tuple[str, ...], str] = {}
        self._next = 0
        page.hide()

    def place(self, values: tuple[str, ...]) -> str:
        """Where ``values`` stand, as a validation names it."""
        if values not in self._made:
            first, self._next = self._next, self._next + len(values)
            for row, value in enumerate(values, first):
                self._page.write_string(row, 0, value)
            self._made[values] = f"={LISTS_SHEET}!$A${first + 1}:$A${self._next}"
        return self._made[values]


def _write_sheet(page: Worksheet, sheet: Sheet, book: Workbook, lists: _Lists, looks: Looks) -> None:
    closed: dict[int, set[int]] = {}
    for number, place in sheet.closed:
        closed.setdefault(place, set()).add(number)
    widths = [width_of(sheet, place) for place in range(len(sheet.columns))]
    for place, column in enumerate(sheet.columns):
        shown_as = column.forms[0].shown_as
        page.set_column(place, place, widths[place], looks.below(shown_as))
        page.write_string(KEYS, place, f"{sheet.key}:{column.key}")
        heading = f"{column.label} *" if column.required else column.label
        page.write_string(HEADINGS, place, heading, looks.heading(required=column.required))
        if place not in {own for _row, own in sheet.offers}:
            check = _validation(column, offered(column, book.names), lists)
            page.data_validation(FIRST, place, _ROWS - 1, place, check)
        _write_column(page, sheet, place, closed.get(place, frozenset()), looks)
    for (number, place), values in sheet.offers.items():
        check = _validation(sheet.columns[place], values, lists)
        page.data_validation(FIRST + number, place, FIRST + number, place, check)
        write_cell(page, FIRST + number, place, sheet.rows[number][place], looks.pick())
    for number, row in enumerate(sheet.rows):
        if height := height_of(row, widths, sheet.lines):
            page.set_row(FIRST + number, height)
    page.set_row(KEYS, None, None, {"hidden": True})
    page.set_row(HEADINGS, 45)
    page.autofilter(HEADINGS, 0, max(FIRST, FIRST + len(sheet.rows) - 1), len(sheet.columns) - 1)
    page.freeze_panes(FIRST, min(sheet.frozen, len(sheet.columns)))
    page.protect("", _ALLOWED)
    _set_print(page, sheet, book)


def _write_column(page: Worksheet, sheet: Sheet, place: int, closed: AbstractSet[int], looks: Looks) -> None:
    """The cells of one column, which is ``closed`` in some rows; an empty open one looks as its column does."""
    column = sheet.columns[place]
    shown_as = column.forms[0].shown_as
    look = looks.told(shown_as) if column.tells else looks.cell(shown_as, locked=column.locked)
    always = column.tells or column.locked
    for number, row in enumerate(sheet.rows):
        cell = row[place]
        if number in closed:
            write_cell(page, FIRST + number, place, cell, looks.closed())
        elif isinstance(cell, str) and len(cell) > SURE and fitting(cell) is not cell:
            write_cell(page, FIRST + number, place, cell, looks.cell(shown_as, locked=True))
        elif cell is not None or always:
            write_cell(page, FIRST + number, place, cell, look)


def _validation(column: SheetColumn, values: tuple[str, ...], lists: _Lists) -> dict[str, Any]:
    hint = {"input_title": column.label[:32], "input_message": _hint(column)[:_HINT]}
    if not values:
        return {"validate": "any", **hint}
    return {
        "validate": "list",
        "source": lists.place(values),
        "error_type": "warning",
        "error_title": _("Di luar daftar"),
        "error_message": _("Isian ini di luar daftar. Pakai juga?"),
        **hint,
    }


def _hint(column: SheetColumn) -> str:
    """What is said of a column when somebody comes into a cell of it."""
    if column.adds:
        return _("Pilih satu untuk ditambahkan ke kolom di sebelah kiri.")
    if column.many:
        return f"{column.description} " + _("Beberapa isi dipisah titik koma.")
    return column.description


def _set_print(page: Worksheet, sheet: Sheet, book: Workbook) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(0.4, 0.4, 0.6, 0.6)
    page.repeat_rows(HEADINGS)
    page.repeat_columns(0, min(sheet.frozen, len(sheet.columns)) - 1)
    page.print_across()
    page.set_header("&L" + _in_margin(book.title) + "&R&A")
    page.set_footer("&L" + _in_margin(book.note) + "&R&P / &N")


def _in_margin(text: str) -> str:
    """``text`` for header or footer, where ``&`` begins a command; they take 255 characters in all."""
    return text[:100].replace("&", "&&")


def _write_guidance(page: Worksheet, book: Workbook, titles: Sequence[str], looks: Looks) -> None:
    called = {sheet.key: title for sheet, title in zip(book.sheets, titles, strict=True)}
    page.hide_gridlines(2)
    page.set_column(0, 0, _GUIDANCE_WIDTH)
    for row, line in enumerate(book.guidance):
        if line.style == "sheet":
            text = f"{called[line.key]} ({line.text})"
            page.write_url(row, 0, f"internal:'{called[line.key]}'!A{HEADINGS + 1}", string=text)
        else:
            page.write_string(row, 0, line.text, looks.line(line.style))
            if height := height_of((line.text,), (_GUIDANCE_WIDTH,)):
                page.set_row(row, height)
    page.set_portrait()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.protect("", _ALLOWED)
    page.activate()


def _write_base(page: Worksheet, book: Workbook) -> None:
    page.very_hidden()
    page.write_string(0, 0, book.base.mark)
    for row, text in enumerate(packed(book.base), 1):
        page.write_string(row, 0, text)
