"""A reply as a page of text, for a message, and as a spreadsheet page, to print or to send beside it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from spbe.exchange.handed_in.replies import PartName, Reply, ReplyPart, ReplyRow
from spbe.exchange.sheets.xlsx_look import height_of
from spbe.exchange.sheets.xlsx_writer import new_book, write_cell
from spbe.i18n import gettext as _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as XlsxWorkbook
    from xlsxwriter.worksheet import Worksheet

_MOST_RECORDS, _MOST_FIELDS = 12, 5
"""Of so many records, and of each so many fields, the text says that they are still asked for: it is a page."""

_WIDTHS: Final = (40, 26, 62, 18)
_LINES: Final = 8
_COLOURS: Final[Mapping[PartName, str]] = {
    "taken": "#E2EFDA",
    "kept": "#ECECEC",
    "refused": "#F8CBAD",
    "open": "#FFE699",
    "asked": "#D6E4F0",
}
_LINE: Final = "#BFBFBF"
_A4: Final = 9


def reply_text(reply: Reply) -> str:
    """``reply`` as plain text."""
    lines = [reply.title, *filter(None, [reply.note]), *_about(reply)]
    for part in reply.parts:
        lines += ["", f"{part.title.upper()} ({_count(part)})", *filter(None, [part.todo])]
        lines += _asked(part) if part.name == "asked" else map(_line, part.rows)
    return "\n".join(lines) + "\n"


def _count(part: ReplyPart) -> str:
    if part.name != "asked":
        return _("{n} isian").format(n=len(part.rows))
    fields = sum(len(row.text.splitlines()) for row in part.rows)
    return _("{n} isian pada {catatan} catatan").format(n=fields, catatan=len(part.rows))


def _about(reply: Reply) -> list[str]:
    lines = [
        _("Berkas: {nama}").format(nama=reply.file),
        _("Keadaan data per {tanggal}.").format(tanggal=reply.day),
    ]
    return [*lines, *filter(None, [reply.summary])]


def _asked(part: ReplyPart) -> list[str]:
    lines = []
    for row in part.rows[:_MOST_RECORDS]:
        fields = row.text.splitlines()
        more = _(" dan {n} lagi").format(n=len(fields) - _MOST_FIELDS) if len(fields) > _MOST_FIELDS else ""
        lines.append(f"- {row.record}: {', '.join(fields[:_MOST_FIELDS])}{more}")
    if len(part.rows) > _MOST_RECORDS:
        rest = len(part.rows) - _MOST_RECORDS
        lines.append(_("- dan {n} catatan lagi; semuanya ada pada balasan Excel.").format(n=rest))
    return lines


def _line(row: ReplyRow) -> str:
    place = " / ".join(filter(None, (row.record, row.field)))
    cell = _("(sel {sel})").format(sel=row.cell) if row.cell else ""
    head = " ".join(filter(None, (place, cell)))
    return "- " + ": ".join(filter(None, (head, "; ".join(row.text.splitlines()))))


def reply_xlsx(reply: Reply, author: str, day: date) -> bytes:
    """``reply`` as a workbook with one sheet."""
    made = io.BytesIO()
    book = new_book(made, reply.title, author, day)
    page = book.add_worksheet(_("Balasan"))
    page.hide_gridlines(2)
    for place, width in enumerate(_WIDTHS):
        page.set_column(place, place, width)
    page.write_string(0, 0, reply.title, book.add_format({"bold": True, "font_size": 16}))
    row = 1
    if reply.note:
        page.write_string(row, 0, reply.note, book.add_format({"bold": True, "font_color": "#9C0006"}))
        row += 1
    for line in _about(reply):
        page.write_string(row, 0, line)
        row += 1
    for part in reply.parts:
        row = _write_part(book, page, part, row + 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(0.4, 0.4, 0.6, 0.6)
    page.fit_to_pages(1, 0)
    page.set_footer("&R&P / &N")
    book.close()
    return made.getvalue()


def _write_part(book: XlsxWorkbook, page: Worksheet, part: ReplyPart, row: int) -> int:
    """Write ``part`` from ``row`` on, and say which row is free below it."""
    heads = (
        (_("Catatan"), "", _("Isian yang masih kosong"), "")
        if part.name == "asked"
        else (_("Catatan"), _("Isian"), _("Isi") if part.name == "taken" else _("Keterangan"), _("Sel"))
    )
    band = {"bg_color": _COLOURS[part.name], "bold": True}
    title = book.add_format({**band, "font_size": 12})
    for place in range(len(_WIDTHS)):
        page.write_blank(row, place, None, title)
    page.write_string(row, 0, f"{part.title} ({_count(part)})", title)
    row += 1
    if part.todo:
        page.merge_range(row, 0, row, len(_WIDTHS) - 1, part.todo, book.add_format({"italic": True, "text_wrap": True}))
        row += 1
    frame: dict[str, Any] = {"border": 1, "border_color": _LINE, "valign": "top", "text_wrap": True}
    head, cell = book.add_format({**frame, "bold": True}), book.add_format(frame)
    told = (", ".join(one.text.splitlines()) if part.name == "asked" else one.text for one in part.rows)
    cells = ((one.record, one.field, text, one.cell) for one, text in zip(part.rows, told, strict=True))
    rows = [heads, *cells]
    for number, one in enumerate(rows):
        _write_row(page, row, one, head if number == 0 else cell, wide=part.name == "asked")
        row += 1
    return row


def _write_row(page: Worksheet, row: int, cells: tuple[str, str, str, str], look: Format, *, wide: bool) -> None:
    """A row of a part; a ``wide`` one has but two cells."""
    record, field, text, place = cells
    widths = (_WIDTHS[0], sum(_WIDTHS[1:])) if wide else _WIDTHS
    shown = (record, text) if wide else (record, field, text, place)
    if wide:
        write_cell(page, row, 0, record, look)
        page.merge_range(row, 1, row, len(_WIDTHS) - 1, text, look)
    else:
        for number, one in enumerate(cells):
            write_cell(page, row, number, one or None, look)
    if height := height_of(shown, widths, _LINES):
        page.set_row(row, height)
