"""A computed result as outsiders get it, and beside the published one.

``spbe index --format json`` prints :class:`IndexRow`; its keys and their types are a promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict

from spbe.model.penilaian import HasilResmi
from spbe.region import Assessment
from spbe.scoring.calculation import Calculation
from spbe.scoring.rounding import PLACES, round_half_up
from spbe.scoring.weighted_index import Score


class IndexRow(TypedDict):
    """One assessment at one stage. Numbers that came from decimals are strings.

    ``indeks`` counts what is answered; ``predikat`` is null until all is. ``domain`` is empty without that layer,
    an unanswered domain or aspect is null. ``resmi`` is the published index, null where none belongs to the stage.
    ``cocok`` says whether it equals the computed printed one; null unless there is a complete result to compare.
    Where a published result has no levels of its own stage, its row has ``indeks`` null, and ``predikat``, ``domain``
    and ``aspek`` are as published.
    """

    penilaian: str
    tahun: int
    instrumen: str
    tahap: str
    indeks: str | None
    predikat: str | None
    domain: dict[str, str | None]
    aspek: dict[str, str | None]
    resmi: str | None
    cocok: bool | None
    pada_batas: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside the computed one.

    ``kode`` is ``indeks``, ``predikat``, or the code of a domain or aspect. ``hitung`` is ``None`` and ``cocok`` too
    while answers of that part are missing: a mean over half the answers proves nothing about the published figure.
    ``selisih`` is computed minus published, printed; ``None`` for the predicate.
    """

    kode: str
    resmi: str
    hitung: str | None
    cocok: bool | None
    selisih: str | None


def published_text(value: Fraction) -> str:
    """A published figure with two decimals, or as many more as it was published with."""
    places = PLACES
    while (value * 10**places).denominator != 1 and places < 9:
        places += 1
    return round_half_up(value, places)


def row(*, penilaian: str, tahun: int, tahap: str, score: Score, resmi: Fraction | None = None) -> IndexRow:
    """The promised row for one stage; pass ``resmi`` only for the stage that it was published for."""
    return IndexRow(
        penilaian=penilaian,
        tahun=tahun,
        instrumen=score.instrumen.id,
        tahap=tahap,
        indeks=score.indeks,
        predikat=score.predikat.nama if score.predikat else None,
        domain={part.bagian.kode: part.teks for part in score.domain},
        aspek={part.bagian.kode: part.teks for part in score.aspek},
        resmi=None if resmi is None else published_text(resmi),
        cocok=None if resmi is None else _compared("indeks", resmi, score).cocok,
        pada_batas=score.pada_batas,
    )


def announced_row(assessment: Assessment, published: HasilResmi, tahap: str, *, pada_batas: bool) -> IndexRow:
    """The promised row of a published result whose levels nobody recorded."""
    instrument = assessment.instrumen

    def told(codes: Iterable[str], figures: Mapping[str, Fraction]) -> dict[str, str | None]:
        return {code: published_text(figures[code]) if code in figures else None for code in codes}

    return IndexRow(
        penilaian=assessment.nama,
        tahun=assessment.penilaian.tahun,
        instrumen=instrument.id,
        tahap=tahap,
        indeks=None,
        predikat=published.predikat,
        domain=told((one.kode for one in instrument.domain), published.domain),
        aspek=told((one.kode for one in instrument.all_aspects()), published.aspek),
        resmi=published_text(published.indeks),
        cocok=None,
        pada_batas=pada_batas,
    )


def compare(
    score: Score,
    *,
    indeks: Fraction | None = None,
    predikat: str | None = None,
    domain: Mapping[str, Fraction] | None = None,
    aspek: Mapping[str, Fraction] | None = None,
) -> tuple[Comparison, ...]:
    """Everything that was published beside what is computed: index, predicate, domains, aspects.

    Raises ``ValueError`` naming a domain or aspect that the instrument does not have.
    """
    made: list[Comparison] = []
    if indeks is not None:
        made.append(_compared("indeks", indeks, score))
    if predikat is not None:
        computed = score.predikat.nama if score.predikat else None
        same = predikat.strip().casefold() == (computed or "").casefold() if score.verdict else None
        made.append(Comparison("predikat", predikat, computed, same, None))
    domains: dict[str, Calculation] = {part.bagian.kode: part for part in score.domain}
    aspects: dict[str, Calculation] = {part.bagian.kode: part for part in score.aspek}
    for published, parts in ((domain or {}, domains), (aspek or {}, aspects)):
        for code, value in published.items():
            if code not in parts:
                raise ValueError(f"{code}: not a part of {score.instrumen.id}")
            made.append(_compared(code, value, parts[code]))
    return tuple(made)


def _compared(code: str, published: Fraction, part: Calculation) -> Comparison:
    resmi = published_text(published)
    if not part.lengkap or part.teks is None:
        return Comparison(code, resmi, None, None, None)
    return Comparison(code, resmi, part.teks, resmi == part.teks, published_text(Fraction(part.teks) - published))
