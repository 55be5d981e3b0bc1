"""Every result of a region: each assessment at each stage that has at least one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spbe.region import Assessment, Region
from spbe.scoring.index import Score, score
from spbe.scoring.results import Comparison, Row, compare, row

OFFICIAL_STAGE = "akhir"
"""The stage that published figures belong to."""


@dataclass(frozen=True)
class Outcome:
    """One assessment at one stage, scored."""

    assessment: Assessment
    tahap: str
    score: Score

    @property
    def official(self) -> bool:
        """Whether the published result belongs to this stage."""
        return self.tahap == OFFICIAL_STAGE and self.assessment.penilaian.hasil_resmi is not None

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
    def row(self) -> Row:
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
            Outcome(assessment, stage, score(assessment.instrumen, values))
            for stage, values in assessment.values.items()
        )
        for name, assessment in region.assessments.items()
    }


def leading(results: tuple[Outcome, ...]) -> Outcome | None:
    """The outcome that speaks for an assessment: that of its latest stage; ``None`` when nothing is answered."""
    return results[-1] if results else None
