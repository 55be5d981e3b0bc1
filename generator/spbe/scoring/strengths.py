"""Strengths and weaknesses per aspect, and what the assessors changed.

Pedoman Menteri PANRB 3/2024 calls indicators on level 4 or 5 strengths, on level 1 or 2 weaknesses, and level 2 and
above fulfilled. It speaks of PermenPANRB 59/2020; under other instruments the same levels are used: level 0 (5/2018)
is a weakness, and a fraction (8/2026) counts as the whole level that it has reached.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe.model.instrumen import Indikator
from spbe.scoring.calculation import ScoreTerm
from spbe.scoring.sensitivity import whole_level
from spbe.scoring.weighted_index import AspectScore, Score

STRONG = 4
"""The level from which on an indicator is a strength."""

WEAK = 2
"""The level up to which an indicator is a weakness."""

FULFILLED = 2
"""The level from which on an indicator counts as fulfilled."""


@dataclass(frozen=True)
class Appraisal:
    """One aspect's indicators by what they are: every one of them is in exactly one of the four."""

    aspek: AspectScore
    kekuatan: tuple[ScoreTerm, ...]
    kelemahan: tuple[ScoreTerm, ...]
    antara: tuple[ScoreTerm, ...]
    kosong: tuple[ScoreTerm, ...]

    @property
    def terpenuhi(self) -> int:
        """How many indicators have reached level 2."""
        return sum(term.nilai is not None and whole_level(term.nilai) >= FULFILLED for term in self.aspek.butir)


@dataclass(frozen=True, slots=True)
class Shift:
    """An indicator whose value differs between two stages; ``dampak`` is what that does to the complete index."""

    indikator: Indikator
    dari: Fraction
    ke: Fraction
    dampak: Fraction


def appraise(score: Score) -> tuple[Appraisal, ...]:
    """Every aspect in printed order; strengths strongest first, weaknesses weakest first, else in printed order."""
    return tuple(_appraisal(aspect) for aspect in score.aspek)


def shifts(first: Score, last: Score) -> tuple[Shift, ...]:
    """What differs between two stages of one assessment: greatest effect on the index first, then printed order.

    An indicator that is unanswered at either stage cannot be compared and is left out. Raises ``ValueError`` when the
    two were not scored with one instrument.
    """
    if first.instrumen.id != last.instrumen.id:
        raise ValueError(f"{first.instrumen.id} and {last.instrumen.id} cannot be compared")
    found = [
        Shift(before.indikator, before.nilai, after.nilai, _effect(last, before.nilai, after))
        for before, after in zip(first.butir, last.butir, strict=True)
        if before.nilai is not None and after.nilai is not None and before.nilai != after.nilai
    ]
    return tuple(sorted(found, key=lambda shift: -abs(shift.dampak)))


def _effect(score: Score, before: Fraction, after: ScoreTerm) -> Fraction:
    return ((after.nilai or Fraction()) - before) * after.indikator.bobot / score.bobot if score.bobot else Fraction()


def _appraisal(aspect: AspectScore) -> Appraisal:
    strong, weak, between, empty = [], [], [], []
    for term in aspect.butir:
        if term.nilai is None:
            empty.append(term)
        elif whole_level(term.nilai) >= STRONG:
            strong.append(term)
        elif whole_level(term.nilai) <= WEAK:
            weak.append(term)
        else:
            between.append(term)
    strong.sort(key=lambda term: -(term.nilai or 0))
    weak.sort(key=lambda term: term.nilai or 0)
    return Appraisal(aspect, tuple(strong), tuple(weak), tuple(between), tuple(empty))
