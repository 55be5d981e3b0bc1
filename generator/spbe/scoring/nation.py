"""One index among the agencies of a national table: how many lie above, beside and below it, and their middle.

Compared are printed figures (two decimals), because the tables hold nothing finer: two agencies that print alike are
tied, whatever their unrounded indices were. Ranks and means follow from the tables; they are ours, not the ministry's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from spbe.model.profil import Profil
from spbe.scoring.predicate import SMALLEST
from spbe.scoring.rounding import rounded
from spbe.standards.agency_results import HasilInstansi, HasilNasional, national_results
from spbe.standards.printed_decimals import Angka

INDEX_PART = "indeks"
"""Names the index itself where else the code of a domain may stand."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How one figure spreads over agencies.

    ``jumlah`` rows could be read; ``tak_terbaca`` are those whose cell is empty in our copy, and they count nowhere.
    """

    jumlah: int
    rata_rata: Fraction
    median: Fraction
    terendah: Fraction
    tertinggi: Fraction
    tak_terbaca: tuple[HasilInstansi, ...]


@dataclass(frozen=True, slots=True)
class NationalRank:
    """Where a value stands among *other* agencies: ``di_atas`` are higher, ``sama`` equal, ``di_bawah`` lower.

    ``anggota`` says whether the value is itself a row of the table; only then there is a rank.
    """

    di_atas: int
    sama: int
    di_bawah: int
    anggota: bool

    @property
    def lain(self) -> int:
        """The number of other agencies."""
        return self.di_atas + self.sama + self.di_bawah

    @property
    def jumlah(self) -> int:
        """The number of rows of the table: the others, and the value's own if it has one."""
        return self.lain + self.anggota

    @property
    def peringkat(self) -> tuple[int, int] | None:
        """The best and the worst rank that ties leave open, 1 being the highest; ``None`` for no row of the table."""
        return (self.di_atas + 1, self.di_atas + 1 + self.sama) if self.anggota else None

    @property
    def persentil(self) -> int | None:
        """The share of other agencies that are lower, in whole per cent and never rounded up; ``None`` without any."""
        return self.di_bawah * 100 // self.lain if self.lain else None


@dataclass(frozen=True, slots=True)
class Bin:
    """The agencies with ``dari`` ≤ figure < ``sampai``; in the last bin its upper end belongs to it too.

    ``terbesar`` is the largest printed figure that falls into it.
    """

    dari: Fraction
    sampai: Fraction
    terbesar: Fraction
    jumlah: int


def _figure_of(row: HasilInstansi, part: str) -> Angka | None:
    """The printed figure of ``part`` (:data:`INDEX_PART` or a domain's code); ``None`` where it cannot be read."""
    return row.indeks if part == INDEX_PART else row.domain.get(part)


def spread(rows: Iterable[HasilInstansi], part: str = INDEX_PART) -> Spread | None:
    """Mean, median and ends of ``part`` over ``rows``, exact; ``None`` when no row can be read."""
    read: list[Fraction] = []
    unread: list[HasilInstansi] = []
    for row in rows:
        figure = _figure_of(row, part)
        if figure is None:
            unread.append(row)
        else:
            read.append(figure.nilai)
    if not read:
        return None
    read.sort()
    middle = len(read) // 2
    median = read[middle] if len(read) % 2 else (read[middle - 1] + read[middle]) / 2
    return Spread(len(read), sum(read, Fraction()) / len(read), median, read[0], read[-1], tuple(unread))


@cache
def national_spread(year: int, kind: str | None, part: str = INDEX_PART) -> Spread | None:
    """:func:`spread` over the agencies of ``kind``, or all, in the national table of ``year``."""
    return spread(agencies(national_results(), year, kind), part)


def beside(value: Fraction, mean: Fraction) -> int:
    """-1, 0 or 1: whether ``value`` prints lower than ``mean``, the same, or higher."""
    mine, theirs = rounded(value), rounded(mean)
    return (mine > theirs) - (mine < theirs)


