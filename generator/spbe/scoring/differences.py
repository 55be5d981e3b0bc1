"""Why a published figure may differ from the computed one: each known way of printing, tried.

An explanation is only ever a way that gives exactly the published figure; it does not prove that the publisher went
that way. Rounding parts first is the commonest: it fails 137 of 1,232 rows of the national tables, so the ministry does
not do it there, but hand-made reports do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from spbe.scoring.calculation import Calculation
from spbe.scoring.predicate import predicate_of
from spbe.scoring.rounding import PLACES, rounded
from spbe.scoring.weighted_index import AspectScore, DomainScore, Score


@dataclass(frozen=True)
class Published:
    """The figures of one official result, exact as printed."""

    indeks: Fraction
    predikat: str | None = None
    domain: Mapping[str, Fraction] = field(default_factory=dict)
    aspek: Mapping[str, Fraction] = field(default_factory=dict)


def reasons(code: str, score: Score, published: Published, others: Mapping[str, Score]) -> tuple[str, ...]:
    """The reasons that give exactly the published figure ``code`` (``indeks``, ``predikat``, or a domain or aspect).

    ``others``: the other stages of the assessment. Empty when nothing that is known explains it, or when answers
    are missing. Raises ``ValueError`` when ``code`` was not published or the instrument does not have it.

    ``bagian-dibulatkan``: the parts right below (domains, else aspects) were rounded first. ``bagian-resmi``: the
    figure follows from the published parts. ``semua-dibulatkan``: aspects, then domains, were rounded.
    ``satu-desimal``: printed with one decimal. ``dipotong``: cut off instead of rounded. ``predikat-tercetak``: named
    by the printed index. ``predikat-indeks-resmi``: follows from the published index. ``tahap-<stage>``: it is the
    figure of another stage.
    """
    part = _part(score, code)
    if code == "predikat":
        return tuple(_of_predicate(score, published))
    figure = _figure(published, code)
    if not part.lengkap or part.nilai is None:
        return ()
    return (*_of_figure(part, figure, published), *_of_stage(code, figure, others))


def _of_predicate(score: Score, published: Published) -> Iterator[str]:
    def named(value: Fraction) -> bool:
        found = predicate_of(score.instrumen, value)
        return found is not None and found.nama.casefold() == (published.predikat or "").strip().casefold()

    if score.lengkap and score.nilai is not None and named(rounded(score.nilai)):
        yield "predikat-tercetak"
    if named(published.indeks):
        yield "predikat-indeks-resmi"


def _of_figure(part: Calculation, figure: Fraction, published: Published) -> Iterator[str]:
    value = part.nilai or Fraction()
    below: tuple[DomainScore | AspectScore, ...] = _below(part)
    told = {**published.domain, **published.aspek}
    if below and figure == rounded(_mean([(rounded(one.nilai or Fraction()), one.bobot) for one in below])):
        yield "bagian-dibulatkan"
    if (
        below
        and all(one.bagian.kode in told for one in below)
        and figure == rounded(_mean([(told[one.bagian.kode], one.bobot) for one in below]))
    ):
        yield "bagian-resmi"
    if isinstance(part, Score) and part.domain:
        domains = [(rounded(_from_aspects(domain)), domain.bobot) for domain in part.domain]
        if figure == rounded(_mean(domains)):
            yield "semua-dibulatkan"
    if figure == rounded(value, 1):
        yield "satu-desimal"
    if figure == Fraction(floor(value * 10**PLACES), 10**PLACES):
        yield "dipotong"


def _of_stage(code: str, figure: Fraction, others: Mapping[str, Score]) -> Iterator[str]:
    for stage, score in others.items():
        part = _part(score, code)
        if part.lengkap and part.nilai is not None and rounded(part.nilai) == figure:
            yield f"tahap-{stage}"


def _part(score: Score, code: str) -> Calculation:
    if code in {"indeks", "predikat"}:
        return score
    parts: dict[str, Calculation] = {part.bagian.kode: part for part in score.domain}
    parts |= {part.bagian.kode: part for part in score.aspek}
    if code not in parts:
        raise ValueError(f"{code}: not a part of {score.instrumen.id}")
    return parts[code]


def _figure(published: Published, code: str) -> Fraction:
    found = {"indeks": published.indeks, **published.domain, **published.aspek}
    if code not in found:
        raise ValueError(f"{code}: not published")
    return found[code]


def _below(part: Calculation) -> tuple[DomainScore | AspectScore, ...]:
    """The parts that the figure is made of; none for an aspect, which is made of indicators."""
    if isinstance(part, Score):
        return part.domain or part.aspek
    return part.aspek if isinstance(part, DomainScore) else ()


def _from_aspects(domain: DomainScore) -> Fraction:
    return _mean([(rounded(aspect.nilai or Fraction()), aspect.bobot) for aspect in domain.aspek])


def _mean(parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    weight = sum((weight for _value, weight in parts), Fraction())
    return sum((value * weight for value, weight in parts), Fraction()) / weight if weight else Fraction()
