"""Every stage of every assessment that has at least one value, scored with the values that hold at that stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from spbe.region import Assessment, Region
from spbe.scoring.results import Comparison, IndexRow, compare, row
from spbe.scoring.weighted_index import Score, score

OFFICIAL_STAGE: Final = "akhir"
"""The stage that published figures belong to."""

REPLACING: Final = frozenset({"interviu", "visitasi"})
"""Stages that look again at some indicators: what they leave alone keeps its value of the stage before."""


@dataclass(frozen=True)
class Outcome:
    """One assessment at one stage, scored.

    ``values`` hold at the end of the stage; ``given`` are the codes of those that the stage itself gave, all of them
    but at a stage of :data:`REPLACING` that came after another.
    """

    assessment: Assessment
    tahap: str
    score: Score
    values: Mapping[str, Fraction]
    given: frozenset[str]

    @property
    def official(self) -> bool:
        """Whether the published result belongs to this stage."""
        return self.tahap == OFFICIAL_STAGE and self.assessment.penilaian.hasil_resmi is not None

    @property
    def carried(self) -> int:
        """How many values it kept from the stage before."""
        return len(self.values) - len(self.given)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Published figures beside computed ones; empty where none belong to this stage."""
        published = self.assessment.penilaian.hasil_resmi
        if published is None or not self.official:
            return ()
        return compare(
            self.score,
            indeks=published.indeks,
            predikat=published.predikat,
            domain=published.domain,
            aspek=published.aspek,
        )

    @property
    def row(self) -> IndexRow:
        """The promised row of ``spbe index --format json``."""
        published = self.assessment.penilaian.hasil_resmi
        return row(
            penilaian=self.assessment.nama,
            tahun=self.assessment.penilaian.tahun,
            tahap=self.tahap,
            score=self.score,
            resmi=published.indeks if published and self.official else None,
        )


Outcomes = Mapping[str, tuple[Outcome, ...]]
"""Name of the assessment to its outcomes, in the order of the stages."""


def outcomes(region: Region) -> Outcomes:
    """Score everything; assessments oldest first, as in the region."""
    return {
        name: tuple(
            Outcome(assessment, stage, score(assessment.instrumen, values), values, given)
            for stage, values, given in in_force(assessment.values)
        )
        for name, assessment in region.assessments.items()
    }


def in_force(
    given: Mapping[str, Mapping[str, Fraction]],
) -> Iterator[tuple[str, dict[str, Fraction], frozenset[str]]]:
    """Each stage with the values that hold at its end, and the codes that it gave itself.

    Interviu and visitasi replace the stage before, indicator by indicator; the other stages stand for themselves.
    """
    before: dict[str, Fraction] = {}
    for stage, values in given.items():
        before = {**before, **values} if stage in REPLACING else dict(values)
        yield stage, before, frozenset(values)
