"""Where the result of an assessment stands in a national table: with which figure, in which table, and how high."""

from __future__ import annotations

from dataclasses import dataclass

from spbe.model.profil import Profil
from spbe.scoring.hasil import HasilPenilaian
from spbe.scoring.lead_figure import Figure, figure_for, figure_in
from spbe.scoring.nation import NationalRank, agencies, find_region, kind_of, rank_of, table_year
from spbe.standards.agency_results import national_results


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """What of an assessment is compared with others.

    ``own`` is the region's row in the table of the assessment's own year, where it has one, else its ``recorded``
    figure. ``table`` is the year of the table to compare with, of the same instrument: the assessment's own, else the
    newest earlier one; ``None`` without any. ``key`` is the region's in the tables, if it is found there.
    """

    own: Figure
    recorded: Figure | None
    table: int | None
    key: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of an assessment in the table of ``tahun``, among agencies of ``jenis``, or all for ``None``."""

    compared: ComparedFigure
    tahun: int
    jenis: str | None
    rank: NationalRank


def compared_figure(hasil: HasilPenilaian, profile: Profil) -> ComparedFigure | None:
    """The figure of ``hasil`` that is compared; ``None`` while there is no whole one."""
    results, year = national_results(), hasil.assessment.penilaian.tahun
    table = table_year(results, year, hasil.assessment.instrumen.id)
    key = find_region(results, profile)
    row = results.tahun[year].get(key) if table == year and key else None
    recorded = figure_for(hasil)
    own = figure_in(row) if row else recorded
    return ComparedFigure(own, recorded, table, key) if own else None


def standing_of(hasil: HasilPenilaian, profile: Profil) -> Standing | None:
    """The place of ``hasil`` in a national table; ``None`` where no table of its instrument has agencies like it."""
    compared, results = compared_figure(hasil, profile), national_results()
    if compared is None or compared.table is None:
        return None
    kind = kind_of(results, profile)
    rows = agencies(results, compared.table, kind)
    if not rows:
        return None
    others = [row for row in rows if row.kunci != compared.key]
    rank = rank_of(compared.own.indeks, others, anggota=compared.own.asal == "tabel")
    return Standing(compared, compared.table, kind, rank)
