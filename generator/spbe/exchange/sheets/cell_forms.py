"""One value of a record as one cell, and a cell as that value again.

A value is what an author would write in YAML: always text. A cell holds what people expect of it there: a real date,
an amount that can be added up, a name beside the id that it stands for.
Whatever a form does not understand it hands on as it stands in the cell: the model refuses it, with its own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from math import isfinite
from typing import Final, Literal, Protocol

from spbe.exchange.sheets.names import Names
from spbe.model.choices import Pilihan
from spbe.model.dates import EXCEL_BEGINS
from spbe.model.values import Tanggal

CellValue = str | int | float | date | None
"""What stands in a cell; ``None`` where nothing does. ``bool`` is an ``int`` and means ya or tidak."""

CellFormat = Literal["text", "date", "year", "amount", "number"]
"""How a cell is to be shown, and what a program may make of what is typed into it."""

LONGEST_NUMBER: Final = 15
"""More digits than these a spreadsheet rounds without a word."""

_YEARS: Final = range(1900, 2201)
"""Whole numbers that a cell for dates shows as a day of 1905, and that people who typed them meant as a year."""

_BRACKETS: Final = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\]\s*$")
_INDICATOR: Final = re.compile(r"([a-z0-9-]+/[A-Za-z][A-Za-z0-9.]*)\s+·\s")
_CODE: Final = re.compile(r"((?:RAB|RAL|RAD|RAA|RAI|RAK)(?:\.[0-9]{2})+)(?:\s|$)", re.IGNORECASE)


class CellForm(Protocol):
    """How one value stands in a cell."""

    @property
    def shown_as(self) -> CellFormat:
        """The format of its cells."""

    def cell(self, written: str, names: Names) -> CellValue:
        """The cell that says ``written``."""

    def written(self, cell: CellValue, names: Names) -> str:
        """What ``cell``, in which something stands, says."""


def text_of(cell: CellValue) -> str:
    """What stands in ``cell``, in the words of a data file."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _decimal(cell)
    return str(cell).strip()


def bracketed_id(text: str) -> str:
    """The id in brackets at the end of ``text``, else ``text``."""
    found = _BRACKETS.search(text)
    return found[1] if found else text