def rank_of(value: Fraction, others: Iterable[HasilInstansi], *, anggota: bool) -> NationalRank:
    """Where the printed index ``value`` stands among ``others``; ``anggota``: it is itself a row of their table."""
    return rank_among(value, [row.indeks.nilai for row in others], anggota=anggota)


def rank_among(value: Fraction, figures: Sequence[Fraction], *, anggota: bool) -> NationalRank:
    """Where the printed index ``value`` stands among the printed ``figures`` of others."""
    above = sum(figure > value for figure in figures)
    below = sum(figure < value for figure in figures)
    return NationalRank(above, len(figures) - above - below, below, anggota)


def bins(rows: Iterable[HasilInstansi], ends: tuple[Fraction, Fraction], width: Fraction) -> tuple[Bin, ...]:
    """Agencies by index between ``ends``, which must be whole widths apart; who lies outside is in the outer bins.

    Raises ``ValueError`` when ``width`` does not divide the distance.
    """
    low, high = ends
    number = (high - low) / width
    if number.denominator != 1 or number < 1:
        raise ValueError(f"{width} does not divide {low}-{high}")
    counted = [0] * int(number)
    for row in rows:
        counted[place_in(row.indeks.nilai, ends, width)] += 1
    edges = [low + width * at for at in range(len(counted) + 1)]
    largest = [*(edge - SMALLEST for edge in edges[1:-1]), high]
    return tuple(map(Bin, edges, edges[1:], largest, counted))


def place_in(value: Fraction, ends: tuple[Fraction, Fraction], width: Fraction) -> int:
    """The number of the bin, from 0, that ``value`` falls into."""
    low, high = ends
    return max(0, min((value - low) // width, int((high - low) / width) - 1))


def table_year(results: HasilNasional, year: int, instrument: str) -> int | None:
    """The table to compare ``year`` with: its own, else the newest earlier one; never of another instrument."""
    years = [at for at in results.tahun if at <= year and results.instrumen[at] == instrument]
    return max(years, default=None)


def find_region(results: HasilNasional, profile: Profil) -> str | None:
    """The key of the region in the tables, found by its name; a fictional region is never found.

    A name without its kind (``Madiun``) is completed by ``jenis``; a row of another kind is not the region's.
    """
    if profile.contoh:
        return None
    kind = profile.jenis or ""
    for name in (profile.nama, f"{kind} {profile.nama}"):
        key = results.find(name)
        if key is not None and kind in ("", results.history(key)[-1].jenis):
            return key
    return None


def kind_of(results: HasilNasional, profile: Profil) -> str | None:
    """The region's ``jenis``, else that of its rows in the tables; ``None`` where neither tells."""
    key = None if profile.jenis else find_region(results, profile)
    return results.history(key)[-1].jenis if key else profile.jenis


def agencies(results: HasilNasional, year: int, kind: str | None) -> tuple[HasilInstansi, ...]:
    """The rows of the table of ``year`` that are of ``kind``; all of them for ``None``."""
    return tuple(row for row in results.tahun[year].values() if kind in (None, row.jenis))


def members_of_province(results: HasilNasional, year: int, province: str) -> tuple[HasilInstansi, ...]:
    """The kabupaten and kota of ``province`` in the table of ``year``, highest index first; ties in printed order."""
    found = [
        row for row in results.tahun[year].values() if row.provinsi == province and row.jenis in ("kabupaten", "kota")
    ]
    return tuple(sorted(found, key=lambda row: -row.indeks.nilai))


def find_province(results: HasilNasional, name: str) -> str | None:
    """The province called ``name`` as the tables spell it; ``None`` when they know none of that name."""
    key = results.find(name) if name.casefold().startswith("prov") else results.find(f"Provinsi {name}")
    return results.history(key)[-1].provinsi if key else None
