"""Stretches of a text that are cut out or written anew, all of them found before the first is applied."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from spbe.yamlio.positions import Path
from spbe.yamlio.spans import TextSpan

_REST_OF_LINE: Final = re.compile(r"[ \t]*(#[^\n]*)?")
_LINE_END: Final = re.compile(r"\r?\n")


class NotEditableError(ValueError):
    """The text cannot be changed in its place, for example at an alias; ``path`` names the part."""

    def __init__(self, path: Path = ()) -> None:
        super().__init__(".".join(map(str, path)))
        self.path = path


class OverlapError(ValueError):
    """A change within a stretch that another takes out."""


def line_ending(text: str) -> str:
    """How most lines of ``text`` end."""
    return "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"


@dataclass
class Patch:
    """Changes of ``text``, whose lines end as in Unix. With ``tidy``, blank lines that kept a part apart go with it."""

    text: str
    tidy: bool = True
    _cuts: list[tuple[int, int]] = field(default_factory=list)
    _writes: list[tuple[int, int, str]] = field(default_factory=list)

    def cut(self, start: int, end: int) -> None:
        """Take ``text[start:end]`` out; cuts may overlap one another."""
        if start < end:
            self._cuts.append((start, end))

    def write(self, start: int, end: int, new: str) -> None:
        """Put ``new`` where ``text[start:end]`` is; of two at one place the first comes first."""
        self._writes.append((start, end, new))

    def applied(self, original: str) -> str:
        """``original`` with the changes; it is ``text`` with line ends of any kind, which stay where nothing changes.

        Raises :class:`OverlapError`.
        """
        ends = [found for found in _LINE_END.finditer(original) if len(found[0]) > 1]
        wide = [found.start() - number for number, found in enumerate(ends)]  # where each stands in ``text``
        ending = line_ending(original)
        made: list[str] = []
        done = 0
        for start, end, new in self._steps():
            if start < done:
                raise OverlapError
            made += [original[done + bisect_left(wide, done) : start + bisect_left(wide, start)]]
            made += [new.replace("\n", ending)]
            done = end
        return "".join([*made, original[done + bisect_left(wide, done) :]])

    def _steps(self) -> list[tuple[int, int, str]]:
        joined: list[tuple[int, int, str]] = []
        for start, end in sorted(self._cuts):
            if joined and start <= joined[-1][1] and not self._between(joined[-1][1], start):
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]), "")
            else:
                joined.append((start, end, ""))
        order = sorted(enumerate([*self._writes, *joined]), key=lambda one: (one[1][0], one[1][1], one[0]))
        return [step for _number, step in order]

    def _between(self, end: int, start: int) -> bool:
        return end == start and any(write[0] == start for write in self._writes)

    def line_start(self, at: int) -> int:
        """Where the line of ``at`` begins."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line of ``at`` ends, before its line end."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def rest_of_line(self, at: int) -> str:
        """Blanks and a comment from ``at`` on."""
        found = _REST_OF_LINE.match(self.text, at)
        return found[0] if found else ""

    def begins_line(self, at: int) -> bool:
        """Whether only blanks stand before ``at`` on its line."""
        return not self.text[self.line_start(at) : at].strip(" ")

    def column(self, at: int) -> int:
        """How far in ``at`` stands on its line."""
        return at - self.line_start(at)


@dataclass(frozen=True)
class Place:
    """Where a value stands: ``indent`` is the column of its key or dash; ``nested`` unless it is the whole text.

    ``bare_key``: a key without a colon stands before it, as in ``{a, b}``.
    """

    indent: int = 0
    nested: bool = True
    flow: bool = False
    after_dash: bool = False
    bare_key: bool = False


@dataclass(frozen=True)
class PatchSpan:
    """A pair or an item with its key or dash: ``text[start:end]``, and ``span``, what it says."""

    start: int
    end: int
    span: TextSpan
    place: Place


def parts_of(patch: Patch, span: TextSpan) -> list[PatchSpan]:
    """The pairs of a mapping or the items of a list, as they stand."""
    if span.pairs:
        return [
            PatchSpan(
                pair.start,
                max(pair.end, pair.value.end),
                pair.value,
                Place(
                    pair.column,
                    flow=span.flow,
                    bare_key=span.flow and ":" not in patch.text[pair.end : max(pair.end, pair.value.start)],
                ),
            )
            for pair in span.pairs
        ]
    if span.flow:
        place = Place(span.column, flow=True)
        return [PatchSpan(item.start, max(item.start, item.end), item, place) for item in span.items]
    found: list[PatchSpan] = []
    at, pattern = span.start, re.compile(r"-(?=\s|\Z)")
    for item in span.items:
        dash = pattern.search(patch.text, at)
        if dash is None:
            raise NotEditableError
        column = patch.column(dash.start())
        if not found:
            pattern = re.compile(rf"(?m)(?<=^[ ]{{{column}}})-(?=\s|\Z)")
        found.append(PatchSpan(dash.start(), max(item.start, item.end), item, Place(column, after_dash=True)))
        at = max(item.end, dash.end())
    return found
