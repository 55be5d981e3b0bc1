"""A table as a spreadsheet: what its CSV file holds, with real numbers and days, and what its columns mean."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from spbe.exchange.cells import FlatColumn, as_it_is, cell_text, flat_columns
from spbe.exchange.shapes import DATE, DECIMAL
from spbe.exchange.sheets.cell_forms import CellForm, CellValue, DateForm, DecimalForm, WholeForm
from spbe.exchange.sheets.names import Names
from spbe.exchange.sheets.xlsx_writer import new_book, sheet_names, write_cell
from spbe.exchange.tables import DataTable
from spbe.i18n import gettext as _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS: Final = range(10, 45)
_SAMPLE: Final = 100
_BY_PATTERN: Final[Mapping[str, CellForm]] = {DATE: DateForm(), DECIMAL: DecimalForm()}
_NOBODY: Final = Names()


def table_xlsx_bytes(table: DataTable, about: Sequence[tuple[str, str]], author: str, day: date) -> bytes:
    """``table`` as an xlsx file of ``day``; a second sheet has the pairs ``about`` it, and explains its columns."""
    made = io.BytesIO()
    out = new_book(made, table.title, author, day)
    bold = out.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    as_day = out.add_format({"num_format": "dd/mm/yyyy"})
    name, notes = sheet_names([table.title, _("Keterangan")])
    page = out.add_worksheet(name)
    plan = list(flat_columns(table))
    for place, column in enumerate(plan):
        form = _form(column)
        cells = [_cell(cell_text(row, column, as_it_is), form) for row in table.rows]
        page.set_column(place, place, _width(column.heading, cells))
        page.write_string(0, place, column.heading, bold)
        for row, cell in enumerate(cells, 1):
            if cell is not None:
                write_cell(page, row, place, cell, as_day if isinstance(cell, date) else None)
    page.freeze_panes(1, 1)
    if plan:
        page.autofilter(0, 0, max(len(table.rows), 1), len(plan) - 1)
    _write_notes(out.add_worksheet(notes), table, about)
    out.close()
    return made.getvalue()


def _write_notes(page: Worksheet, table: DataTable, about: Sequence[tuple[str, str]]) -> None:
    page.set_column(0, 0, 28)
    page.set_column(1, 2, 60)
    lines = [(table.title, table.description, ""), *((*pair, "") for pair in about), ("", "", "")]
    lines += [
        (one.name, str(one.schema.get("title", "")), str(one.schema.get("description", ""))) for one in table.columns
    ]
    for row, line in enumerate(lines):
        for place, text in enumerate(line):
            if text:
                page.write_string(row, place, text)


def _form(column: FlatColumn) -> CellForm | None:
    """How its values stand in cells; ``None`` for texts."""
    kinds = column.schema.get("type", ())
    if kinds == "integer" or "integer" in kinds:
        return WholeForm("number")
    return _BY_PATTERN.get(str(column.schema.get("pattern")))


def _cell(text: str, form: CellForm | None) -> CellValue:
    """``text`` as ``form`` has it; a word for why there is no value stays one."""
    if not text:
        return None
    return form.cell(text, _NOBODY) if form is not None and text[:1].isdigit() else text


def _width(heading: str, cells: Sequence[CellValue]) -> int:
    longest = max((len(cell) for cell in cells[:_SAMPLE] if isinstance(cell, str)), default=0)
    return min(max(longest, len(heading)) + 2, _WIDTHS[-1]) if longest or heading else _WIDTHS[0]
