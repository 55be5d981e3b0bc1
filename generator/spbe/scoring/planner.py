"""The cheapest set of steps that lifts an index to a target, exact.

A step raises one answered indicator to the next whole level, so under 8/2026 the first step from 2.35 goes to 3.00 and
takes as much effort as a whole one. What is unanswered stays so: the index planned for is the one over what is
answered, unrounded, as predicates are. Plans never change a score.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm

from spbe.model.instrumen import Indikator, Predikat
from spbe.scoring.calculation import ScoreTerm
from spbe.scoring.efforts import Efforts, Level, Work
from spbe.scoring.knapsack import Knapsack, RaiseOption
from spbe.scoring.weighted_index import Score, score


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One indicator raised from ``dari`` to the whole level ``ke``.

    ``usaha`` is what it adds to the plan's effort, a shared work included where this is the first step in the order of
    the instrument that needs it. ``tambahan`` is what it adds to the index, exact.
    """

    indikator: Indikator
    dari: Fraction
    ke: Fraction
    usaha: Fraction
    tambahan: Fraction


@dataclass(frozen=True)
class Plan:
    """Steps in the order of the instrument, and what they lead to; none when ``target`` is reached already.

    The efforts of the steps add up to ``usaha``. ``bersama`` are the shared works that are done.
    """

    target: Fraction
    langkah: tuple[PlanStep, ...]
    bersama: tuple[Work, ...]
    usaha: Fraction
    score: Score


class Planner:
    """All cheapest plans from one result. Raises ``ValueError`` for one without any answer that weighs."""

    def __init__(self, start: Score, efforts: Efforts | None = None) -> None:
        if start.nilai is None:
            raise ValueError("nothing is answered, so there is nothing to plan from")
        self.start = start
        self._efforts = efforts or Efforts()
        movable = [term for term in start.butir if self._levels(term)]
        steps = {(term.indikator.kode, level) for term in movable for level in self._levels(term)}
        self._works = tuple(work for work in self._efforts.works if work.langkah & steps)
        self._order = self._sharing_first(movable)
        efforts_of = [*(self._efforts.of(step) for step in steps), *(work.usaha for work in self._works)]
        gains = [_gain(term, level) for term in movable for level in self._levels(term)]
        self._gain_unit = lcm(1, *(gain.denominator for gain in gains))
        unit = lcm(1, *(effort.denominator for effort in efforts_of))
        self._search = Knapsack(
            [self._choices_of(term, unit) for term in self._order], [int(work.usaha * unit) for work in self._works]
        )

    @property
    def highest(self) -> Fraction:
        """The highest index that can be reached, exact."""
        gain = Fraction(self._search.most, self._gain_unit)
        return (self.start.jumlah_hasil + gain) / self.start.bobot_terjawab

    def cheapest(self, target: Fraction) -> Plan | None:
        """The least effort, then the fewest indicators, that make the unrounded index at least ``target``.

        Of equal plans the one whose indicators come first in the order of the instrument, those that share work before
        the others. ``None`` when the target cannot be reached.
        """
        short = target * self.start.bobot_terjawab - self.start.jumlah_hasil
        picked = self._search.cheapest(ceil(short * self._gain_unit))
        if picked is None:
            return None
        found = zip(self._order, picked, strict=True)
        return self._plan(
            target, {term.indikator.kode: self._levels(term)[one] for term, one in found if one is not None}
        )

    def _levels(self, term: ScoreTerm) -> list[Fraction]:
        """The whole levels above the value; none for an indicator that is unanswered, locked, or weighs nothing."""
        if term.nilai is None or term.indikator.kode in self._efforts.locked or not term.indikator.bobot:
            return []
        return [Fraction(level) for level in range(int(term.nilai) + 1, int(self.start.skala.maksimum) + 1)]

    def _covering(self, step: Level) -> list[int]:
        return [place for place, work in enumerate(self._works) if step in work.langkah]

    def _works_of(self, term: ScoreTerm) -> set[int]:
        steps = ((term.indikator.kode, level) for level in self._levels(term))
        return {place for step in steps for place in self._covering(step)}

    def _sharing_first(self, terms: list[ScoreTerm]) -> list[ScoreTerm]:
        """Those that share work first and next to each other, so that few works are open at a time in the search."""
        ordered: dict[str, ScoreTerm] = {}
        for term in terms:
            if term.indikator.kode in ordered or not self._works_of(term):
                continue
            works, wider = set[int](), self._works_of(term)
            while works != wider:
                works = wider
                group = [other for other in terms if self._works_of(other) & works]
                wider = {work for other in group for work in self._works_of(other)}
            ordered |= {other.indikator.kode: other for other in group}
        return list((ordered | {term.indikator.kode: term for term in terms}).values())

    def _choices_of(self, term: ScoreTerm, unit: int) -> list[RaiseOption]:
        made: list[RaiseOption] = []
        effort, works = 0, 0
        for level in self._levels(term):
            step = (term.indikator.kode, level)
            covering = self._covering(step)
            works |= sum(1 << place for place in covering)
            effort += 0 if covering else int(self._efforts.of(step) * unit)
            made.append(RaiseOption(effort, works, int(_gain(term, level) * self._gain_unit)))
        return made

    def _plan(self, target: Fraction, chosen: dict[str, Fraction]) -> Plan:
        steps: list[PlanStep] = []
        done: dict[int, Work] = {}
        for term in self.start.butir:
            code = term.indikator.kode
            if term.nilai is None or code not in chosen:
                continue
            effort = Fraction()
            for level in (one for one in self._levels(term) if one <= chosen[code]):
                covering = self._covering((code, level))
                effort += sum((self._works[place].usaha for place in covering if place not in done), Fraction())
                effort += Fraction() if covering else self._efforts.of((code, level))
                done |= {place: self._works[place] for place in covering}
            gain = _gain(term, chosen[code]) / self.start.bobot_terjawab
            steps.append(PlanStep(term.indikator, term.nilai, chosen[code], effort, gain))
        values = {term.indikator.kode: term.nilai for term in self.start.butir if term.nilai is not None}
        total = sum((step.usaha for step in steps), Fraction())
        result = score(self.start.instrumen, values | chosen)
        return Plan(target, tuple(steps), tuple(done.values()), total, result)


def predicates_above(start: Score) -> tuple[Predikat, ...]:
    """The predicates that begin above the present index, the nearest first; none without an answer."""
    if start.nilai is None:
        return ()
    above = [(p.bawah, p) for p in start.instrumen.predikat if p.bawah is not None and p.bawah > start.nilai]
    return tuple(predicate for _bound, predicate in sorted(above, key=lambda pair: pair[0]))


def _gain(term: ScoreTerm, level: Fraction) -> Fraction:
    """What ``level`` adds to the sum of the products."""
    return term.indikator.bobot * (level - (term.nilai or 0))
