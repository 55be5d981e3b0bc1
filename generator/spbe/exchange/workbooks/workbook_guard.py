"""A look through a workbook before a library reads it.

The library keeps a sheet as one full table, so that a single cell in the last corner asks for half a terabyte and ends
the whole process, which nothing can catch. Here the parts of the file are only gone through, in bounded memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from spbe.exchange.workbooks.zip_parts import HostileFileError, ZipParts, locked
from spbe.i18n import gettext

FILE_BYTES: Final = 25_000_000
"""How large a workbook may be: ten thousand rows of twenty columns take one million."""

ROWS: Final = 100_000
COLUMNS: Final = 2_000
CELLS: Final = 1_000_000
"""How many cells a sheet may hold, and how many its corners may span, for the library makes them all."""

_KEPT: Final = 256
"""Bytes of a piece that are looked at again with the next one; nothing that is looked for is longer."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIME: Final = "mimetype"
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"

_OTHER_ENCODING: Final = re.compile(
    rb"\A(?:\xfe\xff|\xff\xfe|\0<|<\0|.{0,3}<\?xml[^>]{0,100}encoding=[\"'](?!utf-8|us-ascii))", re.IGNORECASE
)
_R: Final = rb"r(?<=[\s:\"']r)"  # the attribute r, of whatever namespace
# Each begins with a letter of its own, which is what makes the search for it fast.
_ELEMENT: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:c|row)[\s/>]")
_EMPTY: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?c(?:\s+[\w:]+=\"[^\"<>]*\")*\s*/>")
_CELL: Final = re.compile(_R + rb"\s{0,20}=\s{0,20}[\"']([A-Za-z]{1,9})(\d{1,20})[\"']")
_ROW: Final = re.compile(_R + rb"\s{0,20}=\s{0,20}[\"']\s{0,20}0{0,20}(\d{6,20})")
_DISGUISED: Final = re.compile(_R + rb"\s{0,20}=(?:\s{21}|\s{0,20}[\"'][^\"'<>]{0,40}&)")
_STRETCHED: Final = re.compile(_R + rb"\s{21}")
_UNRECKONED: Final = re.compile(rb"<(?:/f>|f[^<>]{0,200}/>)\s{0,20}(?:<v>\s{0,20}</v>|<v\s{0,20}/>)?\s{0,20}</c>")

_MACROS: Final = re.compile(r"(?:^|/)vbaproject|^xl/macrosheets/|^xl/dialogsheets/|^basic/.*\.xml$|^scripts/")
_ELSEWHERE: Final = re.compile(r"^xl/(?:externallinks/|connections\.xml|querytables/)")
_MACRO_TYPE: Final = re.compile(rb"macroEnabled|ms-office\.vbaProject", re.IGNORECASE)
_LINK: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:table-source|dde-link|cell-range-source|dde-connection-decl)[\s/>]")
_LOCKED: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?encryption-data[\s/>]")


class WorkbookFormat(StrEnum):
    """The formats that are read; ``XLS`` is the one of before 2007."""

    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"


