"""The national means of one year, in every official version, beside those that follow from the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.scoring.lead_figure import Figure
from spbe.scoring.nation import INDEX_PART, agencies, national_spread
from spbe.site.table import Cell, Column, Row, Table
from spbe.standards.agency_results import national_results
from spbe.standards.documents import Dokumen, results_notes
from spbe.standards.national_averages import RataRataNasional, national_versions


@dataclass(frozen=True)
class NationalMeans:
    """National means of a year beside a region.

    ``differs`` is the pair (printed mean, mean of the table's rows) where they are not the same.

    ``versions`` counts the official documents that print a mean of the year; ``documents`` are all documents used.
    """

    tahun: int
    table: Table
    versions: int
    differs: tuple[str, str] | None
    documents: tuple[Dokumen, ...]


def national_means(instrument: Instrumen, own: Figure, place: str, year: int) -> NationalMeans | None:
    """The national means of ``year`` beside ``own``; ``None`` where no document prints one for this instrument."""
    version = national_versions().get(year)
    if version is None or version.terbaru.instrumen != instrument.id:
        return None
    parts = (INDEX_PART, *(part.kode for part in instrument.domain))
    printed = (version.terbaru, *version.lainnya)
    rows = [_row(place, None, {INDEX_PART: own.indeks, **own.domain}, parts)]
    rows += [_printed_row(mean, parts, newest=mean is version.terbaru) for mean in printed]
    documents = {mean.dokumen.id: mean.dokumen for mean in printed}
    counted = _counted(year, instrument.id, parts)
    differs = None
    if counted is not None:
        number, figures = counted
        label = _("Rata-rata {n} baris tabel nasional, dihitung ulang ({tempat})").format(
            n=wording.number(number), tempat=table_place(year)
        )
        rows.append(_row(label, number, figures, parts))
        document = national_results().dokumen[year]
        documents.setdefault(document.id, document)
        both = (wording.comma(version.terbaru.indeks.cetak), wording.two_places(figures[INDEX_PART]))
        differs = both if both[0] != both[1] else None
    columns = (
        Column(_("Sumber"), wide=True),
        Column(_("Banyaknya instansi"), numeric=True),
        Column(_("Indeks"), numeric=True),
        *(Column(part.nama, numeric=True) for part in instrument.domain),
    )
    caption = _("Rata-rata nasional {tahun}").format(tahun=year)
    table = Table("rata-rata-nasional", caption, columns, tuple(rows))
    return NationalMeans(year, table, len(printed), differs, tuple(documents.values()))


def table_place(year: int) -> str:
    """Where in its document the national table of ``year`` stands, as ``hasil.yaml`` says."""
    tables: Mapping[str, Mapping[str, str]] = results_notes()["tabel"]
    return tables[str(year)]["tempat"]


def _row(
    label: str, agencies_counted: int | None, figures: Mapping[str, Fraction | None], parts: tuple[str, ...]
) -> Row:
    cells = (Cell(wording.two_places(figures.get(part))) for part in parts)
    return Row((Cell(label), Cell(wording.number(agencies_counted)), *cells))


def _printed_row(mean: RataRataNasional, parts: tuple[str, ...], *, newest: bool) -> Row:
    label = _("{tempat} (dokumen terbaru)") if newest else _("{tempat} (versi resmi lain)")
    domains = {code: number.nilai if number else None for code, number in mean.domain.items()}
    figures = {INDEX_PART: mean.indeks.nilai, **domains}
    return _row(label.format(tempat=mean.tempat), mean.jumlah_instansi, figures, parts)


def _counted(year: int, instrument: str, parts: tuple[str, ...]) -> tuple[int, dict[str, Fraction]] | None:
    """How many rows the table of ``year`` has, and the mean of each part over those that can be read."""
    results = national_results()
    if results.instrumen.get(year) != instrument:
        return None
    rows = agencies(results, year, None)
    found = {part: summed.rata_rata for part in parts if (summed := national_spread(year, None, part)) is not None}
    return len(rows), found
