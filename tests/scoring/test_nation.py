"""One index among the agencies of a national table, proved against the tables counted by hand."""

from __future__ import annotations

import csv
from fractions import Fraction
from importlib.resources import files

import pytest

from spbe.model.profil import Profil
from spbe.scoring.nation import (
    agencies,
    beside,
    bins,
    find_province,
    find_region,
    members_of_province,
    place_in,
    rank_of,
    spread,
    table_year,
)
from spbe.standards.agency_results import HasilInstansi, national_results

RESULTS = national_results()
SPBE = "permenpanrb-59-2020"
SCALE = (Fraction(1), Fraction(5))


def printed_rows(year: int) -> list[dict[str, str]]:
    """The table as its file has it, read without any of our own code."""
    text = (files("spbe.standards") / f"data/hasil/nasional-{year}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def some(year: int, *keys: str) -> list[HasilInstansi]:
    return [RESULTS.tahun[year][key] for key in keys]


def test_bandar_lampung_2023_is_85th_of_93_kota() -> None:
    """Counted in the file by hand, ``awk -F, '$4 == "kota" && $9 > 2.15'``: 84 above, none equal, 8 below."""
    key = find_region(RESULTS, Profil(nama="Kota Bandar Lampung", jenis="kota"))
    others = [row for row in agencies(RESULTS, 2023, "kota") if row.kunci != key]
    found = rank_of(Fraction("2.15"), others, anggota=True)

    assert key == "kota-bandar-lampung"
    assert (found.di_atas, found.sama, found.di_bawah, found.jumlah) == (84, 0, 8, 93)
    assert found.peringkat == (85, 85)


@pytest.mark.parametrize("year", [2023, 2024])
@pytest.mark.parametrize("kind", ["kabupaten", "kota", "provinsi", "instansi-pusat"])
def test_every_agency_has_the_ranks_that_sorting_the_file_gives(year: int, kind: str) -> None:
    printed = sorted((row["indeks"] for row in printed_rows(year) if row["jenis"] == kind), reverse=True)
    rows = agencies(RESULTS, year, kind)
    for row in rows:
        found = rank_of(row.indeks.nilai, [other for other in rows if other is not row], anggota=True)
        first, ties = printed.index(row.indeks.cetak) + 1, printed.count(row.indeks.cetak)
        assert found.peringkat == (first, first + ties - 1), row.instansi


def test_a_tie_leaves_a_range_of_ranks_and_no_share_of_the_tied() -> None:
    rows = some(2023, "kab-madiun", "kota-madiun", "kota-bandar-lampung", "kab-banyuasin")
    tied = rank_of(Fraction("4.30"), rows, anggota=True)

    assert tied.peringkat == (2, 3)
    assert (tied.di_atas, tied.sama, tied.di_bawah, tied.jumlah) == (1, 1, 2, 5)
    assert tied.persentil == 50


def test_an_index_outside_the_table_has_no_rank() -> None:
    found = rank_of(Fraction("4.30"), some(2023, "kab-madiun", "kota-madiun"), anggota=False)

    assert found.peringkat is None
    assert found.jumlah == found.lain == 2


def test_a_percentile_is_never_rounded_up() -> None:
    """Higher than two of three others is 66.67 per cent: printed as 66, never as 67."""
    rows = some(2023, "kab-madiun", "kab-banyuasin", "kota-bandar-lampung")

    assert rank_of(Fraction("2.20"), rows, anggota=True).persentil == 66
    assert rank_of(Fraction("2.20"), [], anggota=True).persentil is None


def test_two_figures_that_print_alike_are_beside_each_other() -> None:
    """A mean of 2.4849 prints as 2.48: whoever has 2.48 is not below it; one of 2.485 prints as 2.49."""
    mine = Fraction("2.48")

    assert [beside(mine, Fraction(mean)) for mean in ("2.4849", "2.485", "2.4749")] == [0, -1, 1]


def test_mean_and_median_are_exact() -> None:
    three = spread(some(2023, "kab-madiun", "kota-madiun", "kota-bandar-lampung"))
    two = spread(some(2023, "kab-madiun", "kota-madiun"))

    assert three is not None
    assert two is not None
    assert (three.rata_rata, three.median) == (Fraction("10.90") / 3, Fraction("4.30"))
    assert (two.rata_rata, two.median) == (Fraction("4.375"), Fraction("4.375"))
    assert spread([]) is None


@pytest.mark.parametrize("year", [2023, 2024])
@pytest.mark.parametrize("kind", ["kabupaten", "kota", "provinsi", "instansi-pusat"])
@pytest.mark.parametrize("part", ["indeks", "d1", "d2", "d3", "d4"])
def test_means_follow_from_the_readable_cells_of_the_table(year: int, kind: str, part: str) -> None:
    cells = [row[part] for row in printed_rows(year) if row["jenis"] == kind]
    read = [Fraction(cell) for cell in cells if cell]
    found = spread(agencies(RESULTS, year, kind), part if part == "indeks" else part.upper())

    assert found is not None
    assert found.jumlah == len(read)
    assert len(found.tak_terbaca) == len(cells) - len(read)
    assert found.rata_rata == sum(read) / len(read)
    assert (found.terendah, found.tertinggi) == (min(read), max(read))


def test_cells_that_cannot_be_read_are_named_and_never_zero() -> None:
    found = spread(agencies(RESULTS, 2024, "provinsi"), "D1")

    assert found is not None
    assert [row.instansi for row in found.tak_terbaca] == ["Pemerintah Provinsi Jawa Timur"]
    assert (found.jumlah, found.terendah > 0) == (37, True)


def test_every_agency_is_in_one_bar_of_the_picture() -> None:
    rows = agencies(RESULTS, 2024, "kabupaten")
    counted = bins(rows, SCALE, Fraction(1, 5))

    assert len(counted) == 20
    assert sum(one.jumlah for one in counted) == len(rows)
    for one in counted:
        inside = [row for row in rows if one.dari <= row.indeks.nilai <= one.terbesar]
        assert len(inside) == one.jumlah


def test_the_lower_edge_belongs_to_a_bar_and_the_top_of_the_scale_to_the_last() -> None:
    width = Fraction(1, 5)

    assert [place_in(Fraction(text), SCALE, width) for text in ("1.00", "1.19", "1.20", "5.00")] == [0, 0, 1, 19]
    assert place_in(Fraction("0.90"), SCALE, width) == 0
    with pytest.raises(ValueError, match="does not divide"):
        bins([], SCALE, Fraction(3, 10))


@pytest.mark.parametrize(
    ("year", "instrument", "expected"),
    [
        (2023, SPBE, 2023),
        (2024, SPBE, 2024),
        (2025, SPBE, 2024),
        (2022, SPBE, None),
        (2026, "permenpanrb-8-2026", None),
        (2024, "permenpanrb-5-2018", None),
    ],
)
def test_a_table_is_of_the_same_instrument_and_never_of_a_later_year(
    year: int, instrument: str, expected: int | None
) -> None:
    assert table_year(RESULTS, year, instrument) == expected


@pytest.mark.parametrize(
    ("name", "kind", "sample", "expected"),
    [
        ("Kabupaten Madiun", "kabupaten", False, "kab-madiun"),
        ("Kota Madiun", "kota", False, "kota-madiun"),
        ("Madiun", "kota", False, "kota-madiun"),
        ("Madiun", None, False, None),
        ("Kota Madiun", "kabupaten", False, None),
        ("Kota Madiun", "kota", True, None),
        ("Kabupaten Arunika", "kabupaten", False, None),
    ],
)
def test_a_region_is_found_by_name_and_kind_and_a_fictional_one_never(
    name: str, kind: str | None, *, sample: bool, expected: str | None
) -> None:
    assert find_region(RESULTS, Profil(nama=name, jenis=kind, contoh=sample)) == expected


def test_a_province_holds_its_kabupaten_and_kota_highest_first() -> None:
    found = members_of_province(RESULTS, 2023, "Lampung")
    expected = [r for r in printed_rows(2023) if r["kelompok"] == "Lampung" and r["jenis"] != "provinsi"]

    assert len(found) == len(expected) == 15
    assert [row.indeks.nilai for row in found] == sorted((Fraction(r["indeks"]) for r in expected), reverse=True)
    assert find_province(RESULTS, "Lampung") == find_province(RESULTS, "Provinsi Lampung") == "Lampung"
    assert find_province(RESULTS, "Nusa Cahaya") is None
