"""One index beside the agencies of the same kind in one national table."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from spbe import wording
from spbe.i18n import gettext as _
from spbe.model.instrumen import Instrumen
from spbe.model.profil import Profil
from spbe.scoring.lead_figure import Figure
from spbe.scoring.nation import (
    INDEX_PART,
    NationalRank,
    Spread,
    agencies,
    beside,
    bins,
    kind_of,
    national_spread,
    place_in,
    rank_of,
)
from spbe.site.charts.distribution import DistributionChart, distribution_chart
from spbe.site.components.group_names import group_name
from spbe.site.pages.indeks.national_means import table_place
from spbe.site.table import Cell, Column, Row, Table, count
from spbe.standards.agency_results import HasilInstansi, national_results
from spbe.standards.documents import Dokumen
from spbe.standards.printed_decimals import Angka

BIN = Fraction(1, 5)
"""The width of a bar of the picture; it divides the scale, and leaves about twenty bars."""


@dataclass(frozen=True)
class PeerRanking:
    """The place of a region among agencies of its kind.

    ``same_year`` says whether the table is of the assessment's own year.

    ``group`` is what the agencies compared are called. ``unread`` tells which cells of the table could not be read,
    ``remarks`` what else is odd about single rows. ``tempat`` says where in ``document`` the table stands.
    ``former`` is the index that the table of another year prints for this region, with its place there. ``leader`` lays
    the region beside the first of the group, part by part; ``None`` where it is the first itself.
    """

    tahun: int
    same_year: bool
    group: str
    rank: NationalRank
    spread: Spread
    chart: DistributionChart
    parts: Table
    unread: tuple[str, ...]
    remarks: tuple[str, ...]
    document: Dokumen
    tempat: str
    former: tuple[str, str] | None
    leader: Table | None


def peer_ranking(
    instrument: Instrumen, own: Figure, profile: Profil, key: str | None, year: int, table: int
) -> PeerRanking | None:
    """``own`` beside the rows of the table of the year ``table``; ``key`` is the region's own there, if it has one.

    Without a kind in the profile, all agencies are compared. ``None`` when the table has none of the kind.
    """
    results = national_results()
    member = own.asal == "tabel"
    kind = kind_of(results, profile)
    rows = agencies(results, table, kind)
    others = [row for row in rows if row.kunci != key]
    summed = national_spread(table, kind)
    if summed is None:
        return None
    mine = next((row for row in rows if row.kunci == key), None)
    group = group_name(kind) or _("instansi dari semua jenis")
    return PeerRanking(
        tahun=table,
        same_year=table == year,
        group=group,
        rank=rank_of(own.indeks, others, anggota=member),
        spread=summed,
        chart=_chart(instrument, own, rows, summed, group, (year, table)),
        parts=_parts(instrument, own, kind, group, (year, table)),
        unread=_unread(instrument, table, kind),
        remarks=tuple(f"{row.instansi}: {row.catatan}" for row in rows if row.catatan and all(row.domain.values())),
        document=results.dokumen[table],
        tempat=table_place(table),
        former=None if member or not mine else _former(mine, others, group),
        leader=_leader(instrument, own, others, (year, table)),
    )


def place(found: NationalRank, group: str) -> str:
    """The place in words: a rank, with ties as a range, or for an index outside the table who lies above and below."""
    if found.peringkat is None:
        return _("{a} {kelompok} lebih tinggi, {b} sama, {c} lebih rendah").format(
            a=wording.number(found.di_atas),
            b=wording.number(found.sama),
            c=wording.number(found.di_bawah),
            kelompok=group,
        )
    best, worst = found.peringkat
    rank = wording.number(best) if best == worst else f"{wording.number(best)}–{wording.number(worst)}"
    return _("peringkat {a} dari {n} {kelompok}").format(a=rank, n=wording.number(found.jumlah), kelompok=group)


def _former(row: HasilInstansi, others: list[HasilInstansi], group: str) -> tuple[str, str]:
    found = rank_of(row.indeks.nilai, others, anggota=True)
    return wording.comma(row.indeks.cetak), place(found, group)


def _chart(
    instrument: Instrumen,
    own: Figure,
    rows: tuple[HasilInstansi, ...],
    summed: Spread,
    group: str,
    years: tuple[int, int],
) -> DistributionChart:
    year, table = years
    ends = (instrument.skala.minimum, instrument.skala.maksimum)
    counted = bins(rows, ends, BIN)
    here = place_in(own.indeks, ends, BIN)
    lines = [
        Row(
            (
                Cell(f"{wording.two_places(one.dari)}–{wording.two_places(one.terbesar)}"),
                count(one.jumlah),
                Cell(_("di sini") if at == here else ""),
            )
        )
        for at, one in enumerate(counted)
    ]
    columns = (
        Column(_("Indeks")),
        Column(_("Banyaknya {kelompok}").format(kelompok=group), numeric=True),
        Column(_("Wilayah ini")),
    )
    title = _("Sebaran indeks {kelompok}, {tahun}").format(kelompok=group, tahun=table)
    own_text, median = wording.two_places(own.indeks), wording.two_places(summed.median)
    summary = _(
        "{n} {kelompok}, dari {rendah} sampai {tinggi}, dengan median {median}. Wilayah ini berada pada {angka}."
    ).format(
        n=wording.number(summed.jumlah),
        kelompok=group,
        rendah=wording.two_places(summed.terendah),
        tinggi=wording.two_places(summed.tertinggi),
        median=median,
        angka=own_text,
    )
    told = _("wilayah ini {angka}") if year == table else _("wilayah ini {tahun}: {angka}")
    return distribution_chart(
        "sebaran",
        title,
        summary,
        counted,
        here,
        (own.indeks, told.format(angka=own_text, tahun=year)),
        (summed.median, _("median {angka}").format(angka=median)),
        Table("sebaran-angka", title, columns, tuple(lines)),
    )


def _parts(instrument: Instrumen, own: Figure, kind: str | None, group: str, years: tuple[int, int]) -> Table:
    """The index and each domain: ours, and mean, median and ends of the group."""
    year, table = years
    number = len(agencies(national_results(), table, kind))
    names = {INDEX_PART: instrument.indeks} | {part.kode: f"{part.kode} {part.nama}" for part in instrument.domain}
    lines = []
    for part, name in names.items():
        found = national_spread(table, kind, part)
        if found is None:
            continue
        mine = own.indeks if part == INDEX_PART else own.domain.get(part)
        figures = (mine, found.rata_rata, found.median, found.terendah, found.tertinggi)
        read = _("{a} dari {b}").format(a=wording.number(found.jumlah), b=wording.number(number))
        cells = (Cell(wording.two_places(value)) for value in figures)
        lines.append(Row((Cell(name), *cells, _against(mine, found.rata_rata), Cell(read))))
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Wilayah ini {tahun}").format(tahun=year), numeric=True),
        Column(_("Rata-rata"), numeric=True),
        Column(_("Median"), numeric=True),
        Column(_("Terendah"), numeric=True),
        Column(_("Tertinggi"), numeric=True),
        Column(_("Terhadap rata-rata")),
        Column(_("Baris terbaca"), numeric=True),
    )
    caption = _("Wilayah ini di samping {kelompok} pada tabel nasional {tahun}").format(kelompok=group, tahun=table)
    return Table("bagian-kelompok", caption, columns, tuple(lines))


def _leader(instrument: Instrumen, own: Figure, others: list[HasilInstansi], years: tuple[int, int]) -> Table | None:
    """The first of ``others`` beside ours: index and domains, and what lies between."""
    year, table = years
    first = max(others, key=lambda row: row.indeks.nilai, default=None)
    if first is None or first.indeks.nilai <= own.indeks:
        return None
    pairs: list[tuple[str, Fraction | None, Angka | None]] = [(instrument.indeks, own.indeks, first.indeks)]
    pairs += [
        (f"{part.kode} {part.nama}", own.domain.get(part.kode), first.domain.get(part.kode))
        for part in instrument.domain
    ]
    rows = tuple(
        Row(
            (
                Cell(name),
                Cell(wording.two_places(ours)),
                Cell(wording.two_places(theirs.nilai if theirs else None)),
                Cell(wording.signed_places(ours - theirs.nilai) if ours is not None and theirs else "–"),
            )
        )
        for name, ours, theirs in pairs
    )
    columns = (
        Column(_("Bagian"), wide=True),
        Column(_("Wilayah ini {tahun}").format(tahun=year), numeric=True),
        Column(first.instansi, numeric=True),
        Column(_("Selisih"), numeric=True),
    )
    caption = _("Wilayah ini di samping peringkat pertama, {instansi}, {tahun}")
    return Table("peringkat-pertama", caption.format(instansi=first.instansi, tahun=table), columns, rows)


def _against(mine: Fraction | None, mean: Fraction) -> Cell:
    if mine is None:
        return Cell("–")
    return Cell((_("di bawah"), _("sama"), _("di atas"))[beside(mine, mean) + 1])


def _unread(instrument: Instrumen, table: int, kind: str | None) -> tuple[str, ...]:
    told = []
    for part in instrument.domain:
        found = national_spread(table, kind, part.kode)
        if found is not None and found.tak_terbaca:
            told.append(
                _("{bagian}: {n} baris tidak terbaca pada salinan tabel dan tidak ikut dihitung ({nama}).").format(
                    bagian=f"{part.kode} {part.nama}",
                    n=wording.number(len(found.tak_terbaca)),
                    nama=", ".join(row.instansi for row in found.tak_terbaca),
                )
            )
    return tuple(told)
