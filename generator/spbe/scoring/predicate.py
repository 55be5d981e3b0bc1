"""The name of a result: Kurang, Cukup, Baik, Sangat Baik, Memuaskan.

It comes from the unrounded value, as in the national results of 2024; those of 2023 were named by the printed value.
Where the two ways differ the result is *di ambang* (on the threshold): 2.5985 prints 2.60 but is Cukup.
Sources: PermenPANRB 59/2020 Lampiran, Tabel 13 (the same ranges under 5/2018); PermenPANRB 8/2026.
Only the index has an official predicate; domains and aspects have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe.model.instrumen import Instrumen, Predikat
from spbe.scoring.rounding import PLACES, rounded

SMALLEST = Fraction(1, 10**PLACES)
"""The last place of an index as official documents print it: the distance of two neighbouring figures."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A predicate and whether rounding would change it.

    ``predikat`` belongs to the exact value, ``predikat_tercetak`` to the printed one; either is ``None``
    when the instrument has no range for the value (below 1.00 under 8/2026).
    """

    predikat: Predikat | None
    predikat_tercetak: Predikat | None

    @property
    def pada_batas(self) -> bool:
        """Whether the printed value would get another predicate than the exact one."""
        return self.predikat != self.predikat_tercetak


@dataclass(frozen=True, slots=True)
class Band:
    """The part of the scale that a predicate covers: from ``dari`` (included) to ``sampai``."""

    predikat: Predikat
    dari: Fraction
    sampai: Fraction
    sampai_termasuk: bool


def predicate_of(instrument: Instrumen, value: Fraction) -> Predikat | None:
    """The range that holds ``value`` exactly: lower bound in, upper bound out unless ``atas_termasuk``."""
    for candidate in instrument.predikat:
        if candidate.bawah is not None and value < candidate.bawah:
            continue
        if value < candidate.atas or (candidate.atas_termasuk and value == candidate.atas):
            return candidate
    return None


def possible(instrument: Instrumen, figure: Fraction) -> tuple[Predikat, ...]:
    """The predicates that an index published as ``figure`` may have, lowest first.

    Two where a bound lies within what rounding hides, for 2.60 stands for everything from 2.595 to below 2.605.
    """
    unit = SMALLEST
    while (figure / unit).denominator != 1 and unit > SMALLEST / 10**7:
        unit /= 10
    low, high = figure - unit / 2, figure + unit / 2
    found = [
        one
        for one in instrument.predikat
        if (one.bawah is None or one.bawah < high) and (low < one.atas or (one.atas_termasuk and low == one.atas))
    ]
    return tuple(sorted(found, key=lambda one: (one.bawah is not None, one.bawah)))


def verdict(instrument: Instrumen, value: Fraction) -> Verdict:
    """The predicate of an unrounded ``value``, beside the one that its printed text suggests."""
    return Verdict(predicate_of(instrument, value), predicate_of(instrument, rounded(value)))


def next_above(instrument: Instrumen, value: Fraction) -> Predikat | None:
    """The nearest predicate that starts above ``value``; ``None`` from the highest range on."""
    above = [(p.bawah, p) for p in instrument.predikat if p.bawah is not None and p.bawah > value]
    return min(above, key=lambda pair: pair[0])[1] if above else None


def bounds(instrument: Instrumen) -> tuple[Band, ...]:
    """Every range from the lowest up; one without a lower bound starts where the instrument's scale does."""
    bands = (
        Band(p, instrument.skala.minimum if p.bawah is None else p.bawah, p.atas, p.atas_termasuk)
        for p in instrument.predikat
    )
    return tuple(sorted(bands, key=lambda band: band.dari))
