"""The index of an assessment is the same wherever it stands, also where only the published figures are known."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from spbe.site import Site
from support.assessments import assess, every, page_of, planned, region, said, tree_of

PARTS = ("D1 Kebijakan Internal SPBE", "D2 Tata Kelola SPBE", "D3 Manajemen SPBE", "D4 Layanan SPBE")
DOMAINS = "domain: {D1: 2.30, D2: 2.20, D3: 1.30, D4: 2.90}"


@pytest.fixture(scope="module")
def decrees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city of which the decrees publish the figures, with one recommendation, and a newer self-assessment."""
    root = region(tmp_path_factory.mktemp("ketetapan") / "wilayah")
    assess(root, "2023", f"indeks: 2.11, predikat: Cukup, {DOMAINS}, sumber: LHE 2023")
    assess(root, "2024", "indeks: 2.63, predikat: Baik, domain: {D1: 3.01, D2: 2.41, D3: 1.47, D4: 3.07}")
    (root / "indicators/2024/I21.yaml").write_text("rekomendasi: Susun pedoman risiko.\n", "utf-8")
    assess(root, "2025", values={"mandiri": every(4)})
    return root


@pytest.fixture(scope="module")
def site(decrees: Path) -> Site:
    return planned(decrees)


def cells(site: Site, address: str, table: str) -> list[list[str]]:
    rows = tree_of(page_of(site, address)).css(f"#{table} tbody tr")
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in rows]


def test_the_home_page_leads_with_the_newest_official_result(site: Site) -> None:
    page = tree_of(page_of(site, "/"))
    board = page.css_first(".papan")

    assert page.css_first(".papan__nomor").text() == "2,63"
    assert page.css_first(".papan__predikat").text() == "Baik"
    assert [node.text() for node in board.css(".papan__bagian .papan__nilai")] == ["3,01", "2,41", "1,47", "3,07"]
    beside = [" ".join(node.text().split()) for node in board.css(".papan__ket")]
    assert (
        "Sesudahnya, belum resmi: Indeks SPBE 2025: 4,00, Sangat Baik (perhitungan sendiri, penilaian mandiri)."
        in beside
    )
    assert "Belum ada hasil" not in page.text()


def test_home_and_the_list_of_indices_draw_the_same_figures(site: Site) -> None:
    home = [[row[0], row[3] if row[3] != "–" else row[4]] for row in cells(site, "/", "tren-angka")]
    story = [[row[0], row[2]] for row in cells(site, "/indeks/", "tren-angka") if row[2] != "–"]

    assert home == story == [["2023", "2,11"], ["2024", "2,63"], ["2025", "4,00"]]


def test_the_picture_tells_official_figures_from_own_ones(site: Site) -> None:
    dots = [node.attributes["class"] for node in tree_of(page_of(site, "/")).css(".bagan circle")]

    assert dots == ["titik titik--resmi", "titik titik--resmi", "titik"]
    assert "● hasil resmi · ○ perhitungan sendiri" in said(page_of(site, "/"))


def test_why_it_moved_is_told_by_what_is_known(site: Site) -> None:
    """D1 0.71 × 0.13 + D2 0.21 × 0.25 + D3 0.17 × 0.165 + D4 0.17 × 0.455 = 0.2502; the index rose by 0.52."""
    table = cells(site, "/indeks/2024/", "sumbangan-domain")

    assert [row[4] for row in table] == ["+0,0923", "+0,0525", "+0,02805", "+0,07735", "+0,2698", "+0,52"]
    assert table[4][0] == "Tidak dijelaskan angka bagiannya"
    assert "Paling menaikkan: D1 Kebijakan Internal SPBE (+0,0923)." in said(page_of(site, "/indeks/2024/"))
    own = said(page_of(site, "/indeks/2025/"))
    assert "Yang satu hasil resmi, yang lain perhitungan sendiri, penilaian mandiri" in own


def test_across_instruments_no_difference_is_told(tmp_path: Path) -> None:
    root = region(tmp_path / "wilayah")
    assess(root, "2020", "indeks: 2.40", instrument="permenpanrb-5-2018")
    assess(root, "2021", "indeks: 2.00", {"akhir": every(2)})
    page = page_of(planned(root), "/indeks/2021/")
    told = said(page)

    assert "Yang dapat disebut ialah predikat masing-masing: 2020: 2,40, Cukup (hasil resmi)" in told
    assert "2020 di atas rata-rata 2,26; 2021 di bawah rata-rata 2,24" in told
    assert "−0,4" not in told
    assert not tree_of(page).css("[id^=sumbangan]")


