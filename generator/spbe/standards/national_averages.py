"""The national averages by year. Some years were published twice, with different figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spbe.standards.documents import Dokumen, documents, results_notes
from spbe.standards.printed_decimals import Angka, read_count, read_index
from spbe.standards.resources import StandardsError, read_csv


@dataclass(frozen=True, slots=True)
class RataRataNasional:
    """The national average of one year in one document.

    ``domain`` maps the domain codes of ``instrumen`` to printed averages (5/2018 has three, 59/2020 four). Years of
    different instruments must not be joined in one line. ``jumlah_instansi`` counts the agencies assessed,
    ``baik_ke_atas`` those with the predicate Baik or better; ``None`` where the document does not say.
    """

    tahun: int
    instrumen: str
    dokumen: Dokumen
    tempat: str
    indeks: Angka
    domain: Mapping[str, Angka | None]
    jumlah_instansi: int | None
    baik_ke_atas: int | None


@dataclass(frozen=True, slots=True)
class Versi:
    """What is officially said of one year: the row of the newest ``terbaru`` document, and the older ``lainnya``."""

    terbaru: RataRataNasional
    lainnya: tuple[RataRataNasional, ...]


@cache
def national_series() -> tuple[RataRataNasional, ...]:
    """Every published row, by year and then newest document first. Read and proved once per process.

    Raises:
        StandardsError: A row has an unknown document or instrument, a bad number, or stands twice.
    """
    rows = [_row(cells) for cells in read_csv("hasil/seri-nasional.csv")]
    rows.sort(key=lambda row: (row.tahun, -row.dokumen.urutan))
    if len({(row.tahun, row.dokumen.id) for row in rows}) != len(rows):
        raise StandardsError("seri-nasional.csv: a document speaks twice of one year")
    return tuple(rows)


@cache
def national_versions() -> Mapping[int, Versi]:
    """The series by year: the newest document's row, with the rows that it supersedes."""
    years: dict[int, list[RataRataNasional]] = {}
    for row in national_series():
        years.setdefault(row.tahun, []).append(row)
    return MappingProxyType({year: Versi(rows[0], tuple(rows[1:])) for year, rows in years.items()})


def _row(cells: Mapping[str, str]) -> RataRataNasional:
    where = f"seri-nasional.csv: {cells['tahun']}"
    columns = results_notes()["domain_seri"].get(cells["instrumen"])
    document = documents().get(cells["dokumen"])
    index = read_index(cells["indeks"], where)
    if columns is None or document is None or index is None:
        raise StandardsError(f"{where}: instrument, document or index is missing or unknown")
    return RataRataNasional(
        tahun=int(cells["tahun"]),
        instrumen=cells["instrumen"],
        dokumen=document,
        tempat=cells["tempat"],
        indeks=index,
        domain=MappingProxyType({code: read_index(cells[column], where) for code, column in columns.items()}),
        jumlah_instansi=read_count(cells["jumlah_instansi"], where),
        baik_ke_atas=read_count(cells["baik_ke_atas"], where),
    )
