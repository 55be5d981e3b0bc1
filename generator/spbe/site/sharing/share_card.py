"""What the picture of a page says, as a value: drawn alike whenever it is equal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardBar:
    """One bar: its label below, its value above, ``share`` of the height from 0 to 1; ``here`` marks the one meant."""

    label: str
    value: str
    share: float
    here: bool


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a picture shows.

    ``place`` stands above everything, then ``figure`` with its ``label``, or else ``title``, then ``lines``.

    ``foot`` is told at the lower left, ``mark`` at the lower right; ``colour`` is ``#rrggbb``.
    """

    place: str
    colour: str
    figure: str = ""
    label: str = ""
    title: str = ""
    lines: tuple[str, ...] = ()
    bars: tuple[CardBar, ...] = ()
    foot: str = ""
    mark: str = ""
