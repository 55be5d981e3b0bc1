"""What one indicator more or less would do to the index, exactly.

The index is a weighted mean, so a step of one indicator moves it by step × weight / weight of all, whatever the
others are. A predicate follows from the unrounded index (:mod:`spbe.scoring.predicate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from spbe.model.instrumen import Predikat
from spbe.scoring.calculation import ScoreTerm
from spbe.scoring.predicate import bounds, predicate_of
from spbe.scoring.weighted_index import Score


@dataclass(frozen=True, slots=True)
class LevelStep:
    """One indicator moved from ``dari`` to ``ke``, all others as they are.

    ``selisih`` is how much the complete index changes. ``indeks`` (exact) and ``predikat`` are what it becomes;
    both are ``None`` while any indicator is unanswered. ``berubah``: whether this alone changes the predicate.
    """

    kode: str
    dari: Fraction
    ke: Fraction
    selisih: Fraction
    indeks: Fraction | None
    predikat: Predikat | None
    berubah: bool


@dataclass(frozen=True, slots=True)
class NearbyBound:
    """A bound between two predicates that one step of one indicator could cross.

    ``jarak`` is the exact distance of the index from ``batas``, never negative. ``naik``: the index lies below the
    bound, and ``predikat`` lies above it; otherwise ``predikat`` is the lower one. ``kode`` lists the indicators whose
    single step crosses it, in printed order; it may be empty where only rounding does.
    """

    batas: Fraction
    predikat: Predikat
    jarak: Fraction
    naik: bool
    kode: tuple[str, ...]


def whole_level(value: Fraction) -> Fraction:
    """The whole level that ``value`` has reached: 2.75 stands on level 2 until it is 3."""
    return Fraction(floor(value))


def step_to(score: Score, code: str, level: Fraction) -> LevelStep | None:
    """The indicator ``code`` moved to ``level``; ``None`` while it is unanswered.

    Raises ``ValueError`` naming the code when it is not in the instrument, or ``level`` is outside the scale.
    """
    term = _term(score, code)
    if not score.skala.minimum <= level <= score.skala.maksimum:
        raise ValueError(f"{code}: {level} is outside {score.skala.minimum}-{score.skala.maksimum}")
    if term.nilai is None:
        return None
    change = _change(score, term, level)
    if not score.lengkap or score.nilai is None:
        return LevelStep(code, term.nilai, level, change, None, None, berubah=False)
    value = score.nilai + change
    predicate = predicate_of(score.instrumen, value)
    return LevelStep(code, term.nilai, level, change, value, predicate, predicate != score.predikat)


def one_more(score: Score, code: str) -> LevelStep | None:
    """The indicator ``code`` on the next whole level; ``None`` while it is unanswered or on the highest one."""
    value = _term(score, code).nilai
    level = None if value is None else _above(score, value)
    return None if level is None else step_to(score, code, level)


def nearby_bounds(score: Score) -> tuple[NearbyBound, ...]:
    """The bounds near the index, lowest first: those that one level of one indicator, or rounding, would cross.

    Empty while answers are missing: a mean over some of them is near nothing.
    """
    value = score.nilai
    if value is None or not score.lengkap:
        return ()
    found = []
    for lower, upper in pairwise(bounds(score.instrumen)):
        bound, rising = upper.dari, value < upper.dari
        codes = tuple(term.indikator.kode for term in score.butir if _crosses(score, term, bound, rising=rising))
        rounded = score.verdict is not None and score.verdict.predikat_tercetak
        crossed_by_rounding = rising and score.pada_batas and rounded == upper.predikat
        if codes or crossed_by_rounding:
            predicate = upper.predikat if rising else lower.predikat
            found.append(NearbyBound(bound, predicate, abs(value - bound), rising, codes))
    return tuple(found)


def _crosses(score: Score, term: ScoreTerm, bound: Fraction, *, rising: bool) -> bool:
    if term.nilai is None or score.nilai is None:
        return False
    level = _above(score, term.nilai) if rising else _below(score, term.nilai)
    if level is None:
        return False
    after = score.nilai + _change(score, term, level)
    return after >= bound if rising else after < bound


def _term(score: Score, code: str) -> ScoreTerm:
    term = score.by_code.get(code)
    if term is None:
        raise ValueError(f"{code}: not an indicator of {score.instrumen.id}")
    return term


def _change(score: Score, term: ScoreTerm, level: Fraction) -> Fraction:
    given = term.nilai if term.nilai is not None else level
    return (level - given) * term.indikator.bobot / score.bobot if score.bobot else Fraction()


def _above(score: Score, value: Fraction) -> Fraction | None:
    return None if value >= score.skala.maksimum else min(Fraction(floor(value) + 1), score.skala.maksimum)


def _below(score: Score, value: Fraction) -> Fraction | None:
    return None if value <= score.skala.minimum else max(Fraction(ceil(value) - 1), score.skala.minimum)