def test_home_and_the_list_draw_the_official_figure_where_the_levels_give_another(tmp_path: Path) -> None:
    root = region(tmp_path / "wilayah")
    assess(root, "2023", "indeks: 2.15", {"akhir": every(2)})
    assess(root, "2024", "indeks: 2.68", {"akhir": every(3)})
    site = planned(root)

    for address, row in (("/", 3), ("/indeks/", 2)):
        assert [one[row] for one in cells(site, address, "tren-angka") if one[row] != "–"] == ["2,15", "2,68"], address


def test_official_domains_stand_wherever_domains_are(site: Site) -> None:
    told = ["3,01", "2,41", "1,47", "3,07"]

    for address, table in (
        ("/indeks/2024/", "bagian-resmi-angka"),
        ("/indeks/2024/ulasan/", "bagian-resmi-angka"),
        ("/indeks/2024/laporan/", "hasil-bagian"),
    ):
        assert [row[-1] for row in cells(site, address, table)] == told, address
    beside = said(page_of(site, "/indeks/2024/banding/"))
    assert all(f"{name} {figure}" in beside for name, figure in zip(PARTS, told, strict=True))


def test_recommendations_stand_though_no_level_is_known(site: Site) -> None:
    assert "Susun pedoman risiko." in said(page_of(site, "/indeks/2024/ulasan/"))
    assert "Susun pedoman risiko." in said(page_of(site, "/indeks/2024/laporan/"))


def test_every_result_is_in_the_list_and_in_the_files(site: Site) -> None:
    listed = [row[:6] for row in cells(site, "/indeks/", "hasil")]
    files = {asset.path: asset.content for asset in site.assets if asset.path.startswith("unduhan/indeks.")}
    rows = json.loads(files["unduhan/indeks.json"])

    assert listed == [
        ["2025", "SPBE 59/2020", "Penilaian mandiri", "–", "4,00", "Sangat Baik"],
        ["2024", "SPBE 59/2020", "Hasil akhir", "2,63", "–", "Baik"],
        ["2023", "SPBE 59/2020", "Hasil akhir", "2,11", "–", "Cukup"],
    ]
    assert [(row["penilaian"], row["resmi"], row["indeks"]) for row in rows] == [
        ("2023", "2.11", None),
        ("2024", "2.63", None),
        ("2025", None, "4.00"),
    ]
    assert rows[1]["domain"] == {"D1": "3.01", "D2": "2.41", "D3": "1.47", "D4": "3.07"}
    assert b"2.63" in files["unduhan/indeks.csv"]


def test_the_description_of_a_result_says_whose_it_is(site: Site) -> None:
    assert page_of(site, "/indeks/2024/").description == "Indeks SPBE 2024 Kota Uji Angka: 2,63, hasil resmi."
    assert "4,00, perhitungan sendiri, penilaian mandiri" in page_of(site, "/indeks/2025/").description


def test_a_draft_changes_nothing_of_the_public_site(decrees: Path, site: Site, tmp_path: Path) -> None:
    root = tmp_path / "wilayah"
    shutil.copytree(decrees, root)
    assess(root, "2026", "indeks: 4.90", {"akhir": every(5)})
    head = root / "indicators/2026/penilaian.yaml"
    head.write_text(head.read_text("utf-8").replace("terbit", "draf"), "utf-8")
    changed = {page.address: page.blocks for page in planned(root).pages}

    assert changed == {page.address: page.blocks for page in site.pages}


def test_a_visit_to_some_indicators_is_told_with_the_whole_index(tmp_path: Path) -> None:
    """I1 weighs 1.30: from 2 to 4 makes 2.026."""
    root = region(tmp_path / "wilayah")
    assess(root, "2024", values={"mandiri": every(2), "visitasi": {"I1": 4}})
    site = planned(root)
    home = tree_of(page_of(site, "/"))
    page = said(page_of(site, "/indeks/2024/"))

    assert home.css_first(".papan__nomor").text() == "2,03"
    assert "Tahap ini menilai ulang 1 indikator; 46 indikator lain memakai nilai tahap sebelumnya." in page
    assert [row[2:5] for row in cells(site, "/indeks/", "hasil")] == [
        ["Penilaian visitasi", "–", "2,03"],
        ["Penilaian mandiri", "–", "2,00"],
    ]
    indicators = [row[2] for row in cells(site, "/indikator/", "daftar-permenpanrb-59-2020") if row[0].startswith("I")]
    assert indicators[:2] == ["4", "2"]
