"""Why an index moved between two assessments: what each part carried of the change, exactly.

The index is a weighted mean, so the change is the sum of what its parts changed times their weights. Where levels are
known the shares add up to the change without any rest; between printed figures rounding leaves one, which is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from spbe.model.instrumen import Aspek, DomainIndeks, Indikator
from spbe.scoring.hasil import BagianHasil, HasilPenilaian, Results
from spbe.scoring.outcomes import Outcome
from spbe.scoring.predicate import SMALLEST
from spbe.scoring.weighted_index import AspectScore, DomainScore, Score

Dasar = Literal["nilai", "bagian", "indeks"]
"""What a change is told by: the levels, the printed parts right below the index, or the index alone."""


@dataclass(frozen=True, slots=True)
class Sumbangan:
    """What ``bagian`` carried of a change: its value before and after, and its exact share of the index."""

    bagian: Indikator | Aspek | DomainIndeks
    dari: Fraction
    ke: Fraction
    sumbangan: Fraction


@dataclass(frozen=True)
class Pergerakan:
    """From one result to a later one under the same instrument.

    ``awal`` and ``akhir`` are the index on its ``dasar``, exact between levels and as printed else. ``domain``,
    ``aspek`` and ``indikator`` are in printed order, each empty where it is not known. The widest that is known adds up
    to ``selisih`` less ``sisa``, which is zero between levels, where each of them adds up to ``selisih``.
    """

    dari: HasilPenilaian
    ke: HasilPenilaian
    dasar: Dasar
    awal: Fraction
    akhir: Fraction
    domain: tuple[Sumbangan, ...] = ()
    aspek: tuple[Sumbangan, ...] = ()
    indikator: tuple[Sumbangan, ...] = ()

    @property
    def selisih(self) -> Fraction:
        """What the index changed."""
        return self.akhir - self.awal

    @property
    def sisa(self) -> Fraction:
        """What its parts leave unexplained."""
        known = self.domain or self.aspek
        return self.selisih - _sum(known) if known else Fraction()

    @property
    def diumumkan(self) -> Fraction | None:
        """What the published index changed, where both were published; the levels may give another change."""
        if self.dari.resmi is None or self.ke.resmi is None:
            return None
        return self.ke.resmi.indeks - self.dari.resmi.indeks

    @property
    def terbulatkan(self) -> bool:
        """Whether ``sisa`` is no more than rounding hides: half a last place of each of two indices and two parts."""
        return abs(self.sisa) <= 2 * SMALLEST


def before(results: Results, name: str) -> HasilPenilaian | None:
    """The newest whole result of an earlier year than the assessment ``name`` has, under the same instrument.

    Where there is none, the newest of any other: then only what can be said across a change of instrument is left.
    """
    now = results[name].assessment
    earlier = [one for one in results.values() if one.assessment.penilaian.tahun < now.penilaian.tahun]
    whole = [one for one in earlier if one.lengkap]
    alike = [one for one in whole if one.assessment.instrumen.id == now.instrumen.id]
    found = alike or whole
    return found[-1] if found else None


def moved(dari: HasilPenilaian, ke: HasilPenilaian) -> Pergerakan | None:
    """Why the index of ``ke`` is another one than that of ``dari``; ``None`` while one of them is not whole.

    Raises ``ValueError`` when the two were not assessed with one instrument.
    """
    if dari.assessment.instrumen.id != ke.assessment.instrumen.id:
        raise ValueError(f"{dari.assessment.nama} and {ke.assessment.nama} have no instrument in common")
    if not dari.lengkap or not ke.lengkap or dari.indeks is None or ke.indeks is None:
        return None
    one, other = _levels(dari), _levels(ke)
    if one is not None and other is not None:
        return _by_levels(dari, ke, one, other)
    domain, aspek = _by_parts(dari.domain, ke.domain), _by_parts(dari.aspek, ke.aspek)
    return Pergerakan(dari, ke, "bagian" if domain or aspek else "indeks", dari.indeks, ke.indeks, domain, aspek)


def strongest(shares: Iterable[Sumbangan]) -> tuple[Sumbangan, ...]:
    """Those that carried anything, the greatest share of either sign first, then in printed order."""
    return tuple(sorted((one for one in shares if one.sumbangan), key=lambda one: -abs(one.sumbangan)))


def best_and_worst(shares: Sequence[Sumbangan]) -> tuple[tuple[Sumbangan, ...], tuple[Sumbangan, ...]]:
    """Those that raised the index most and those that lowered it most; several where they tie, none where none did."""
    highest = max((one.sumbangan for one in shares), default=Fraction())
    lowest = min((one.sumbangan for one in shares), default=Fraction())
    return (
        tuple(one for one in shares if one.sumbangan == highest > 0),
        tuple(one for one in shares if one.sumbangan == lowest < 0),
    )


@dataclass(frozen=True, slots=True)
class Cause:
    """One indicator whose level or weight is another one: what stood before and after, ``None`` for nothing.

    ``share`` is what it carried of the change of the index, exactly; ``None`` while an index is not whole.
    """

    indikator: Indikator
    dari: Fraction | None
    ke: Fraction | None
    bobot_dari: Fraction | None
    bobot_ke: Fraction | None
    share: Fraction | None


def causes_between(one: Score, other: Score) -> Iterator[Cause]:
    """Why ``other`` gives another index than ``one``: by indicator, in printed order of ``other``.

    Where both are whole the shares add up to the change: a level carries what it rose by, times its new weight; a
    weight what it rose by, times the distance of the level from the former index; both over the new sum of weights.
    """
    terms = [{term.indikator.kode: term for term in score.butir} for score in (one, other)]
    whole = one.lengkap and other.lengkap and one.nilai is not None and other.nilai is not None
    for code in dict.fromkeys((*terms[1], *terms[0])):
        was, now = terms[0].get(code), terms[1].get(code)
        told = (
            was.nilai if was else None,
            now.nilai if now else None,
            was.indikator.bobot if was else None,
            now.indikator.bobot if now else None,
        )
        known = now or was
        if known is not None and (told[0] != told[1] or told[2] != told[3]):
            share = _share(*told, one.nilai, other.bobot) if whole and one.nilai is not None else None
            yield Cause(known.indikator, *told, share)


def _share(
    dari: Fraction | None,
    ke: Fraction | None,
    bobot_dari: Fraction | None,
    bobot_ke: Fraction | None,
    index: Fraction,
    weights: Fraction,
) -> Fraction:
    """What one indicator carries; one that came or went has weighed nothing before or weighs nothing after."""
    first = dari if dari is not None else ke or Fraction()
    last = ke if ke is not None else first
    was, now = bobot_dari or Fraction(), bobot_ke or Fraction()
    return (now * (last - first) + (now - was) * (first - index)) / weights


def _levels(hasil: HasilPenilaian) -> Outcome | None:
    """The whole levels that the index of ``hasil`` rests on; those of a stage before a published one are not."""
    outcome = hasil.official if hasil.resmi is not None else hasil.lead
    return outcome if outcome is not None and outcome.score.lengkap else None


def _by_levels(dari: HasilPenilaian, ke: HasilPenilaian, one: Outcome, other: Outcome) -> Pergerakan:
    whole = other.score.bobot
    shares = {
        after.indikator.kode: Sumbangan(
            after.indikator,
            before.nilai or Fraction(),
            after.nilai or Fraction(),
            ((after.nilai or Fraction()) - (before.nilai or Fraction())) * after.indikator.bobot / whole,
        )
        for before, after in zip(one.score.butir, other.score.butir, strict=True)
    }

    def part(first: AspectScore | DomainScore, last: AspectScore | DomainScore) -> Sumbangan:
        carried = _sum(shares[term.indikator.kode] for term in last.butir)
        return Sumbangan(last.bagian, first.nilai or Fraction(), last.nilai or Fraction(), carried)

    return Pergerakan(
        dari,
        ke,
        "nilai",
        one.score.nilai or Fraction(),
        other.score.nilai or Fraction(),
        tuple(part(a, b) for a, b in zip(one.score.domain, other.score.domain, strict=True)),
        tuple(part(a, b) for a, b in zip(one.score.aspek, other.score.aspek, strict=True)),
        tuple(shares.values()),
    )


def _by_parts(first: Sequence[BagianHasil], last: Sequence[BagianHasil]) -> tuple[Sumbangan, ...]:
    """The shares of printed parts; none where one of them is unknown."""
    whole = sum((one.bagian.bobot for one in last), Fraction())
    made = []
    for one, other in zip(first, last, strict=True):
        if one.nilai is None or other.nilai is None:
            return ()
        carried = (other.nilai - one.nilai) * other.bagian.bobot / whole
        made.append(Sumbangan(other.bagian, one.nilai, other.nilai, carried))
    return tuple(made)


def _sum(shares: Iterable[Sumbangan]) -> Fraction:
    return sum((one.sumbangan for one in shares), Fraction())
