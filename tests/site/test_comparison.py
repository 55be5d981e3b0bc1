"""The page that compares an assessment with the nation: its ranks, its doubts, and what it does not claim."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from spbe.engines.pipeline import Options, plan_site
from support.planned_sites import write_pages
from support.regions import copy_part, copy_region


def comparison(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / "indeks" / name / "banding" / "index.html").read_text("utf-8"))


def words(page: LexborHTMLParser, selector: str = "article") -> str:
    return " ".join(" ".join(node.text().split()) for node in page.css(selector))


def rows(page: LexborHTMLParser, table: str) -> list[list[str]]:
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in page.css(f"#{table} tbody tr")]


def replanned(site: Path, target: Path, file: str, old: str, new: str) -> Path:
    """The page of 2023 of the region behind ``site`` after ``old`` became ``new`` in one of its files."""
    root = copy_region(site.parent, target)
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")
    return write_pages(root, "/indeks/2023/banding/")


def test_a_region_of_the_table_has_the_rank_that_the_table_gives(built: Callable[[str], Path]) -> None:
    """The file of 2023 by hand: 93 kota, 84 of them above 2.15, 8 below; last of 15 in Lampung."""
    page = comparison(built("bandar-lampung"), "2023")
    text = words(page)

    assert "Kota Bandar Lampung: peringkat 85 dari 93 kota, lebih tinggi daripada 8 dari 92 kota lain." in text
    assert "peringkat 15 dari 15 kabupaten dan kota; peringkat 2 dari 2 kota (Lampung)" in text
    assert page.css(".peringatan") == []


def test_ties_are_told_as_a_range_of_ranks(built: Callable[[str], Path]) -> None:
    listed = rows(comparison(built("bandar-lampung"), "2023"), "sewilayah")
    tied = [row[:3] for row in listed if row[2] == "2,27"]

    assert tied == [
        ["Pemerintah Kab. Lampung Timur", "13–14", "2,27"],
        ["Pemerintah Kab. Tulang Bawang Barat", "13–14", "2,27"],
    ]
    assert listed[-1][:3] == ["Pemerintah Kota Bandar Lampung (wilayah ini)", "15", "2,15"]


def test_each_domain_stands_beside_mean_and_median_of_its_group(built: Callable[[str], Path]) -> None:
    parts = rows(comparison(built("bandar-lampung"), "2023"), "bagian-kelompok")

    assert [row[0].split()[0] for row in parts] == ["Indeks", "D1", "D2", "D3", "D4"]
    assert parts[0][1:4] == ["2,15", "3,02", "3,00"]
    assert [row[1] for row in parts[1:]] == ["1,40", "1,70", "1,00", "3,04"]
    assert {row[-2] for row in parts} == {"di bawah"}
    assert {row[-1] for row in parts} == {"93 dari 93"}


def test_the_picture_counts_every_agency_and_marks_the_own_place_in_shape_and_words(
    built: Callable[[str], Path],
) -> None:
    page = comparison(built("bandar-lampung"), "2023")
    listed = rows(page, "sebaran-angka")
    drawn = [int(node.text()) for node in page.css(".bagan .sebar__jumlah")]

    assert sum(int(row[1]) for row in listed) == sum(drawn) == 93
    assert [row[0] for row in listed if row[2]] == ["2,00–2,19"]
    assert len(page.css(".bagan .sebar--sini")) == len(page.css(".bagan .sebar__panah")) == 1
    assert "wilayah ini 2,15" in words(page, ".bagan .nilai")


def test_both_official_versions_and_the_mean_of_the_table_are_named(built: Callable[[str], Path]) -> None:
    page = comparison(built("bandar-lampung"), "2023")
    means = rows(page, "rata-rata-nasional")

    assert [(row[0].partition(" Tabel")[0], *row[2:4]) for row in means[1:3]] == [
        ("Laporan nasional 2024", "2,79", "2,94"),
        ("Laporan nasional 2023", "2,79", "2,91"),
    ]
    assert means[3][0] == "Rata-rata 621 baris tabel nasional, dihitung ulang (Tabel 8-53)"
    assert means[3][1:3] == ["621", "2,82"]
    assert "Rata-rata tercetak 2,79 tidak sama dengan rata-rata baris tabelnya, 2,82." in words(page)


def test_a_year_without_a_table_gets_the_national_mean_and_no_rank(built: Callable[[str], Path]) -> None:
    page = comparison(built("bandar-lampung"), "2022")
    means = rows(page, "rata-rata-nasional")

    assert "tidak punya tabel hasil per instansi untuk 2022" in words(page)
    assert [row[2] for row in means] == ["1,50", "2,34", "2,35"]
    assert "peringkat" not in words(page).lower()
    assert page.css(".bagan") == []


def test_an_older_instrument_is_compared_with_its_own_years_only(built: Callable[[str], Path]) -> None:
    page = comparison(built("madiun"), "2020")

    assert [row[2] for row in rows(page, "rata-rata-nasional")] == ["3,30", "2,26"]
    assert "peringkat" not in words(page).lower()


def test_a_fictional_region_has_no_rank_and_no_province_and_says_why(built: Callable[[str], Path]) -> None:
    """The file of 2024 by hand: of 392 kabupaten 307 print more than 2.42, three the same, 82 less."""
    page = comparison(built("arunika"), "2024")
    text = words(page)

    assert "Kabupaten Arunika: 307 kabupaten lebih tinggi, 3 sama, 82 lebih rendah" in text
    assert "Wilayah ini fiktif, jadi tidak ada dalam tabel nasional 2024." in words(page, ".peringatan")
    assert "Wilayah ini dan provinsinya fiktif" in text
    assert "peringkat 3" not in text
    assert page.css("#sewilayah") == []


def test_the_table_of_another_year_is_plainly_another_years(built: Callable[[str], Path]) -> None:
    page = comparison(built("arunika"), "2025")

    assert "tidak punya tabel nasional 2025. Pembandingnya tabel 2024" in words(page, ".peringatan")
    assert "bukan peringkat 2025" in words(page, ".peringatan")
    assert words(page, ".bagan figcaption") == "Sebaran indeks kabupaten, 2024"
    assert "wilayah ini 2025: 2,71" in words(page, ".bagan .nilai")


def test_a_region_that_took_a_real_name_for_a_sample_gets_no_real_rank(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    site = replanned(
        built("bandar-lampung"), tmp_path / "wilayah", "content/profil.yaml", "jenis: kota", "jenis: kota\ncontoh: ya"
    )
    text = words(comparison(site, "2023"))

    assert "84 kota lebih tinggi, 1 sama, 8 lebih rendah" in text
    assert "Wilayah ini dan provinsinya fiktif" in text


def test_a_published_index_that_differs_from_the_table_is_told(built: Callable[[str], Path], tmp_path: Path) -> None:
    head = "indicators/2023/penilaian.yaml"
    site = replanned(built("bandar-lampung"), tmp_path / "wilayah", head, "indeks: 2.15", "indeks: 2.51")
    page = comparison(site, "2023")

    assert "Tabel nasional mencetak 2,15, sedangkan penilaian ini mencatat 2,51" in words(page, ".peringatan")
    assert "peringkat 85 dari 93 kota" in words(page)


def test_a_later_year_names_the_regions_own_row_in_the_older_table(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    """The file of 2024 by hand: 93 kota, of which 68 print more than Bandar Lampung's 2.98 and 50 more than 3.40.

    The year has a published index and no answers, the profile no kind: the kind is that of the row.
    """
    root = copy_region(built("bandar-lampung").parent, tmp_path / "wilayah")
    profile = root / "content/profil.yaml"
    profile.write_text(profile.read_text("utf-8").replace("jenis: kota\n", ""), "utf-8")
    (root / "indicators/2025").mkdir()
    head = "tahun: 2025\ninstrumen: permenpanrb-59-2020\npublikasi: {status: terbit}\nhasil_resmi: {indeks: 3.40}\n"
    (root / "indicators/2025/penilaian.yaml").write_text(head, "utf-8")
    site = write_pages(root, "/", "/indeks/", "/indeks/2025/", "/indeks/2025/banding/")
    text = words(comparison(site, "2025"))

    assert "Kota Bandar Lampung: 50 kota lebih tinggi, 0 sama, 42 lebih rendah" in text
    assert "Pada tabel 2024 sendiri wilayah ini tercatat 2,98: peringkat 69 dari 93 kota." in text
    assert "bukan peringkat 2025" in text

    # The published index is told wherever the assessment is, though nothing can be recomputed.
    assert "3,40 Indeks resmi" in words(LexborHTMLParser((site / "indeks/2025/index.html").read_text("utf-8")))
    assert "Indeks SPBE 2025: 3,40 (hasil resmi); nilai per indikator belum dicatat." in words(
        LexborHTMLParser((site / "indeks/index.html").read_text("utf-8"))
    )
    home = LexborHTMLParser((site / "index.html").read_text("utf-8"))
    assert words(home, ".jawaban").startswith("Indeks SPBE 2025 3,40 Baik")


def test_unreadable_cells_are_counted_and_named(tmp_path: Path) -> None:
    """The copy of the report of 2024 has no first domain of Jawa Timur."""
    root = copy_part(tmp_path / "wilayah")
    profile = root / "content/profil.yaml"
    profile.write_text(profile.read_text("utf-8").replace("jenis: kabupaten", "jenis: provinsi"), "utf-8")
    page = comparison(write_pages(root, "/indeks/2024/banding/"), "2024")
    parts = rows(page, "bagian-kelompok")

    assert [row[-1] for row in parts] == ["38 dari 38", "37 dari 38", "38 dari 38", "38 dari 38", "38 dari 38"]
    assert "1 baris tidak terbaca" in words(page)
    assert "(Pemerintah Provinsi Jawa Timur)" in words(page)


def test_an_index_over_some_of_the_answers_is_compared_with_nobody(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    root = copy_region(built("bandar-lampung").parent, tmp_path / "wilayah")
    head = root / "indicators/2022/penilaian.yaml"
    head.write_text(head.read_text("utf-8").partition("hasil_resmi:")[0], "utf-8")
    (root / "indicators/2022/nilai.yaml").write_text("I1: {akhir: 5}\n", "utf-8")
    _opened, site = plan_site(root, Options(), "id")
    assert site is not None
    addresses = {page.address for page in site.pages}

    assert "/indeks/2022/" in addresses
    assert "/indeks/2022/banding/" not in addresses
    assert "/indeks/2023/banding/" in addresses
