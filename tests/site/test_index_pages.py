"""The index pages print published figures to the last digit, and show the whole working."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

PUBLISHED = [
    ("bandar-lampung", "2021"),
    ("bandar-lampung", "2022"),
    ("bandar-lampung", "2023"),
    ("madiun", "2020"),
    ("arunika", "2020"),
    ("arunika", "2024"),
    ("arunika", "2025"),
]


def page_at(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))


def head_of(site: Path, name: str) -> dict:
    text = (site.parent / "indicators" / name / "penilaian.yaml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)


def cells(row: LexborNode) -> list[str]:
    return [" ".join(cell.text().split()) for cell in row.css("th, td")]


@pytest.mark.parametrize(("region", "name"), PUBLISHED)
def test_published_index_domains_aspects_and_predicate_stand_on_the_page(
    region: str, name: str, built: Callable[[str], Path]
) -> None:
    site = built(region)
    page = page_at(site, f"/indeks/{name}/")
    published = head_of(site, name)["hasil_resmi"]
    figure = page.css_first(".angka")
    parts = {cells(row)[0].split()[0]: cells(row)[2:] for row in page.css("#bagian-akhir-angka tbody tr")}

    assert figure.css_first(".angka__nilai").text() == published["indeks"].replace(".", ",")
    assert figure.css_first(".angka__catatan").text() == published["predikat"]
    for code, value in {**published.get("domain", {}), **published.get("aspek", {})}.items():
        assert parts[code] == [value.replace(".", ",")] * 2, code


@pytest.mark.parametrize(("region", "name"), PUBLISHED)
def test_a_pocket_calculator_gets_the_printed_index_from_the_printed_working(
    region: str, name: str, built: Callable[[str], Path]
) -> None:
    site = built(region)
    page = page_at(site, f"/indeks/{name}/")
    products, weights = Fraction(), Fraction()
    for row in page.css("#kerja-akhir tbody tr:not(.jumlah)"):
        value, weight, product = (Fraction(text.replace(",", ".")) for text in cells(row)[1:])
        assert value * weight == product, cells(row)
        products, weights = products + product, weights + weight

    assert weights == 100
    printed = page.css_first(".hitungan strong").text().replace(",", ".")
    assert abs(products / weights - Fraction(printed)) <= Fraction(5, 1000)
    assert printed == head_of(site, name)["hasil_resmi"]["indeks"]


def test_an_unfinished_assessment_says_so_and_gives_the_range_still_possible(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    from regions import build_region, copy_region

    root = copy_region(built("bandar-lampung").parent, tmp_path / "region")
    (root / "indicators/2023/nilai.yaml").write_text("I1: {akhir: 3}\n", "utf-8")
    done = build_region(root)
    assert done.returncode == 0, done.stderr
    page = page_at(root / "site", "/indeks/2023/")

    # 1.3 x 3 is given; the other 98.7 % may be all 1 or all 5: (3.9 + 98.7) / 100 and (3.9 + 493.5) / 100.
    assert "1 dari 47" in page.css_first(".peringatan").text()
    assert "1,03 sampai 4,97" in page.css_first(".peringatan").text()
    missing = [cells(row)[1] for row in page.css("#kerja-akhir tbody tr:not(.jumlah)")]
    assert missing.count("belum ada") == 46


def test_a_draft_is_absent_from_the_public_edition(built: Callable[[str], Path]) -> None:
    site = built("arunika")

    assert not (site / "indeks/2026-pemdi").exists()
    assert "2026-pemdi" not in (site / "indeks/index.html").read_text("utf-8")


def test_trend_breaks_where_the_instrument_changes(built: Callable[[str], Path]) -> None:
    page = page_at(built("arunika"), "/indeks/")

    assert len(page.css(".bagan .alur")) == 2
    assert len(page.css(".bagan .patah")) == 1


def test_indicator_page_tells_weight_values_criteria_answer_and_evidence(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    written = yaml.load((site.parent / "indicators/2025/I11.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    page = page_at(site, "/indikator/permenpanrb-59-2020/I11/")
    text = " ".join(page.css_first("main").text().split())

    assert "2,5%" in text
    assert len(page.css(".kriteria li")) == 5
    assert " ".join(written["fakta"].split()) in text
    assert " ".join(written["analisis"].split()) in text
    values = cells(page.css("#nilai-tahap tbody tr")[0])
    assert values[0] == "2025"
    assert values[1] == written["nilai"]["mandiri"]
    for name in written["bukti"]:
        assert page.css_first(f'a[href$="bukti/#{name}"]') is not None, name


def test_missing_criteria_are_said_to_be_missing(built: Callable[[str], Path], tmp_path: Path) -> None:
    from regions import build_region, copy_region

    root = copy_region(built("arunika").parent, tmp_path / "region")
    assert build_region(root, "--edition", "internal").returncode == 0
    page = page_at(root / "site", "/indikator/permenpanrb-8-2026/I1/")

    assert page.css(".kriteria") == []
    assert page.css_first("#kriteria ~ .kosong") is not None
