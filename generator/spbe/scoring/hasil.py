"""The one answer to "which index": what an assessment came to, by whose figures, and what differs.

Official figures come first, computed ones where nothing is published. Every page, file and command asks here, also of
an assessment of which only the published figures are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from spbe.model.instrumen import Aspek, DomainIndeks
from spbe.model.penilaian import HasilResmi
from spbe.region import Assessment
from spbe.scoring.calculation import Calculation
from spbe.scoring.differences import Published, reasons
from spbe.scoring.outcomes import OFFICIAL_STAGE, Outcome, Outcomes
from spbe.scoring.predicate import possible, predicate_of
from spbe.scoring.results import Comparison, IndexRow, announced_row, published_text
from spbe.scoring.rounding import rounded
from spbe.scoring.weighted_index import AspectScore, DomainScore

Asal = Literal["resmi", "hitung"]
"""Whose figure it is: the ministry's as published, or ours from the levels."""


@dataclass(frozen=True, slots=True)
class BagianHasil:
    """A domain or aspect: ``nilai`` is published or exact, ``teks`` prints it; all ``None`` while nobody gave one."""

    bagian: DomainIndeks | Aspek
    nilai: Fraction | None
    teks: str | None
    asal: Asal | None


@dataclass(frozen=True)
class HasilPenilaian:
    """What ``assessment`` came to; ``stages`` are its scored stages in their order, none where no level is known."""

    assessment: Assessment
    stages: tuple[Outcome, ...]

    @property
    def resmi(self) -> HasilResmi | None:
        """The published figures."""
        return self.assessment.penilaian.hasil_resmi

    @property
    def lead(self) -> Outcome | None:
        """The latest stage: the levels that everything is reckoned from; ``None`` where no level is known."""
        return self.stages[-1] if self.stages else None

    @property
    def official(self) -> Outcome | None:
        """The stage that the published figures belong to; ``None`` where they or its levels are missing."""
        return next((stage for stage in self.stages if stage.official), None)

    @property
    def asal(self) -> Asal | None:
        """Whose index it is; ``None`` where there is none."""
        if self.resmi is not None:
            return "resmi"
        return "hitung" if self.lead is not None and self.lead.score.nilai is not None else None

    @property
    def tahap(self) -> str | None:
        """The stage that the index belongs to."""
        if self.resmi is not None:
            return OFFICIAL_STAGE
        return self.lead.tahap if self.lead else None

    @property
    def indeks(self) -> Fraction | None:
        """The index as published, else the exact one over what is answered."""
        if self.resmi is not None:
            return self.resmi.indeks
        return self.lead.score.nilai if self.lead else None

    @property
    def teks(self) -> str | None:
        """The index as it is printed."""
        if self.resmi is not None:
            return published_text(self.resmi.indeks)
        return self.lead.score.indeks if self.lead else None

    @property
    def dihitung(self) -> str | None:
        """The computed index beside a published one, of the latest stage; ``None`` where there is nothing beside."""
        return self.lead.score.indeks if self.resmi is not None and self.lead is not None else None

    @property
    def lengkap(self) -> bool:
        """Whether the index is whole: published, or computed with every indicator answered."""
        return self.resmi is not None or (self.lead is not None and self.lead.score.lengkap)

    @property
    def rentang(self) -> tuple[Fraction, Fraction] | None:
        """What the index may still become; ``None`` while it is whole or nothing is answered."""
        return None if self.lengkap or self.lead is None else self.lead.score.rentang

    @property
    def predikat(self) -> str | None:
        """The predicate as published, else by the instrument's bands; ``None`` until the index is whole.

        A published index without a predicate takes that of the exact computation where both print alike.
        """
        published = self.resmi
        if published is None:
            found = self.lead.score.predikat if self.lead else None
            return found.nama if found else None
        if published.predikat:
            return self._spelled(published.predikat)
        exact = self._exact
        found = predicate_of(self.assessment.instrumen, published.indeks if exact is None else exact)
        return found.nama if found else None

    @property
    def pada_batas(self) -> bool:
        """Whether the printed index alone would not settle the predicate."""
        if self.resmi is None:
            return self.lead is not None and self.lead.score.pada_batas
        named = predicate_of(self.assessment.instrumen, self.resmi.indeks)
        if self.resmi.predikat or self._exact is not None:
            return named is not None and named.nama != self.predikat and len(self._possible) > 1
        return len(self._possible) > 1

    @cached_property
    def domain(self) -> tuple[BagianHasil, ...]:
        """The domains in printed order; none under an instrument without that layer."""
        published = self.resmi.domain if self.resmi else {}
        return self._parts(self.assessment.instrumen.domain, published)

    @cached_property
    def aspek(self) -> tuple[BagianHasil, ...]:
        """The aspects in printed order."""
        published = self.resmi.aspek if self.resmi else {}
        return self._parts(self.assessment.instrumen.all_aspects(), published)

    @property
    def bagian(self) -> tuple[BagianHasil, ...]:
        """The parts right below the index: domains, or aspects where there are none."""
        return self.domain or self.aspek

    @property
    def beda(self) -> tuple[tuple[Comparison, tuple[str, ...]], ...]:
        """Published figures that the levels do not give, each with the known reasons that explain it."""
        official, resmi = self.official, self.resmi
        if official is None or resmi is None:
            return ()
        published = Published(resmi.indeks, resmi.predikat, resmi.domain, resmi.aspek)
        others = {stage.tahap: stage.score for stage in self.stages if stage is not official}
        return tuple(
            (one, reasons(one.kode, official.score, published, others))
            for one in official.comparisons
            if one.cocok is False
        )

    @property
    def rows(self) -> tuple[IndexRow, ...]:
        """The promised rows of ``spbe index --format json``: one per stage that has a value, published or given."""
        rows = tuple(stage.row for stage in self.stages)
        if self.resmi is None or self.official is not None:
            return rows
        return (*rows, announced_row(self.assessment, self.resmi, OFFICIAL_STAGE, pada_batas=self.pada_batas))

    def _parts(
        self, parts: Iterable[DomainIndeks | Aspek], published: Mapping[str, Fraction]
    ) -> tuple[BagianHasil, ...]:
        """Published figures first; beside a published index only complete parts of its own stage are computed."""
        source = self.official if self.resmi is not None else self.lead
        scored: dict[str, Calculation] = {}
        if source is not None:
            found: tuple[DomainScore | AspectScore, ...] = (*source.score.domain, *source.score.aspek)
            scored = {part.bagian.kode: part for part in found if part.lengkap or self.resmi is None}
        made = []
        for one in parts:
            figure, working = published.get(one.kode), scored.get(one.kode)
            if figure is not None:
                made.append(BagianHasil(one, figure, published_text(figure), "resmi"))
            elif working is not None and working.nilai is not None:
                made.append(BagianHasil(one, working.nilai, working.teks, "hitung"))
            else:
                made.append(BagianHasil(one, None, None, None))
        return tuple(made)

    @property
    def _exact(self) -> Fraction | None:
        """The exact index behind the published one: that of its own levels, where all are known and print alike."""
        official = self.official
        if official is None or self.resmi is None or not official.score.lengkap or official.score.nilai is None:
            return None
        return official.score.nilai if rounded(official.score.nilai) == self.resmi.indeks else None

    @property
    def _possible(self) -> tuple[str, ...]:
        found = possible(self.assessment.instrumen, self.resmi.indeks) if self.resmi else ()
        return tuple(predicate.nama for predicate in found)

    def _spelled(self, name: str) -> str:
        known = {one.nama.casefold(): one.nama for one in self.assessment.instrumen.predikat}
        return known.get(name.strip().casefold(), name)


Results = Mapping[str, HasilPenilaian]
"""Name of the assessment to what it came to; oldest first."""


def hasil_of(assessments: Mapping[str, Assessment], scored: Outcomes) -> Results:
    """Which figures count for each of ``assessments``, by its name: the published ones, else the ``scored`` ones."""
    return {name: HasilPenilaian(one, scored.get(name, ())) for name, one in assessments.items()}


def foremost(results: Results) -> HasilPenilaian | None:
    """The result that a region leads with: the newest published one, else the newest whole one, else the newest."""
    known = [one for one in results.values() if one.asal is not None]
    for fits in (lambda one: one.resmi is not None, lambda one: one.lengkap, lambda _one: True):
        found = [one for one in known if fits(one)]
        if found:
            return found[-1]
    return None


def newer(results: Results, than: HasilPenilaian) -> Sequence[HasilPenilaian]:
    """Results of later assessments than the foremost one, newest first: they stand beside it, never above."""
    names = list(results)
    later = names[names.index(than.assessment.nama) + 1 :]
    return [results[name] for name in reversed(later) if results[name].asal is not None]
