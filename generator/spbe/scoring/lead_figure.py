"""The one figure that speaks for an assessment beside those of others, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.rounding import rounded
from spbe.standards.agency_results import HasilInstansi

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
    """The published figure of an agency, from its row of a national table, with the domains that it gives."""
    domains = {code: number.nilai for code, number in row.domain.items() if number is not None}
    return Figure(row.indeks.nilai, domains, "tabel")


def figure_for(hasil: HasilPenilaian) -> Figure | None:
    """The figure of ``hasil``, with the domains that are known; ``None`` while its index is not whole.

    An index over some of the answers is compared with nobody.
    """
    if hasil.asal is None or hasil.indeks is None or not hasil.lengkap:
        return None
    domains = {one.bagian.kode: rounded(one.nilai) for one in hasil.domain if one.nilai is not None}
    return Figure(rounded(hasil.indeks), domains, hasil.asal, hasil.tahap if hasil.asal == "hitung" else None)
