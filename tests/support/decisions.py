"""The workbook to decide in, as somebody decides in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spbe.exchange.handed_in.decision_workbook import DECISIONS, PICKED
from spbe.exchange.sheets.xlsx_writer import FIRST, KEYS, LISTS_SHEET
from support.filled_sheets import opened, page_of


class DecisionFile:
    """The workbook at ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Any = opened(path.read_bytes())
        self.page = page_of(self.book, DECISIONS)
        self._keys = [str(cell.value).partition(":")[2] for cell in self.page[KEYS + 1]]

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Each row by the keys of its columns."""
        rows = self.page.iter_rows(min_row=FIRST + 1, values_only=True)
        return [dict(zip(self._keys, row, strict=True)) for row in rows]

    def offered(self, number: int) -> list[str]:
        """What can be picked for a question."""
        cell = self._cell(number).coordinate
        [check] = [one for one in self.page.data_validations.dataValidation if str(one.sqref) == cell]
        [cells] = [check.formula1.partition("!")[2].replace("$", "")]
        return [row[0].value for row in self.book[LISTS_SHEET][cells]]

    def pick(self, number: int, beginning: str) -> str:
        """Pick the answer that begins so, and say in which cell."""
        [answer] = [one for one in self.offered(number) if one.startswith(beginning)]
        cell = self._cell(number)
        cell.value = answer
        return f"{self.page.title}!{cell.coordinate}"

    def save(self) -> Path:
        """Save it where it was."""
        self.book.save(self.path)
        return self.path

    def _cell(self, number: int) -> Any:
        row = next(FIRST + 1 + place for place, one in enumerate(self.asked) if one["nomor"] == number)
        return self.page.cell(row, self._keys.index(PICKED) + 1)
