"""The lines of files that problems are about, without what is secret in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from spbe.model.sensitive import MASK, SensitivePart, sensitive_parts
from spbe.problems.problem import Problem

WIDEST: Final = 110
"""Characters of a line that are shown, around the place that is meant."""
_BEFORE: Final = 60


@dataclass(frozen=True)
class _Text:
    lines: Sequence[str]
    sensitive: dict[int, list[tuple[int, int]]]
    """Line to the parts of it that are not shown, from column to column, counted from nought."""


@dataclass
class Excerpts:
    """Lines of files, to be shown with problems.

    ``read`` gives the text of a file by its name in messages, ``None`` where there is none to be had.
    """

    read: Callable[[str], str | None]
    _texts: dict[str, _Text | None] = field(default_factory=dict, repr=False)

    def of(self, problem: Problem) -> tuple[str, int] | None:
        """The line of ``problem`` as it may be shown, and the column of its place in it, counted from nought."""
        if problem.line is None:
            return None
        if problem.file not in self._texts:
            text = self.read(problem.file)
            self._texts[problem.file] = None if text is None else _understood(text)
        known = self._texts[problem.file]
        if known is None or not 0 < problem.line <= len(known.lines):
            return None
        return _shown(known.lines[problem.line - 1], known.sensitive.get(problem.line, []), (problem.column or 1) - 1)


def _understood(text: str) -> _Text:
    lines = text.split("\n")
    sensitive: dict[int, list[tuple[int, int]]] = {}
    for part in sensitive_parts(text):
        for number, start, end in _spans(part):
            sensitive.setdefault(number, []).append((start, end))
    return _Text(lines, sensitive)


def _spans(part: SensitivePart) -> list[tuple[int, int, int]]:
    """What a part takes of each of its lines."""
    first, *others = part.text.split("\n")
    start = part.column - 1
    return [
        (part.line, start, start + len(first)),
        *((part.line + number, 0, len(line)) for number, line in enumerate(others, 1)),
    ]


def _shown(line: str, hidden: Sequence[tuple[int, int]], column: int) -> tuple[str, int]:
    text, at, place = "", 0, column
    for start, end in hidden:
        text += line[at:start] + MASK
        at = end
        if column >= end:
            place += len(MASK) - (end - start)
        elif column > start:
            place -= column - start
    text = "".join(char if char.isprintable() else " " for char in text + line[at:])
    if len(text) <= WIDEST:
        return text.rstrip(), place
    begin = max(0, min(place - _BEFORE, len(text) - WIDEST))
    cut = text[begin : begin + WIDEST]
    front, back = "…" if begin else "", "…" if begin + WIDEST < len(text) else ""
    return f"{front}{cut}{back}".rstrip(), place - begin + len(front)
