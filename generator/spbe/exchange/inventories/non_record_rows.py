"""Rows among the records of a list that are none: sums, notes, headings of groups, headers once more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spbe.exchange.inventories.header_rows import HeaderRows, is_numbering
from spbe.exchange.inventories.mapped_rows import SourceCell
from spbe.exchange.inventories.mapping_proposal import OWNER
from spbe.exchange.inventories.source_sheets import SourceSheet
from spbe.i18n import gettext as _
from spbe.standards.column_headers import header_key

_SUM: Final = re.compile(
    r"(?:sub\s*|grand\s*)?(?:total|jumlah|rekapitulasi)"
    r"(?:\s+(?:total|semua|seluruhnya|keseluruhan|aplikasi|layanan|data|opd|baris))?[\s:=\d.,]*",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"(\W*(?:[A-Z0-9]{1,4}[.)]\s*)?)(?:dinas|badan|kecamatan|sekretariat|bagian|inspektorat|kelurahan|satuan|kantor|rsud|rumah"
    r"\s+sakit|uptd?|puskesmas)\b",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"[A-Z]{1,5}[.)]?")
"""What numbers a group: a letter, or a Roman number."""
_NUMBER: Final = re.compile(r"[\d.,\s%()-]*")


@dataclass(frozen=True)
class NonRecordRows:
    """Tells them in ``sheet`` below ``headers``; ``name`` is the column of the name."""

    sheet: SourceSheet
    headers: HeaderRows
    name: int | None

    @cached_property
    def _headings(self) -> tuple[str, str]:
        """What is said of rows that may begin a group of others: of a heading, and of a text that stands alone."""
        return _("Judul kelompok, bukan catatan."), _("Catatan di luar tabel, bukan catatan arsitektur.")

    def reason(self, at: int, row: Sequence[str], *, after_gap: bool) -> str | None:
        """Why the row at ``at`` is no record, in the user's language; ``None`` where it is one.

        ``after_gap``: nothing stands between it and an empty row but such rows.
        """
        name = row[self.name] if self.name is not None and self.name < len(row) else ""
        filled = [text for text in row if text]
        heading, note = self._headings
        if _SUM.fullmatch(filled[0]) and all(map(_NUMBER.fullmatch, filled[1:])):
            return _("Baris jumlah, bukan catatan.")
        if len(filled) > 2 and is_numbering(row):
            return _("Nomor kolom, bukan catatan.")
        if name and self._repeats_headers(row):
            return _("Judul kolom yang terulang, bukan catatan.")
        if self._is_wide(at) or self._is_heading(row, filled):
            return heading
        if (not name and len(filled) <= 2) or (after_gap and len(filled) == 1 and self._usual > 2):
            return note
        return None

    def begins_group(self, reason: str | None) -> bool:
        """Whether a row that is none for ``reason`` ends the group of rows above it."""
        return reason in self._headings

    def office(self, at: int, row: Sequence[str]) -> SourceCell | None:
        """The cell of a heading that names an office, to which the rows below it belong."""
        for place, text in enumerate(row):
            found = _OFFICE.match(text)
            if found:
                return SourceCell(text[found.end(1) :], self.sheet.address(at, place), OWNER)
        return None

    @cached_property
    def _usual(self) -> int:
        """How many cells of a row are filled, in the middle of all rows."""
        counts = sorted(sum(map(bool, row)) for row in self.sheet.rows[self.headers.below :] if any(row))
        return counts[len(counts) // 2] if counts else 0

    def _repeats_headers(self, row: Sequence[str]) -> bool:
        told = [(row[one.place], one.parts) for one in self.headers.columns if one.place < len(row) and row[one.place]]
        return len(told) > 1 and sum(text in parts for text, parts in told) * 2 > len(told)

    def _is_wide(self, at: int) -> bool:
        """Whether one cell is merged over half the columns."""
        width = 1 + max((column.place for column in self.headers.columns), default=0)
        return any(2 * (right - left + 1) >= width > 2 for left, right in self._merged_aside.get(at, ()))

    def _is_heading(self, row: Sequence[str], filled: Sequence[str]) -> bool:
        """Whether one text stands alone in a list of several columns, without the number that records have."""
        if self._usual < 3 or len(filled) > 2 or self._numbers is None:
            return False
        number = row[self._numbers] if self._numbers < len(row) else ""
        return bool(_LETTER.fullmatch(number)) if number else len(filled) == 1

    @cached_property
    def _numbers(self) -> int | None:
        """The column that numbers the records, where nearly all have a number."""
        for column in self.headers.columns:
            if header_key(column.label) in {"no", "nomor", "nourut", "nomorurut"}:
                below = [row for row in self.sheet.rows[self.headers.below :] if any(row)]
                told = sum(column.place < len(row) and row[column.place].rstrip(".)").isdecimal() for row in below)
                return column.place if told >= 0.5 * len(below) else None
        return None

    @cached_property
    def _merged_aside(self) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = {}
        for area in self.sheet.merged:
            if area.right > area.left:
                found.setdefault(area.top, []).append((area.left, area.right))
        return found
