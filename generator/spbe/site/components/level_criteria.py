"""What the levels of an indicator ask, as pages tell it: criterion, evidence, and by which document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.model.instrumen import Indikator, Instrumen
from spbe.region import Assessment
from spbe.scoring.outcomes import Outcome
from spbe.scoring.planner import Plan
from spbe.site.addresses import indicator_address
from spbe.standards.criteria import KriteriaIndikator, criteria_in, levels_between, version_in
from spbe.standards.evidence import BuktiTingkat, KaidahPenjelasan


@dataclass(frozen=True)
class AskedLevel:
    """One level: its number and name, what it asks, and with what it is proved where that is known."""

    number: str
    name: str
    told: str
    evidence: BuktiTingkat | None


@dataclass(frozen=True)
class AskedBefore:
    """Another document that assessments of the region used, and the levels that it words differently."""

    document: str
    assessments: str
    levels: tuple[AskedLevel, ...]


@dataclass(frozen=True)
class Asked:
    """What the levels of an indicator ask in one year.

    ``document`` says so, in the assessments named; ``None`` where the instrument names no document. ``own``: it is
    said of this indicator, not of its group. ``wording`` is how its explanation is written.
    """

    levels: tuple[AskedLevel, ...]
    own: bool
    document: str | None
    assessments: str
    wording: KaidahPenjelasan | None
    others: tuple[AskedBefore, ...]


@dataclass(frozen=True)
class Required:
    """What a step needs: the indicator, its page, and every level between where it stands and where it is to go."""

    label: str
    address: str
    levels: tuple[AskedLevel, ...]


def asked_of(indicator: Indikator, instrument: Instrumen, assessments: Sequence[Assessment], year: int) -> Asked:
    """What ``indicator`` asks in ``year``; ``assessments`` are the region's with ``instrument``, the oldest first."""
    criteria = criteria_in(instrument, indicator, year)
    levels = _told(criteria, indicator, instrument)
    others = []
    for other in reversed(instrument.versi_kriteria):
        using = [one for one in assessments if version_in(instrument, one.penilaian.tahun) == other]
        if other != criteria.versi and using:
            old = criteria_in(instrument, indicator, using[-1].penilaian.tahun)
            then = _told(old, indicator, instrument)
            differing = tuple(was for was in then if criteria.teks.get(was.number) != was.told)
            others.append(AskedBefore(other.dokumen, _names(using), differing))
    same = [one for one in assessments if version_in(instrument, one.penilaian.tahun) == criteria.versi]
    document = criteria.versi.dokumen if criteria.versi else None
    return Asked(levels, criteria.khusus, document, _names(same), criteria.kaidah, tuple(others))


def required_by(outcome: Outcome, plans: Iterable[Plan]) -> tuple[Required, ...]:
    """What the steps of all ``plans`` from ``outcome`` need, in the order of the instrument."""
    assessment = outcome.assessment
    instrument, year = assessment.instrumen, assessment.penilaian.tahun
    reached: dict[str, Fraction] = {}
    for plan in plans:
        for step in plan.langkah:
            reached[step.indikator.kode] = max(step.ke, reached.get(step.indikator.kode, step.ke))
    found = []
    for indicator in instrument.all_indicators():
        now, goal = outcome.values.get(indicator.kode), reached.get(indicator.kode)
        if now is None or goal is None:
            continue
        criteria = criteria_in(instrument, indicator, year)
        passed = levels_between(criteria, now, goal)
        if passed:
            levels = tuple(one for one in _told(criteria, indicator, instrument) if one.number in passed)
            found.append(Required(indicator.label, indicator_address(instrument.id, indicator.kode), levels))
    return tuple(found)


def _told(criteria: KriteriaIndikator, indicator: Indikator, instrument: Instrumen) -> tuple[AskedLevel, ...]:
    names = {wording.number(level.nilai): level.nama for level in instrument.levels_of(indicator)}
    return tuple(
        AskedLevel(level, names.get(level, ""), told, criteria.bukti.get(level))
        for level, told in criteria.teks.items()
    )


def _names(assessments: Iterable[Assessment]) -> str:
    return ", ".join(one.nama for one in assessments)
