"""Where an assessment is weakest: parts that have not reached level 2, and indicators far below their targets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, TypeVar

from spbe.model.instrumen import Indikator
from spbe.scoring.hasil import BagianHasil
from spbe.scoring.sensitivity import LevelStep, step_to
from spbe.scoring.strengths import Shift
from spbe.scoring.weighted_index import Score

LOW: Final = Fraction(2)
"""A part below this is singled out: on level 1 nothing is managed yet."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An indicator below its target by ``kurang`` levels; reaching it alone would add ``dampak`` to the index."""

    indikator: Indikator
    nilai: Fraction
    target: Fraction
    kurang: Fraction
    dampak: Fraction


def low_parts(parts: Iterable[BagianHasil]) -> tuple[BagianHasil, ...]:
    """The ``parts`` below 2, the lowest first; what is not known is not low."""
    found = [part for part in parts if part.nilai is not None and part.nilai < LOW]
    return tuple(sorted(found, key=lambda part: part.nilai or LOW))


def lifts(score: Score, part: BagianHasil) -> tuple[LevelStep, ...]:
    """The indicators of ``part`` below level 2, each raised to 2, the heaviest first: together they bring it there."""
    held = [term for term in score.butir if part.bagian.holds(term.indikator)]
    low = [term for term in held if term.nilai is not None and term.nilai < LOW]
    steps = (step_to(score, term.indikator.kode, LOW) for term in low)
    return tuple(sorted((step for step in steps if step is not None), key=lambda step: -step.selisih))


def farthest(score: Score, targets: Mapping[str, Fraction]) -> tuple[Shortfall, ...]:
    """The indicators below their targets: the farthest first, of equal ones those that weigh more on the index."""
    found = []
    for term in score.butir:
        target = targets.get(term.indikator.kode)
        if target is None or term.nilai is None or term.nilai >= target:
            continue
        step = step_to(score, term.indikator.kode, target)
        if step is not None:
            found.append(Shortfall(term.indikator, term.nilai, target, target - term.nilai, step.selisih))
    return tuple(sorted(found, key=lambda one: (-one.kurang, -one.dampak)))


def effects_by(found: Iterable[Shift], key: Callable[[Shift], K]) -> dict[K, tuple[int, Fraction]]:
    """How many of ``found`` there are by ``key``, and what they do to the index together: the greatest loss first."""
    sums: dict[K, tuple[int, Fraction]] = {}
    for one in found:
        number, whole = sums.get(key(one), (0, Fraction()))
        sums[key(one)] = number + 1, whole + one.dampak
    return dict(sorted(sums.items(), key=lambda pair: pair[1][1]))
