"""What the levels of an indicator ask in one assessment's year: by which document, and proved with what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from spbe.model.instrumen import Indikator, Instrumen, VersiKriteria
from spbe.standards.evidence import BuktiTingkat, KaidahPenjelasan, evidence_lists


@dataclass(frozen=True, slots=True)
class KriteriaIndikator:
    """The criteria of one indicator in one year.

    ``versi`` is the document they are read from, ``None`` where the instrument names none. ``teks`` is level to
    criterion, empty where none is known; ``khusus``: they are the indicator's own, not the pattern of its group.
    ``bukti`` is level to evidence and ``kaidah`` the wording of its explanation, where the document has them.
    """

    versi: VersiKriteria | None
    teks: Mapping[str, str]
    khusus: bool
    bukti: Mapping[str, BuktiTingkat]
    kaidah: KaidahPenjelasan | None


def version_in(instrument: Instrumen, year: int) -> VersiKriteria | None:
    """The version of the criteria that assessments of ``year`` use: the newest begun by then, else the first of all."""
    return (_until(instrument, year) or instrument.versi_kriteria[:1] or (None,))[-1]


def criteria_in(instrument: Instrumen, indicator: Indikator, year: int) -> KriteriaIndikator:
    """What the levels of ``indicator`` ask in an assessment of ``year``."""
    version = version_in(instrument, year)
    if not indicator.kriteria:
        pattern = instrument.pola_kriteria.get(indicator.pola or "", {})
        return KriteriaIndikator(version, pattern, khusus=False, bukti={}, kaidah=None)
    texts = dict(indicator.kriteria)
    for begun in _until(instrument, year):
        texts |= indicator.kriteria_sejak.get(begun.id, {})
    listed = evidence_lists().get((instrument.id, version.id)) if version else None
    if listed is None:
        return KriteriaIndikator(version, texts, khusus=True, bukti={}, kaidah=None)
    domain = next(one for one in instrument.domain if any(part.holds(indicator) for part in one.aspek))
    bukti, kaidah = listed.bukti[indicator.kode], listed.kaidah[domain.kode]
    return KriteriaIndikator(version, texts, khusus=True, bukti=bukti, kaidah=kaidah)


def levels_between(criteria: KriteriaIndikator, low: Fraction, high: Fraction) -> tuple[str, ...]:
    """The levels of ``criteria`` above ``low`` and up to ``high``: those that a rise from one to the other asks for."""
    return tuple(level for level in criteria.teks if low < Fraction(level) <= high)


def _until(instrument: Instrumen, year: int) -> tuple[VersiKriteria, ...]:
    """The versions that have begun by ``year``, the oldest first."""
    return tuple(version for version in instrument.versi_kriteria if version.sejak <= year)
