"""A workbook that came back: its sheets by their keys, wherever people moved them, and what it went out with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from spbe.exchange.handed_in.decision_workbook import QUESTIONS_MARK, unpacked_questions
from spbe.exchange.handed_in.proposals import AcceptanceRow
from spbe.exchange.handed_in.questions import Question
from spbe.exchange.sheets.base_values import BASE_MARK, BaseValues, unpacked
from spbe.exchange.sheets.cell_forms import LONGEST_NUMBER, CellValue, text_of
from spbe.exchange.sheets.sheet import SheetGrid, SheetRow
from spbe.exchange.workbooks.found_values import cell_value, column_letters
from spbe.exchange.workbooks.workbook_reading import FoundCell, FoundSheet
from spbe.i18n import gettext as _

T = TypeVar("T")


@dataclass(frozen=True)
class ReturnedSheet:
    """A sheet of a workbook that came back.

    ``letters`` say in which column each key stands, ``numbers`` in which row of ``title`` each row.
    """

    title: str
    grid: SheetGrid
    letters: tuple[str, ...]
    numbers: tuple[int, ...]

    def place(self, row: int, key: str) -> str:
        """Where a cell is, as people say it; the row alone where there is no such column."""
        letter = self.letters[self.grid.keys.index(key)] if key in self.grid.keys else ""
        return f"{self.title}!{letter}{self.numbers[row]}"


@dataclass(frozen=True)
class ReturnedWorkbook:
    """A workbook that came back.

    ``sheets`` by key; ``base`` is ``None`` where nothing tells what it went out with, ``questions`` where it asks none.
    """

    sheets: dict[str, ReturnedSheet]
    base: BaseValues | None
    questions: tuple[Question, ...] | None = None
    refused: tuple[AcceptanceRow, ...] = field(default=())


def returned_workbook(file: str, found: Sequence[FoundSheet]) -> ReturnedWorkbook:
    """What ``found`` holds of what we wrote; sheets of others are passed over."""
    sheets: dict[str, ReturnedSheet] = {}
    refused: list[AcceptanceRow] = []
    base, questions = None, None
    for one in found:
        base = base or _carried(one, BASE_MARK, _base)
        questions = questions or _carried(one, QUESTIONS_MARK, unpacked_questions)
        at = next((number for number, row in enumerate(one.rows) if _is_keys(row)), None)
        if at is not None:
            key, sheet = _sheet(file, one, at, refused)
            if key in sheets:
                reason = _("Lembar ini ada dua kali, jadi tidak jelas mana isinya.")
                refused.append(AcceptanceRow(file, one.name, "refused", "", reason))
            else:
                sheets[key] = sheet
    return ReturnedWorkbook(sheets, base, questions, tuple(refused))


def _carried(sheet: FoundSheet, mark: str, read: Callable[[Iterable[str]], T]) -> T | None:
    """What a sheet that nobody sees carries below ``mark``; ``None`` where it is another sheet, or damaged."""
    texts = [text_of(cell_value(row[0])) for row in sheet.rows if row]
    if not texts or not texts[0].startswith(mark):
        return None
    try:
        return read(text for text in texts[1:] if text)
    except ValueError:
        return None


def _base(texts: Iterable[str]) -> BaseValues | None:
    base = unpacked(texts)
    return base if base.edition else None


def _is_keys(row: Sequence[FoundCell]) -> bool:
    """Whether ``row`` is the hidden one with keys; a column that somebody put in has none."""
    return sum(isinstance(cell, str) and cell.partition(":")[1] == ":" and " " not in cell for cell in row) > 1


def _sheet(file: str, found: FoundSheet, at: int, refused: list[AcceptanceRow]) -> tuple[str, ReturnedSheet]:
    named = [(place, text_of(cell_value(cell)).partition(":")) for place, cell in enumerate(found.rows[at])]
    places = {key: place for place, (_sheet_key, colon, key) in named if colon}
    sheet_key = next(sheet for _place, (sheet, colon, _key) in named if colon)
    letters = tuple(column_letters(place) for place in places.values())
    rows: list[SheetRow] = []
    numbers: list[int] = []
    for number, row in enumerate(found.rows[at + 2 :], at + 3):  # below the keys stand the headings
        cells = tuple(cell if isinstance(cell := row[place], str) else cell_value(cell) for place in places.values())
        wrong = [letters[at] for at, cell in enumerate(cells) if not isinstance(cell, str) and _is_rounded(cell)]
        if wrong:
            reason = _("Angka lebih dari {n} digit sudah dibulatkan; tulis sebagai teks.").format(n=LONGEST_NUMBER)
            refused += (
                AcceptanceRow(file, f"{found.name}!{letter}{number}", "refused", "", reason) for letter in wrong
            )
        elif any(map(text_of, cells)):
            rows.append(cells)
            numbers.append(number)
    return sheet_key, ReturnedSheet(found.name, SheetGrid(tuple(places), rows), letters, tuple(numbers))


def _is_rounded(cell: CellValue) -> bool:
    return isinstance(cell, int | float) and abs(cell) >= 10**LONGEST_NUMBER
