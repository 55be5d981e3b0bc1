"""The frame of every chart: how wide pictures are, where values of a scale are drawn, and the ticks of its axis."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

WIDTH: Final = 640
"""Of every chart, in the units of its own picture; pages scale it to the room that they have."""

Scale = tuple[Fraction, Fraction]
"""The lowest and the highest value that can be drawn."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of ``height`` and the margins around the room in which values are drawn, the lowest at its foot."""

    height: int
    margin_left: int
    margin_right: int
    margin_top: int
    margin_bottom: int

    @property
    def right(self) -> int:
        """Where the room ends."""
        return WIDTH - self.margin_right

    @property
    def foot(self) -> int:
        """Where the axis lies."""
        return self.height - self.margin_bottom

    def step(self, places: int) -> float:
        """The distance of two of so many places that share the room."""
        return (self.right - self.margin_left) / max(places, 1)

    def middle(self, place: int, places: int) -> float:
        """Where the middle of a place lies, counted from 0."""
        return round(self.margin_left + self.step(places) * (place + 0.5), 2)

    def y(self, value: Fraction, scale: Scale) -> float:
        """How far from the top ``value`` is drawn."""
        return round(self.foot - share_of(value, scale) * (self.foot - self.margin_top), 2)


def share_of(value: Fraction, scale: Scale) -> float:
    """Where ``value`` lies on ``scale``, from 0 to 1."""
    low, high = scale
    return float((value - low) / (high - low))


def whole_ticks(scale: Scale, place: Callable[[Fraction], float], step: int = 1) -> tuple[tuple[float, str], ...]:
    """The whole numbers of ``scale`` where ``place`` puts them, every ``step``-th."""
    low, high = scale
    return tuple((place(Fraction(number)), str(number)) for number in range(int(low), int(high) + 1, step))
