"""How cells, columns and headings of a workbook look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from spbe.exchange.sheets.cell_forms import CellFormat, CellValue
from spbe.exchange.sheets.guidance import LineStyle
from spbe.exchange.sheets.sheet import Sheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook as XlsxWorkbook

NUMBER_FORMATS: Final[Mapping[CellFormat, str]] = {
    "text": "@",
    "date": "dd/mm/yyyy",
    "year": "0",
    "amount": "#,##0",
    "number": "General",
}
WIDTHS: Final = range(12, 46)
"""Characters that a column is wide at least and at most."""

LINE_HEIGHT: Final = 15.0
"""Points."""

_RAGGED: Final = 4
"""Characters that a line loses on average, for words are not broken."""

_SAMPLE: Final = 200
"""So many rows are looked at for the width of a column."""

_GREY, _BLUE, _YELLOW, _PALE, _LINE = "#ECECEC", "#D6E4F0", "#FFE699", "#FFF8E1", "#BFBFBF"
_CELL: Final = {"valign": "top", "text_wrap": True, "border": 1, "border_color": _LINE}
_HEAD: Final = {**_CELL, "bold": True, "valign": "vcenter"}

_LINES: Final[Mapping[LineStyle, Mapping[str, Any]]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12, "top": 1, "top_color": _LINE},
    "text": {"text_wrap": True, "valign": "top"},
    "warning": {"bold": True, "font_color": "#9C0006"},
    "required": {**_HEAD, "bg_color": _YELLOW},
    "locked": {**_CELL, "bg_color": _BLUE},
    "closed": {**_CELL, "bg_color": _GREY},
    "sheet": {},
}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: XlsxWorkbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def cell(self, shown_as: CellFormat, *, locked: bool = False) -> Format:
        """Of a cell that people fill in, or must not change."""
        colour = {"bg_color": _BLUE} if locked else {}
        return self._format({**_CELL, **colour, "num_format": NUMBER_FORMATS[shown_as], "locked": locked})

    def told(self, shown_as: CellFormat) -> Format:
        """Of a cell that only tells something."""
        return self._format({**_CELL, "num_format": NUMBER_FORMATS[shown_as]})

    def pick(self) -> Format:
        """Of a cell for which there is a list of its own."""
        return self._format({**_CELL, "bold": True, "bg_color": _PALE, "num_format": "@", "locked": False})

    def below(self, shown_as: CellFormat) -> Format:
        """Of empty cells, in rows and below them: what is typed there is taken like what stands above."""
        return self.cell(shown_as)

    def heading(self, *, required: bool) -> Format:
        """Of the heading of a column."""
        return self._format({**_HEAD, "bg_color": _YELLOW if required else _BLUE})

    def closed(self) -> Format:
        """Of a cell in which nothing can stand."""
        return self._format(_LINES["closed"])

    def line(self, style: LineStyle) -> Format:
        """Of a line of the guidance."""
        return self._format(_LINES[style])

    def _format(self, properties: Mapping[str, Any]) -> Format:
        name = repr(sorted(properties.items()))
        if name not in self._made:
            self._made[name] = self._book.add_format(dict(properties))
        return self._made[name]


def width_of(sheet: Sheet, place: int) -> int:
    """How wide the column at ``place`` is: as its longest value, and the longest word of its heading."""
    if (width := sheet.columns[place].width) is not None:
        return width
    values = (_length(row[place]) for row in sheet.rows[:_SAMPLE])
    wished = max((*values, *(len(word) + 3 for word in sheet.columns[place].label.split())), default=0)
    return min(max(wished + 2, WIDTHS[0]), WIDTHS[-1])


def height_of(cells: Iterable[CellValue], widths: Iterable[int], most: int = 4) -> float | None:
    """How high a row is, in points, for text that breaks over lines; ``None`` where one line is enough.

    With more lines than ``most`` the text is there, but does not push all other rows away. Not every program reckons
    this when it opens a file.
    """
    lines = 1
    for cell, width in zip(cells, widths, strict=True):
        if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
            lines = max(lines, _lines(cell, width))
    return LINE_HEIGHT * min(lines, most) if lines > 1 else None


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-len(line) // max(width - _RAGGED, 1))) for line in text.split("\n"))


def _length(cell: CellValue) -> int:
    return max(map(len, cell.splitlines()), default=0) if isinstance(cell, str) else 0 if cell is None else 12
