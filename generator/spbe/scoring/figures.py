"""The one figure that speaks for an assessment beside those of others, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from spbe.region import Assessment
from spbe.scoring.outcomes import Outcome, leading
from spbe.scoring.rounding import printed
from spbe.standards.results import HasilInstansi

Origin = Literal["tabel", "resmi", "hitung"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed index (two decimals) with the domains that are known.

    ``asal``: ``tabel`` (the region's row of a national table), ``resmi`` (the published result that the region
    recorded) or ``hitung`` (computed from its answers, at the stage ``tahap``).
    """

    indeks: Fraction
    domain: Mapping[str, Fraction]
    asal: Origin
    tahap: str | None = None


def figure_in(row: HasilInstansi) -> Figure:
    """The figure of a row of a national table."""
    domains = {code: number.nilai for code, number in row.domain.items() if number is not None}
    return Figure(row.indeks.nilai, domains, "tabel")


def figure_for(assessment: Assessment, results: tuple[Outcome, ...]) -> Figure | None:
    """The published index of ``assessment``, else the computed one of its latest stage if every answer is there.

    Domains that were not published are taken from the complete computation of the same stage. ``None`` while neither
    exists: an index over some of the answers is compared with nobody.
    """
    published = assessment.penilaian.hasil_resmi
    lead = leading(results)
    computed: dict[str, Fraction] = {}
    if lead is not None and lead.score.lengkap:
        computed = {part.bagian.kode: printed(part.nilai) for part in lead.score.domain if part.nilai is not None}
    if published is not None:
        known = computed if lead is not None and lead.official else {}
        recorded = {code: printed(value) for code, value in published.domain.items()}
        return Figure(printed(published.indeks), known | recorded, "resmi")
    if lead is None or not lead.score.lengkap or lead.score.nilai is None:
        return None
    return Figure(printed(lead.score.nilai), computed, "hitung", lead.tahap)
