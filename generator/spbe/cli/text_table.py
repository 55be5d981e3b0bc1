"""Aligned columns for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from unicodedata import combining, east_asian_width


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> str:
    """``rows`` below ``heads``, two blanks indented; the columns in ``right`` (numbers) are set to the right."""
    widths = [max(_width(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    lines: list[str] = []
    for row in (heads, ["-" * width for width in widths], *rows):
        cells: list[str] = []
        for column, text in enumerate(row):
            room = " " * (widths[column] - _width(text))
            cells.append(room + text if column in right else text + room)
        lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