def demand_harmless(data: bytes) -> WorkbookFormat:
    """The format of the workbook ``data``, when nothing in it can hurt its reader.

    Of ``XLS``, which is no zip, only macros and encryption are told; it is for a process with limits to read, as is
    ``ODS``, whose cells repeat by number. Raises :class:`HostileFileError`.
    """
    if len(data) > FILE_BYTES:
        raise HostileFileError(gettext("berkasnya lebih dari {most} MB").format(most=FILE_BYTES // 1_000_000))
    if data.startswith(_OLE):
        return _demand_harmless_ole(data)
    if not data.startswith(_ZIP):
        raise HostileFileError(gettext("bukan buku kerja; yang dibaca ialah xlsx, ods, dan xls"))
    parts = ZipParts(data)
    if any(_MACROS.search(name) for name in parts.names):
        raise _with_macros()
    if any(_ELSEWHERE.match(name) for name in parts.names):
        raise _with_links()
    if _MIME in parts.names:
        if b"".join(parts.pieces(_MIME)).strip() != _ODS:
            raise HostileFileError(gettext("bukan buku kerja; yang dibaca ialah xlsx, ods, dan xls"))
        form = WorkbookFormat.ODS
    elif "[content_types].xml" in parts.names and "xl/workbook.xml" in parts.names:
        form = WorkbookFormat.XLSX
    else:
        raise HostileFileError(gettext("bukan buku kerja; yang dibaca ialah xlsx, ods, dan xls"))
    for name in parts.names:
        _look_through(parts, name)
    return form


def _look_through(parts: ZipParts, name: str) -> None:
    """One part, whatever its name says it is: relations may call anything a sheet."""
    extent = _Extent()
    for number, seen in enumerate(_between_elements(parts.pieces(name))):
        if number == 0 and _OTHER_ENCODING.match(seen):
            raise HostileFileError(gettext("bagian {part} tidak ditulis dalam UTF-8").format(part=name))
        if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
            raise HostileFileError(gettext("bagian {part} memuat entitas XML").format(part=name))
        if name == "[content_types].xml" and _MACRO_TYPE.search(seen):
            raise _with_macros()
        if _UNRECKONED.search(seen):
            raise HostileFileError(
                gettext("ada rumus yang belum dihitung; buka dan simpan lagi dengan Excel atau LibreOffice")
            )
        if name == "content.xml" and _LINK.search(seen):
            raise _with_links()
        if name == "meta-inf/manifest.xml" and _LOCKED.search(seen):
            raise locked()
        extent.add(seen)


def _between_elements(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes cut where an element begins; where none does for long, the last bytes come twice."""
    kept = b""
    for piece in pieces:
        seen = kept + piece
        end = seen.rfind(b"<", max(len(seen) - _KEPT, 0))
        yield seen[:end] if end > 0 else seen
        kept = seen[end:] if end >= 0 else seen[-_KEPT:]
    yield kept


class _Extent:
    """How far the cells of a part reach, and how many they are."""

    def __init__(self) -> None:
        self._elements = self._row = self._column = 0
        self._columns: dict[bytes, int] = {}

    def add(self, seen: bytes) -> None:
        """Count what stands in ``seen``."""
        if _DISGUISED.search(seen) or _STRETCHED.search(seen):
            raise HostileFileError(gettext("alamat sebuah sel ditulis dengan cara yang tidak lazim"))
        self._elements += len(_ELEMENT.findall(seen))
        if self._elements > CELLS:
            raise HostileFileError(gettext("isinya lebih dari {most} sel").format(most=CELLS))
        for row in _ROW.findall(seen):
            if int(row) > ROWS:
                raise HostileFileError(gettext("isinya lebih dari {most} baris").format(most=ROWS))
        far = self._far(seen) and self._far(_EMPTY.sub(b"", seen))  # programs fill rows to their end with styles
        if far:
            raise HostileFileError(
                gettext("sel {cell} terisi, terlalu jauh dari yang lain; hapus isinya lalu simpan lagi").format(
                    cell=far
                )
            )

    def _far(self, seen: bytes) -> str:
        """The first cell that makes the table too large; the corner stays where it was then."""
        most_row, most_column = self._row, self._column
        for letters, digits in _CELL.findall(seen):
            row = int(digits)
            if row > most_row or letters not in self._columns:
                column = self._columns.get(letters) or _number(letters)
                most_row, most_column = max(most_row, row), max(most_column, column)
                if most_row > ROWS or most_column > COLUMNS or most_row * most_column > CELLS:
                    return f"{letters.decode().upper()}{row}"
                self._columns[letters] = column
        self._row, self._column = most_row, most_column
        return ""


def _number(letters: bytes) -> int:
    """The number of the column that ``letters`` name, from 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _demand_harmless_ole(data: bytes) -> WorkbookFormat:
    """Look for names of streams, which stand in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise locked()
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise _with_macros()
    return WorkbookFormat.XLS


def _with_macros() -> HostileFileError:
    return HostileFileError(gettext("isinya makro; simpan sebagai buku kerja tanpa makro (xlsx)"))


def _with_links() -> HostileFileError:
    return HostileFileError(
        gettext("isinya tautan ke buku kerja atau sumber data lain; putuskan tautannya lalu simpan lagi")
    )
