"""How a figure came about: the products that were added and the weight that they were divided by.

Aspect, domain and index are one formula over ever more indicators, Σ(nilai × bobot) / Σ bobot: the nested
formulas of the regulation (indeks aspek, then domain, then SPBE) give the same, since an aspect weighs what
its indicators weigh together. Source: PermenPANRB 59/2020 Lampiran, Tabel 10-12. Weights are in per cent.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from spbe.model.instrumen import Indikator, Skala
from spbe.scoring.rounding import round_half_up


@dataclass(frozen=True)
class ScoreTerm:
    """One indicator's part of a sum; ``nilai`` is ``None`` while it is unanswered, which is never zero."""

    indikator: Indikator
    nilai: Fraction | None

    @cached_property
    def hasil(self) -> Fraction | None:
        """Value × weight, or ``None`` when unanswered."""
        return None if self.nilai is None else self.nilai * self.indikator.bobot


@dataclass(frozen=True)
class Calculation:
    """A weighted mean over ``butir``, counting only what is answered.

    Every figure follows from the terms, so none can disagree with another; they are computed when first read.
    """

    butir: tuple[ScoreTerm, ...]
    skala: Skala

    @cached_property
    def jumlah(self) -> int:
        """How many indicators there are."""
        return len(self.butir)

    @cached_property
    def terjawab(self) -> int:
        """How many of them are answered."""
        return sum(term.nilai is not None for term in self.butir)

    @property
    def lengkap(self) -> bool:
        """Whether every indicator is answered."""
        return self.terjawab == self.jumlah

    @cached_property
    def bobot(self) -> Fraction:
        """The weight of all indicators, in per cent."""
        return sum((term.indikator.bobot for term in self.butir), Fraction())

    @cached_property
    def bobot_terjawab(self) -> Fraction:
        """The weight of the answered indicators, in per cent."""
        return sum((term.indikator.bobot for term in self.butir if term.nilai is not None), Fraction())

    @cached_property
    def jumlah_hasil(self) -> Fraction:
        """The sum of the products of the answered indicators."""
        return sum((term.hasil for term in self.butir if term.hasil is not None), Fraction())

    @cached_property
    def nilai(self) -> Fraction | None:
        """The exact mean over what is answered; ``None`` when nothing that weighs anything is."""
        return self.jumlah_hasil / self.bobot_terjawab if self.bobot_terjawab else None

    @property
    def letak(self) -> Fraction:
        """Where :attr:`nilai` lies on the scale, from 0 to 1, for drawing; 0 when there is none."""
        if self.nilai is None:
            return Fraction()
        return (self.nilai - self.skala.minimum) / (self.skala.maksimum - self.skala.minimum)

    @property
    def teks(self) -> str | None:
        """:attr:`nilai` as it is printed, for example ``2.15``."""
        return None if self.nilai is None else round_half_up(self.nilai)

    @cached_property
    def rentang(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest exact value still possible, unanswered ones at the ends of the scale."""
        if not self.bobot:
            return self.skala.minimum, self.skala.maksimum
        open_weight = self.bobot - self.bobot_terjawab
        low = self.jumlah_hasil + open_weight * self.skala.minimum
        high = self.jumlah_hasil + open_weight * self.skala.maksimum
        return low / self.bobot, high / self.bobot
