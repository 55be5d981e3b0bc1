"""From answers to an index, with every step kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from spbe.model.instrumen import Aspek, DomainIndeks, Indikator, Instrumen, Predikat, Skala
from spbe.scoring.calculation import Calculation, ScoreTerm
from spbe.scoring.predicate import Verdict, verdict


@dataclass(frozen=True)
class AspectScore(Calculation):
    """The working of one aspect."""

    bagian: Aspek


@dataclass(frozen=True)
class DomainScore(Calculation):
    """The working of one domain: its aspects, and all their indicators."""

    bagian: DomainIndeks
    aspek: tuple[AspectScore, ...]


@dataclass(frozen=True)
class Score(Calculation):
    """The working of a whole index.

    ``domain`` is empty under an instrument without that layer; ``aspek`` holds all aspects in printed order.
    While answers are missing :attr:`nilai` is the mean over what is there and :attr:`rentang` says what it may become.
    """

    instrumen: Instrumen
    domain: tuple[DomainScore, ...]
    aspek: tuple[AspectScore, ...]

    @property
    def layers(self) -> tuple[tuple[DomainScore | None, tuple[AspectScore, ...]], ...]:
        """Domains with their aspects; one pair without a domain where the instrument has no such layer."""
        return tuple((domain, domain.aspek) for domain in self.domain) or ((None, self.aspek),)

    @cached_property
    def by_code(self) -> Mapping[str, ScoreTerm]:
        """The terms by the codes of their indicators."""
        return {term.indikator.kode: term for term in self.butir}

    @property
    def indeks(self) -> str | None:
        """The printed index, half up to two decimals; ``None`` when nothing is answered."""
        return self.teks

    @cached_property
    def verdict(self) -> Verdict | None:
        """The predicate with its printed twin; ``None`` until every indicator is answered."""
        return verdict(self.instrumen, self.nilai) if self.lengkap and self.nilai is not None else None

    @property
    def predikat(self) -> Predikat | None:
        """The predicate of the exact index; ``None`` until every indicator is answered."""
        return self.verdict.predikat if self.verdict else None

    @property
    def pada_batas(self) -> bool:
        """Whether the printed index would get another predicate than the exact one."""
        return self.verdict is not None and self.verdict.pada_batas


def score(instrument: Instrumen, values: Mapping[str, Fraction]) -> Score:
    """The index that ``values`` (indicator code to exact value) give under ``instrument``.

    A code that is absent is unanswered. Raises ``ValueError`` naming the code when it is not in the instrument,
    when its value is outside the scale, or when it is fractional where whole numbers are demanded.
    """
    known = {indicator.kode for indicator in instrument.all_indicators()}
    for code in values:
        if code not in known:
            raise ValueError(f"{code}: not an indicator of {instrument.id}")
        _demand_on_scale(code, values[code], instrument.skala)

    def aspect_score(aspect: Aspek) -> AspectScore:
        return AspectScore(_terms(aspect.indikator, values), instrument.skala, aspect)

    def domain_score(domain: DomainIndeks) -> DomainScore:
        aspects = tuple(aspect_score(aspect) for aspect in domain.aspek)
        return DomainScore(_all_terms(aspects), instrument.skala, domain, aspects)

    domains = tuple(domain_score(domain) for domain in instrument.domain)
    aspects = tuple(aspect for domain in domains for aspect in domain.aspek) or tuple(
        aspect_score(aspect) for aspect in instrument.aspek
    )
    return Score(_all_terms(aspects), instrument.skala, instrument, domains, aspects)


def scorable(instrument: Instrumen, values: Mapping[str, Fraction]) -> bool:
    """Whether :func:`score` takes these values."""
    try:
        score(instrument, values)
    except ValueError:
        return False
    return True


def _terms(indicators: tuple[Indikator, ...], values: Mapping[str, Fraction]) -> tuple[ScoreTerm, ...]:
    return tuple(ScoreTerm(indicator, values.get(indicator.kode)) for indicator in indicators)


def _all_terms(aspects: tuple[AspectScore, ...]) -> tuple[ScoreTerm, ...]:
    return tuple(term for aspect in aspects for term in aspect.butir)


def _demand_on_scale(code: str, value: Fraction, scale: Skala) -> None:
    if not scale.minimum <= value <= scale.maksimum:
        raise ValueError(f"{code}: {value} is outside {scale.minimum}-{scale.maksimum}")
    if scale.bilangan_bulat and value.denominator != 1:
        raise ValueError(f"{code}: {value} is not a whole number")