def _decimal(number: float) -> str:
    """``number`` with the fifteen digits that a spreadsheet keeps."""
    text = format(Decimal(format(number, f".{LONGEST_NUMBER}g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class TextForm:
    """Words, codes, addresses: as they are written."""

    shown_as: CellFormat = "text"

    def cell(self, written: str, names: Names) -> CellValue:  # noqa: ARG002
        """The text."""
        return written

    def written(self, cell: CellValue, names: Names) -> str:  # noqa: ARG002
        """The text."""
        return text_of(cell)


@dataclass(frozen=True)
class ChoiceForm:
    """A code of a closed list, shown by its label."""

    choice: Pilihan
    shown_as: CellFormat = "text"

    def cell(self, written: str, names: Names) -> CellValue:  # noqa: ARG002
        """The label, if it leads back to the code."""
        return self._shown.get(written, written)

    def written(self, cell: CellValue, names: Names) -> str:  # noqa: ARG002
        """The code that label, code or another spelling of it means."""
        text = text_of(cell)
        return text if text in self.choice.nilai else self.choice.find(text) or text

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What a drop-down offers."""
        return tuple(self._shown.values())

    @cached_property
    def _shown(self) -> dict[str, str]:
        return {code: label if self.choice.find(label) == code else code for code, label in self.choice.nilai.items()}


@dataclass(frozen=True)
class ReferenceForm:
    """The id of a record of ``kind``, behind the name of that record: ``Sistem Kepegawaian [simpeg]``."""

    kind: str
    shown_as: CellFormat = "text"

    def cell(self, written: str, names: Names) -> CellValue:
        """Name and id; the id alone where nobody knows the record."""
        return names.labelled(self.kind, written)

    def written(self, cell: CellValue, names: Names) -> str:
        """The id in brackets, or the one whose name stands there alone, else what stands there."""
        text = text_of(cell)
        found = _BRACKETS.search(text)
        return found[1] if found else names.id_of(self.kind, text) or text


@dataclass(frozen=True)
class CodeForm:
    """A code of the reference architecture before its name; with ``or_words`` free words may stand there too."""

    or_words: bool = False
    shown_as: CellFormat = "text"

    def cell(self, written: str, names: Names) -> CellValue:
        """Code and name; what is no known code stays as it is."""
        name = names.codes.get(written)
        return f"{written}{' · ' if self.or_words else ' '}{name}" if name else written

    def written(self, cell: CellValue, names: Names) -> str:
        """The code that it begins with; where words may stand too, only before its own name."""
        text = text_of(cell)
        found = _CODE.match(text)
        if found is None or (self.or_words and text != self.cell(found[1], names)):
            return text
        return found[1].upper()


@dataclass(frozen=True)
class IndicatorForm:
    """An indicator with its instrument, before its name: ``permenpanrb-59-2020/I11 · …``."""

    shown_as: CellFormat = "text"

    def cell(self, written: str, names: Names) -> CellValue:
        """Code and name; what is no indicator of a shipped instrument stays as it is."""
        name = names.indicators.get(written)
        return f"{written} · {name}" if name else written

    def written(self, cell: CellValue, names: Names) -> str:  # noqa: ARG002
        """The code that it begins with."""
        text = text_of(cell)
        found = _INDICATOR.match(text)
        return found[1] if found else text


@dataclass(frozen=True)
class DateForm:
    """A date: a real one where the day is known, else text (``05/2019``, ``2019``)."""

    shown_as: CellFormat = "date"

    def cell(self, written: str, names: Names) -> CellValue:  # noqa: ARG002
        """The date as people write it."""
        return _day(written)

    def written(self, cell: CellValue, names: Names) -> str:  # noqa: ARG002
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        if isinstance(cell, date):
            day = cell.date() if isinstance(cell, datetime) else cell
            serial = (day - EXCEL_BEGINS).days
            return str(serial) if serial in _YEARS else day.isoformat()
        text = text_of(cell)
        if re.fullmatch(r"[0-9]{5}", text) and not isinstance(cell, str):
            return (EXCEL_BEGINS + timedelta(days=int(text))).isoformat()
        parts = re.fullmatch(r"(?:([0-9]{1,2})[/.-])?([0-9]{1,2})[/.-]([0-9]{4})", text)
        if parts is None:
            return text
        return "-".join((parts[3], *(part.zfill(2) for part in (parts[2], parts[1]) if part)))


@lru_cache(maxsize=10_000)
def _day(written: str) -> CellValue:
    try:
        known = Tanggal.parse(written)
    except ValueError:
        return written
    if known.hari is None:
        return f"{known.bulan:02d}/{known.tahun}" if known.bulan else str(known.tahun)
    if (known.first - EXCEL_BEGINS).days in _YEARS:
        return f"{known.hari:02d}/{known.bulan:02d}/{known.tahun}"
    return known.first


@dataclass(frozen=True)
class WholeForm:
    """A whole number: a year, a count, an amount in rupiah."""

    shown_as: CellFormat

    def cell(self, written: str, names: Names) -> CellValue:  # noqa: ARG002
        """The number, unless it is too long for a spreadsheet."""
        return int(written) if written.isdecimal() and len(written) <= LONGEST_NUMBER else written

    def written(self, cell: CellValue, names: Names) -> str:  # noqa: ARG002
        """Its digits."""
        return text_of(cell)


@dataclass(frozen=True)
class DecimalForm:
    """A decimal number, exact: as a text where a spreadsheet would keep another one."""

    shown_as: CellFormat = "number"

    def cell(self, written: str, names: Names) -> CellValue:  # noqa: ARG002
        """The number, if it leads back to what is written."""
        try:
            number = float(written)
        except ValueError:
            return written
        return number if isfinite(number) and _decimal(number) == written else written

    def written(self, cell: CellValue, names: Names) -> str:  # noqa: ARG002
        """Its digits, with a decimal point."""
        return text_of(cell)


@dataclass(frozen=True)
class LevelForm(DecimalForm):
    """A level; ``levels`` are those that the instrument knows, where it words them."""

    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class YesNoForm(TextForm):
    """A cell of yes or no.

    ``ya`` or ``tidak``.
    """


@dataclass(frozen=True)
class ElsewhereForm(TextForm):
    """A word for why there is nothing, or where it stands."""
