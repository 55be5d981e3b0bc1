"""The index over all years and instruments beside the nation's means: the picture of ``/indeks/`` with its table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Skala
from spbe.model.penilaian import TAHAP
from spbe.scoring import round_half_up
from spbe.scoring.lead_figure import Figure, figure_for, figure_in
from spbe.scoring.nation import find_region, kind_of, national_spread
from spbe.site.addresses import assessment_address
from spbe.site.charts.series import SeriesChart, SeriesMoment, series_chart
from spbe.site.components.group_names import group_name
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, figure, text
from spbe.standards.agency_results import national_results
from spbe.standards.documents import Dokumen
from spbe.standards.national_averages import RataRataNasional, Versi, national_versions


@dataclass(frozen=True)
class IndexHistory:
    """The picture with its table; ``group`` is what agencies of the region's kind are called, if it has a kind.

    ``looks`` are the origins of the region's figures that occur; ``nation`` says whether there is any national mean;
    ``documents`` are those that means or rows come from.
    """

    chart: SeriesChart
    group: str | None
    looks: frozenset[str]
    nation: bool
    documents: tuple[Dokumen, ...]


@dataclass(frozen=True)
class _Year:
    """One place on the axis: an assessment, a row of a national table, or nothing of the region's own."""

    tahun: int
    instrumen: str
    nama: str
    figure: Figure | None
    versi: Versi | None


def origin(found: Figure) -> str:
    """Where a figure comes from, in words."""
    if found.asal == "tabel":
        return _("tabel nasional")
    if found.asal == "resmi":
        return _("hasil resmi")
    return _("perhitungan sendiri, {tahap}").format(tahap=_(TAHAP.label(found.tahap or "")).lower())


def index_history(site: SiteContext) -> IndexHistory | None:
    """All years and instruments beside the nation; ``None`` while there is nothing to draw a picture of.

    Years from the region's first to its last, and on to the newest national mean. Years of which the region recorded
    nothing show its row of the national table, where it has one: that was published by the ministry.
    """
    years = _years(site)
    if len(years) < 2:
        return None
    instruments = site.region.instruments
    kind = kind_of(national_results(), site.region.profil)
    means = [_kind_mean(year, kind) for year in years]
    moments = [
        SeriesMoment(
            str(year.tahun),
            instruments[year.instrumen].nama,
            year.figure.indeks if year.figure else None,
            year.figure.asal if year.figure else "",
            year.versi.terbaru.indeks.nilai if year.versi else None,
            mean,
        )
        for year, mean in zip(years, means, strict=True)
    ]
    own = "; ".join(f"{moment.label}: {wording.two_places(moment.own)}" for moment in moments if moment.own is not None)
    chart = series_chart(
        "tren",
        _("Indeks dari tahun ke tahun"),
        _("{nama}: {angka}. Rata-rata nasional ada pada tabel di bawahnya.").format(
            nama=site.region.profil.nama, angka=own
        ),
        moments,
        _ends([instruments[year.instrumen].skala for year in years]),
        _story_table(site, years, means, kind),
    )
    looks = frozenset(year.figure.asal for year in years if year.figure)
    return IndexHistory(
        chart,
        group_name(kind) if any(means) else None,
        looks,
        any(year.versi for year in years),
        _documents(years, means),
    )


def _ends(scales: list[Skala]) -> tuple[Fraction, Fraction]:
    return min(scale.minimum for scale in scales), max(scale.maksimum for scale in scales)


def _years(site: SiteContext) -> list[_Year]:
    versions, results = national_versions(), national_results()
    found: list[_Year] = []

    def mean(year: int, instrument: str) -> Versi | None:
        version = versions.get(year)
        return version if version is not None and version.terbaru.instrumen == instrument else None

    for name, assessment in site.region.assessments.items():
        own = figure_for(site.view.results[name])
        year, instrument = assessment.penilaian.tahun, assessment.instrumen.id
        if own is not None:
            found.append(_Year(year, instrument, name, own, mean(year, instrument)))
    key = find_region(results, site.region.profil)
    for row in results.history(key) if key else ():
        instrument = results.instrumen[row.tahun]
        if not any((one.tahun, one.instrumen) == (row.tahun, instrument) for one in found):
            found.append(_Year(row.tahun, instrument, "", figure_in(row), mean(row.tahun, instrument)))
    if not found:
        return []
    first = min(one.tahun for one in found)
    for year, version in versions.items():
        instrument = version.terbaru.instrumen
        if year > first and not any((one.tahun, one.instrumen) == (year, instrument) for one in found):
            found.append(_Year(year, instrument, "", None, version))
    return sorted(found, key=lambda one: (one.tahun, site.region.instruments[one.instrumen].nama, one.nama))


def _kind_mean(year: _Year, kind: str | None) -> Fraction | None:
    """The mean over the agencies of ``kind`` in the table of that year and instrument."""
    results = national_results()
    if kind is None or results.instrumen.get(year.tahun) != year.instrumen:
        return None
    found = national_spread(year.tahun, kind)
    return found.rata_rata if found else None


def _story_table(site: SiteContext, years: list[_Year], means: list[Fraction | None], kind: str | None) -> Table:
    group = group_name(kind) if any(means) else None
    rows = []
    for year, kind_mean in zip(years, means, strict=True):
        own, newest = year.figure, year.versi.terbaru if year.versi else None
        cells = [
            Cell(str(year.tahun), assessment_address(year.nama) if year.nama else None, sort=f"{year.tahun}"),
            text(site.region.instruments[year.instrumen].nama),
            figure(round_half_up(own.indeks) if own else None),
            text(origin(own) if own else None),
            figure(newest.indeks.cetak if newest else None),
            text(newest.tempat if newest else None),
            text("; ".join(_other(other) for other in year.versi.lainnya) if year.versi else None),
        ]
        if group:
            cells.append(Cell(wording.two_places(kind_mean)))
        rows.append(Row(tuple(cells)))
    columns = [
        Column(_("Tahun")),
        Column(_("Instrumen")),
        Column(_("Indeks"), numeric=True),
        Column(_("Asal angka")),
        Column(_("Rata-rata nasional"), numeric=True),
        Column(_("Sumber rata-rata nasional"), wide=True),
        Column(_("Versi lain rata-rata nasional"), wide=True),
    ]
    if group:
        columns.append(Column(_("Rata-rata {kelompok}").format(kelompok=group), numeric=True))
    return Table("tren-angka", _("Indeks dan rata-rata nasional menurut tahun"), tuple(columns), tuple(rows))


def _other(mean: RataRataNasional) -> str:
    return f"{wording.comma(mean.indeks.cetak)} ({mean.tempat})"


def _documents(years: list[_Year], means: list[Fraction | None]) -> tuple[Dokumen, ...]:
    used: dict[str, Dokumen] = {}
    for year, kind_mean in zip(years, means, strict=True):
        for mean in (year.versi.terbaru, *year.versi.lainnya) if year.versi else ():
            used[mean.dokumen.id] = mean.dokumen
        if kind_mean is not None or (year.figure and year.figure.asal == "tabel"):
            document = national_results().dokumen[year.tahun]
            used[document.id] = document
    return tuple(sorted(used.values(), key=lambda document: -document.urutan))
