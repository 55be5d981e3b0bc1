"""Which column of a foreign list holds which field; a person corrects it in a file and keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spbe.standards.column_headers import IGNORED, OTHER

__all__ = ["IGNORED", "OTHER", "ColumnMapping", "SheetMapping"]


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """The columns of one sheet.

    ``sheet`` is its name, empty for a file that has no sheets. ``header_rows`` are the numbers of its first and last
    row of headers, from 1. ``columns`` says for each header, as it is written, into which field it goes (a path of the
    kind, as ``rencana.uraian``), :data:`OTHER` or :data:`IGNORED`. The label of a header that stands on several rows is
    ``Alamat > Domain``; of the second column of the same header, ``Nama [D]``, by its letter; of one without a header,
    ``Kolom D``. ``constants`` are fields that have the same text in every row (``jenis`` of a sheet
    that holds one); ``values`` says by field what a text of the list means here.
    """

    sheet: str
    header_rows: tuple[int, int]
    columns: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The sheets of one file that are taken; one that is not named here is passed over."""

    sheets: tuple[SheetMapping, ...]

    def sheet(self, name: str) -> SheetMapping | None:
        """How the sheet ``name`` is read, if it is."""
        return next((one for one in self.sheets if one.sheet == name), None)
