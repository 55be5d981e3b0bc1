"""How great a risk is: from likelihood and impact to a magnitude of 1 to 25, and its level (PermenPANRB 5/2020)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from spbe.i18n import mark
from spbe.standards.resources import StandardsError, read_yaml

FILE: Final = "risiko.yaml"
LEVELS: Final = (mark("Sangat Rendah"), mark("Rendah"), mark("Sedang"), mark("Tinggi"), mark("Sangat Tinggi"))
"""The names of the levels as the file has them, for translation."""


@dataclass(frozen=True, slots=True)
class MagnitudeLevel:
    """A level of risk.

    ``rank`` counts from 1 for the lowest level, which begins with magnitude ``lowest``.
    """

    rank: int
    name: str
    lowest: int


@dataclass(frozen=True)
class RiskMatrix:
    """How great a risk is, by likelihood and impact.

    ``magnitudes``: codes of likelihood and impact, ``"1"`` to ``"5"``, to magnitude. Levels are lowest first.
    """

    magnitudes: Mapping[tuple[str, str], int]
    levels: tuple[MagnitudeLevel, ...]

    def magnitude(self, likelihood: str | None, impact: str | None) -> int | None:
        """The magnitude; ``None`` while either is not known."""
        return self.magnitudes[likelihood, impact] if likelihood and impact else None

    def level(self, magnitude: int) -> MagnitudeLevel:
        """The level that ``magnitude`` belongs to."""
        return next(level for level in reversed(self.levels) if level.lowest <= magnitude)


@cache
def risk_matrix() -> RiskMatrix:
    """The matrix that ships with the program. Raises :class:`StandardsError` when its file is wrong."""
    raw = read_yaml(FILE)
    magnitudes = {
        (likelihood, str(impact)): int(magnitude)
        for likelihood, row in raw["matriks"].items()
        for impact, magnitude in enumerate(row, start=1)
    }
    if sorted(magnitudes.values()) != list(range(1, 26)):
        raise StandardsError(f"{FILE}: the magnitudes 1 to 25 stand in the matrix once each")
    levels = tuple(
        MagnitudeLevel(rank, row["nama"], int(row["mulai"])) for rank, row in enumerate(raw["level"], start=1)
    )
    if tuple(level.name for level in levels) != LEVELS:
        raise StandardsError(f"{FILE}: the levels are {', '.join(LEVELS)}")
    return RiskMatrix(magnitudes, levels)
