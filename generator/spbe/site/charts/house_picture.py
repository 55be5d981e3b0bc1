"""The house of the architecture as a picture of its own: where everything lies, with the names of records.

Widths of words are reckoned, not measured, so the same house gives the same picture everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 1680
"""Of the picture; with the height of a usual house it is that of A3 laid across."""

_MARGIN: Final = 20
_PILLAR: Final = 40
_LABEL: Final = 165
_LEFT: Final = _MARGIN + _PILLAR + 10
_START: Final = _LEFT + _LABEL
_END: Final = WIDTH - _LEFT - 10
_ROW: Final = 20
_ROOF: Final = 120
_LEGEND: Final = 30
_LONGEST: Final = 24
_SIZE: Final = 10.5
_BOLD: Final = 1.12
_NARROW: Final = frozenset(" .,:;'|iIjlt()/·")
_WIDE: Final = frozenset("mwMW@%…")


@dataclass(frozen=True, slots=True)
class PictureLabel:
    """The name of a code where ``look`` is empty, else the square of a record; ``told`` is its title."""

    words: str
    look: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label with its place, ``width`` wide and ``TALL`` high."""

    label: PictureLabel
    x: float
    y: float
    width: float


TALL: Final = 16
"""The height of a square."""


@dataclass(frozen=True, slots=True)
class PictureFloor:
    """A floor with what lies on it."""

    name: str
    number: str
    y: float
    height: float
    labels: tuple[PlacedLabel, ...]


@dataclass(frozen=True, slots=True)
class HousePicture:
    """The whole picture; ``top`` is where the floors begin, ``foot`` where they end."""

    width: int
    height: float
    left: int
    right: int
    start: int
    pillar: int
    top: int
    foot: float
    floors: tuple[PictureFloor, ...]
    legend: tuple[PlacedLabel, ...]


def house_picture(
    floors: Sequence[tuple[str, str, Sequence[Sequence[PictureLabel]]]], legend: Sequence[PictureLabel]
) -> HousePicture:
    """The picture of ``floors`` (name, number, and what belongs together on it) with ``legend`` below."""
    top = _MARGIN + _ROOF
    y: float = top
    placed = []
    for name, number, sections in floors:
        labels = tuple(_flow(sections, y + 8))
        lowest = max((one.y for one in labels), default=y + 8) + TALL
        height = max(lowest - y + 8, 46)
        placed.append(PictureFloor(name, number, y, height, labels))
        y += height
    last = tuple(_flow([[one] for one in legend], y + 12, _MARGIN))
    return HousePicture(
        width=WIDTH,
        height=y + _LEGEND + 22,
        left=_LEFT,
        right=WIDTH - _LEFT,
        start=_START,
        pillar=_PILLAR,
        top=top,
        foot=y,
        floors=tuple(placed),
        legend=last,
    )


def shortened(words: str) -> str:
    """``words``, cut where they are long."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def width_of(words: str, size: float = _SIZE) -> float:
    """About how wide ``words`` are in a usual typeface; rather too wide than too narrow."""
    return round(sum(map(_ems, words)) * size, 1)


def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 0.92
    return 0.72 if character.isupper() else 0.61


def _flow(sections: Sequence[Sequence[PictureLabel]], y: float, start: float = _START) -> Iterator[PlacedLabel]:
    """The labels one after the other in lines, a wider gap between sections."""
    x: float = start
    for section in sections:
        for label in section:
            width = width_of(label.words) + 12 if label.look else width_of(label.words, _SIZE * _BOLD) + 4
            if x > start and x + width > _END:
                x, y = start, y + _ROW
            yield PlacedLabel(label, round(x, 1), y, width)
            x += width + (4 if label.look else 2)
        x += 14
