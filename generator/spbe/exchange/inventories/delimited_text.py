"""Text with delimiters between its cells, as any program may have written it, taken apart into records.

Encoding and delimiter are worked out from the text. Quotes are believed while the whole text obeys them; where it does
not, each line is read for itself, so that a quote that nobody closed does not swallow what follows.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from spbe.exchange.workbooks.workbook_guard import CELLS, COLUMNS, ROWS
from spbe.exchange.workbooks.zip_parts import HostileFileError
from spbe.i18n import gettext

DELIMITERS: Final = (";", ",", "\t", "|")
_LOOKED_AT: Final = 200_000
"""Characters from which the delimiter is worked out."""
_LONGEST_CELL: Final = 60
"""Lines over which a quoted cell may go on, where quotes are not to be trusted."""

_QUOTED: Final = re.compile(r'"[^"\n]*"')
_DECLARED: Final = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_BINARY: Final = re.compile(r"[\0-\x08\x0e-\x1f]")
_PAGE: Final = re.compile(r"\s*(?:<!doctype html|<html|<table|<\?xml|<meta|<style|<body)", re.IGNORECASE)


@dataclass(frozen=True)
class DelimitedRecords:
    """The records of a text.

    ``lines`` says for each of ``records`` on which line it begins, from 1; ``width`` is how many cells most of them
    have; ``misquoted`` are the places of those in which quotes do not close.
    """

    records: Sequence[Sequence[str]]
    lines: Sequence[int]
    width: int
    misquoted: frozenset[int] = field(default=frozenset())


def delimited_records(data: bytes) -> DelimitedRecords:
    """The records of the text ``data``; raises :class:`HostileFileError` for what is no such text."""
    text = _decoded(data)
    if _PAGE.match(text):
        raise HostileFileError(
            gettext("isinya laman web, meski namanya lain; buka dengan Excel atau LibreOffice lalu simpan sebagai xlsx")
        )
    if _BINARY.search(text):
        raise HostileFileError(gettext("bukan buku kerja (xlsx, ods, xls) dan bukan CSV"))
    found = _records(text)
    if found.width == 1 and (inner := _inner_text(found)):
        found = _records(inner)
    if len(found.records) > ROWS:
        raise HostileFileError(gettext("isinya lebih dari {most} baris").format(most=ROWS))
    widest = max(map(len, found.records), default=0)
    if widest > COLUMNS or sum(map(len, found.records)) > CELLS:
        raise HostileFileError(gettext("isinya lebih dari {most} sel").format(most=CELLS))
    return found


def _records(text: str) -> DelimitedRecords:
    delimiter, width = _delimiter(text)
    return _by_the_rules(text, delimiter, width) or _line_by_line(text, delimiter, width)


def _inner_text(found: DelimitedRecords) -> str:
    """The text within, when every line as a whole was put in quotes, as happens to a CSV that is saved once more."""
    cells = [record[0] if len(record) == 1 else "" for record in found.records]
    if any("\n" in cell for cell in cells) or list(found.lines) != list(range(1, len(cells) + 1)):
        return ""
    text = "\n".join(cells)
    return text if _delimiter(text)[1] > 1 else ""


def _decoded(data: bytes) -> str:
    """``data`` as text: by its mark, else UTF-16 where every other byte is nothing, UTF-8, Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    begin = data[:4096]
    if begin and begin.count(0) * 4 > len(begin):
        return data.decode("utf-16-le" if begin[1::2].count(0) > begin[::2].count(0) else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> tuple[str, int]:
    """What stands between cells, and how many cells most records have."""
    if declared := _DECLARED.match(text):
        text = text[declared.end() :]
    lines = [_QUOTED.sub("", line) for line in text[:_LOOKED_AT].splitlines() if line.strip()]
    best = (0.0, 0, declared[1] if declared else DELIMITERS[0])
    for one in [declared[1]] if declared else DELIMITERS:
        counts = Counter(number for line in lines if (number := line.count(one)))
        if counts:
            number, often = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
            share = often / len(lines)
            if share >= 0.5 or (number > 1 and often / counts.total() >= 0.5):
                best = max(best, (often / counts.total() * min(share * 2, 1), number, one))
    return best[2], best[1] + 1


def _by_the_rules(text: str, delimiter: str, width: int) -> DelimitedRecords | None:
    """The records, when the whole of ``text`` obeys RFC 4180."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    lines: list[int] = []
    begun = 1
    try:
        for record in reader:
            records.append(record)
            lines.append(begun)
            if reader.line_num > begun and any("\n" in cell and _swallows(cell, delimiter, width) for cell in record):
                return None
            begun = reader.line_num + 1
    except csv.Error:
        return None
    return _without_declaration(DelimitedRecords(records, lines, width))


def _swallows(cell: str, delimiter: str, width: int) -> bool:
    """Whether whole records seem to stand in ``cell``."""
    return width > 2 and any(line.count(delimiter) >= width - 1 for line in cell.split("\n")[1:])


def _line_by_line(text: str, delimiter: str, width: int) -> DelimitedRecords:
    """The records, when some quote in ``text`` is not to be believed."""
    lines = list(_lines(text))
    closed = re.compile(rf'[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(?={re.escape(delimiter)}|$)')
    records: list[list[str]] = []
    begins: list[int] = []
    misquoted: set[int] = set()
    at = 0
    while at < len(lines):
        end = at + 1
        record, is_whole = _cells(lines[at], delimiter, closed)
        while not is_whole and end < min(len(lines), at + _LONGEST_CELL):
            if width > 2 and lines[end].count(delimiter) >= width - 1:
                break
            end += 1
            longer, is_whole = _cells("\n".join(lines[at:end]), delimiter, closed)
            if is_whole:
                record = longer
        if not is_whole:
            misquoted.add(len(records))
            end = at + 1
        records.append(record)
        begins.append(at + 1)
        at = end
    return _without_declaration(DelimitedRecords(records, begins, width, frozenset(misquoted)))


def _lines(text: str) -> Iterator[str]:
    for line in io.StringIO(text, newline=None):
        yield line.rstrip("\n")


def _cells(text: str, delimiter: str, closed: re.Pattern[str]) -> tuple[list[str], bool]:
    """The cells of one record, and whether every quote that opens one closes it."""
    cells: list[str] = []
    at, is_whole = 0, True
    while True:
        quoted = closed.match(text, at)
        if quoted:
            cells.append(quoted[1].replace('""', '"'))
            at = quoted.end()
        else:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            cell = text[at:end]
            is_whole = is_whole and not cell.lstrip().startswith('"')
            cells.append(cell)
            at = end
        if at >= len(text):
            return cells, is_whole
        at += len(delimiter)


def _without_declaration(found: DelimitedRecords) -> DelimitedRecords:
    """``found`` without the ``sep=;`` by which Excel is told the delimiter."""
    first = "".join(found.records[0]) if found.records else ""
    if not re.fullmatch(r"sep=.?", first.strip(), re.IGNORECASE):
        return found
    return DelimitedRecords(
        found.records[1:], found.lines[1:], found.width, frozenset(place - 1 for place in found.misquoted)
    )
