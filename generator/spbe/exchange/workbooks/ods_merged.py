"""Which cells of an OpenDocument workbook are one; the library that reads it does not tell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from xml.parsers import expat

_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "


class MergedCells(NamedTuple):
    """Cells that are one: the first row and column, and the last ones, from 0."""

    top: int
    left: int
    bottom: int
    right: int


def merged_cells(data: bytes) -> Sequence[Sequence[MergedCells]]:
    """The merged cells of each sheet of the workbook ``data``, in their order; none where it is of another format.

    It was looked through already.
    """
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = walk.begin
    parser.EndElementHandler = walk.end
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parser.ParseFile(io.BytesIO(archive.read("content.xml")))
    except (expat.ExpatError, zipfile.BadZipFile, KeyError, ValueError):
        return ()
    return walk.sheets


class _Walk:
    """Counts rows and columns as it goes; rows and cells may stand for several."""

    def __init__(self) -> None:
        self.sheets: list[list[MergedCells]] = []
        self._row = self._column = self._inner = 0
        self._times = 1

    def begin(self, name: str, given: Mapping[str, str]) -> None:
        """A table within a cell is no sheet."""
        if name == f"{_TABLE}table":
            self._inner += 1
            if self._inner == 1:
                self.sheets.append([])
                self._row = 0
        elif self._inner != 1:
            return
        elif name == f"{_TABLE}table-row":
            self._column = 0
            self._times = int(given.get(f"{_TABLE}number-rows-repeated", 1))
        elif name in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
            down = int(given.get(f"{_TABLE}number-rows-spanned", 1))
            right = int(given.get(f"{_TABLE}number-columns-spanned", 1))
            if down > 1 or right > 1:
                area = MergedCells(self._row, self._column, self._row + down - 1, self._column + right - 1)
                self.sheets[-1].append(area)
            self._column += int(given.get(f"{_TABLE}number-columns-repeated", 1))

    def end(self, name: str) -> None:
        """A row is over, or a sheet."""
        if name == f"{_TABLE}table":
            self._inner -= 1
        elif name == f"{_TABLE}table-row" and self._inner == 1:
            self._row += self._times
