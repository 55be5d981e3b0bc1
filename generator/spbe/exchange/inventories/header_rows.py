"""Where the headers of a sheet stand, which may be below titles and notes, on up to three rows, in merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spbe.exchange.inventories.header_matching import HeaderMatch, HeaderMatcher
from spbe.exchange.inventories.source_sheets import SourceSheet
from spbe.exchange.workbooks.found_values import column_letters

_LOOKED_AT: Final = 60
"""Rows among which the headers are looked for."""
_DEEPEST: Final = 3
_PROMISING: Final = 8
"""So many are looked at for slips of the pen, which takes time."""
_LONGEST: Final = 400
"""A text that is longer is no header, whatever words it has."""
_NUMBERED: Final = re.compile(r"\(?\s*(\d{1,3})\s*\)?\.?(?:\s*=.*)?")
_NO_HEADER: Final = re.compile(r"[\d.,%\s/:-]+|.*://.*|.*\bwww\..*|.+@.+\..+", re.IGNORECASE)

_UNLABELLED: Final = re.compile(r"Kolom [A-Z]+")
BETWEEN: Final = " > "
"""Stands between a header and the one below it in the label of a column."""


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """A column below a header: ``place`` from 0; ``parts`` from the top; ``label`` tells it from all others."""

    place: int
    parts: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class HeaderRows:
    """The rows from ``first`` to ``last``, from 0; data begin at ``below``, after a row that numbers the columns."""

    first: int
    last: int
    below: int
    columns: tuple[HeaderColumn, ...]


def promise(sheet: SourceSheet, matcher: HeaderMatcher) -> float:
    """How well the headers of ``sheet`` are known as they are written; takes no time."""
    return max((score for score, _headers in _promising(sheet, matcher)), default=0.0)


def _promising(sheet: SourceSheet, matcher: HeaderMatcher) -> Iterator[tuple[float, HeaderRows]]:
    for one in _candidates(sheet):
        yield _score(filter(None, (matcher.known(column.parts) for column in one.columns))), one


def known_headers(sheet: SourceSheet, matcher: HeaderMatcher, needed: str = "nama") -> tuple[HeaderRows | None, float]:
    """The rows whose headers are known best, and how well; none where no column for ``needed`` is among them."""
    promising = sorted(_promising(sheet, matcher), key=lambda pair: pair[0], reverse=True)[:_PROMISING]
    best: tuple[float, HeaderRows | None] = (0.0, None)
    for known, headers in promising:
        matches = [match for column in headers.columns if (match := matcher.match(column.parts))]
        score = _score(matches) - 0.5 * (headers.last - headers.first)
        if known and score > best[0] and any(match.target == needed and match.weight > 1 for match in matches):
            best = (score, headers)
    return best[1], best[0]


def likely_headers(sheet: SourceSheet) -> HeaderRows | None:
    """The rows that look like headers though no word of them is known."""
    filled = [sum(map(bool, row)) for row in sheet.rows[: _LOOKED_AT * 2]]
    usual = sorted(filled)[len(filled) * 3 // 4] if filled else 0
    for headers in _candidates(sheet):
        texts = [column.parts[-1] or column.parts[0] for column in headers.columns]
        if (
            len(texts) >= max(2, 0.6 * usual)
            and len({*texts}) > 0.7 * len(texts)
            and not any(map(_NO_HEADER.fullmatch, texts))
            and headers.below < len(sheet.rows)
        ):
            return headers
    return None


def headers_labelled(sheet: SourceSheet, labels: Mapping[str, str], first: int, last: int) -> HeaderRows | None:
    """The rows that have most of ``labels``: those from ``first`` to ``last``, else wherever they moved to.

    Columns without a header are among them where ``labels`` has them.
    """
    found = _labelled(sheet, labels, first, last)
    if found is None:
        return None
    own = {column.place for column in found.columns}
    widest = max(map(len, sheet.rows), default=0)
    bare = (unlabelled(place) for place in range(widest) if place not in own)
    return replace(found, columns=(*found.columns, *(one for one in bare if one.label in labels)))


def unlabelled(place: int) -> HeaderColumn:
    """The column at ``place`` without a header."""
    return HeaderColumn(place, (), f"Kolom {column_letters(place)}")  # written into files, in every language the same


def _labelled(sheet: SourceSheet, labels: Mapping[str, str], first: int, last: int) -> HeaderRows | None:
    given = _headers(sheet, first, last) if last < len(sheet.rows) else None
    best = given if given and _shared(given, labels) == len(labels) else None
    if best is None:
        found = [*([given] if given else []), *_candidates(sheet, max(last - first + 1, _DEEPEST))]
        best = max(found, key=lambda one: _shared(one, labels), default=None)
    return best if best and _shared(best, labels) else None


def _shared(headers: HeaderRows, labels: Mapping[str, str]) -> int:
    return sum(column.label in labels for column in headers.columns)


def _score(matches: Iterable[HeaderMatch]) -> float:
    """Each field counts once, by the surest of its columns."""
    best: dict[str, int] = {}
    for match in matches:
        best[match.target] = max(best.get(match.target, 0), match.weight)
    return sum(best.values())


def _candidates(sheet: SourceSheet, deepest: int = _DEEPEST) -> Iterator[HeaderRows]:
    for first in range(min(_LOOKED_AT, len(sheet.rows))):
        if not any(sheet.rows[first]):
            continue
        for last in range(first, min(first + deepest, len(sheet.rows))):
            if last > first and not any(sheet.rows[last]):
                break
            if not _cuts(sheet, first, last):
                yield _headers(sheet, first, last)


def _cuts(sheet: SourceSheet, first: int, last: int) -> bool:
    """Whether a cell that is merged over rows lies only in part in those from ``first`` to ``last``."""
    return any(top < first <= bottom or top <= last < bottom for top, _left, bottom, _right in sheet.merged)


def _headers(sheet: SourceSheet, first: int, last: int) -> HeaderRows:
    rows = [_spread(sheet, place) for place in range(first, last + 1)]
    columns: list[HeaderColumn] = []
    used: set[str] = set()
    for place in range(max(map(len, rows))):
        stacked = [row[place] if place < len(row) else "" for row in rows]
        parts = tuple(text for at, text in enumerate(stacked) if text and text not in stacked[:at])
        if not parts or any(len(part) > _LONGEST for part in parts):
            continue
        label = " ".join(BETWEEN.join(parts).split())
        if label in used or _UNLABELLED.fullmatch(label):
            label = f"{label} [{column_letters(place)}]"
        used.add(label)
        columns.append(HeaderColumn(place, parts, label))
    numbered = last + 1 < len(sheet.rows) and is_numbering(sheet.rows[last + 1])
    return HeaderRows(first, last, last + 1 + numbered, tuple(columns))


def _spread(sheet: SourceSheet, place: int) -> list[str]:
    """A row of headers, in which cells that are merged side by side all have the text of the first one.

    Without merged cells, as in CSV, nothing tells how far a header reaches: it stands above the first column only.
    """
    row = list(sheet.rows[place])
    for area in sheet.merged:
        if area.top <= place <= area.bottom and area.left < len(row):
            text = sheet.rows[area.top][area.left]
            for column in range(area.left, min(area.right + 1, len(row))):
                row[column] = text
    return row


def is_numbering(row: Sequence[str]) -> bool:
    """Whether ``row`` numbers the columns: ``(1) (2) (3)``."""
    numbers = [found and int(found[1]) for cell in row if cell for found in [_NUMBERED.fullmatch(cell)]]
    return (
        len(numbers) > 2 and all(numbers) and numbers == list(range(numbers[0] or 0, (numbers[0] or 0) + len(numbers)))
    )
