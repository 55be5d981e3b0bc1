"""The index pages print published figures to the last digit, and show the whole working."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import INTERNAL
from spbe.engines.pipeline import Options
from support.planned_sites import write_pages
from support.regions import copy_part, copy_region

PUBLISHED = [
    ("bandar-lampung", "2021"),
    ("bandar-lampung", "2022"),
    ("bandar-lampung", "2023"),
    ("madiun", "2020"),
    ("arunika", "2020"),
    ("arunika", "2024"),
    ("arunika", "2025"),
]

TINY = Decimal("1e-20")
"""What a division by three leaves over."""


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


def decimal(text: str) -> Decimal:
    """A printed figure as a pocket calculator takes it: a comma for the decimals, a stroke for a division."""
    over, _stroke, under = text.replace(",", ".").partition("/")
    return Decimal(over) / Decimal(under or 1)


def stages_of(site: Path) -> Iterator[tuple[str, LexborHTMLParser, str]]:
    """Every stage on every page of an assessment: the page's name, the page, and the stage."""
    for path in sorted(site.glob("indeks/*/index.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        for table in page.css('table[id^="kerja-"]'):
            yield path.parent.name, page, (table.id or "").removeprefix("kerja-")


@pytest.mark.parametrize("region", ["arunika", "bandar-lampung", "madiun"])
def test_the_table_alone_suffices_to_recompute_every_sum_and_every_printed_index(
    region: str, built: Callable[[str], Path]
) -> None:
    seen = 0
    for name, page, stage in stages_of(built(region)):
        aspect, domain, everything = ([Decimal(0), Decimal(0)] for _ in range(3))
        for row in page.css(f"#kerja-{stage} tbody tr"):
            where = (name, stage, cells(row)[0])
            if cells(row)[1] == "belum ada":
                continue
            if cells(row)[1] == "–":
                assert (cells(row)[2].split()[0], cells(row)[3]) == ("0", "0"), (name, stage, cells(row))
                continue
            value, weight, product = (decimal(text.split(" dari ")[0]) for text in cells(row)[1:])
            if "jumlah" not in (row.attributes.get("class") or ""):
                assert abs(value * weight - product) < TINY, where
                for sums in (aspect, domain, everything):
                    sums[0], sums[1] = sums[0] + weight, sums[1] + product
                continue
            part = cells(row)[0].split()[1]
            sums = {"A": aspect, "D": domain}.get(part[0], everything)
            assert abs(sums[0] - weight) < TINY, where
            assert abs(sums[1] - product) < TINY, where
            printed = (product / weight).quantize(Decimal("0.01"), ROUND_HALF_UP)
            assert cells(row)[1] == str(printed).replace(".", ","), where
            sums[:] = [Decimal(0), Decimal(0)]
            seen += 1
    assert seen > 10


def test_the_last_lines_say_the_same_as_the_table(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    for name, page, stage in stages_of(site):
        total = cells(page.css(f"#kerja-{stage} tbody tr")[-1])
        lines = next(
            found
            for found, table in zip(page.css(".hitungan"), page.css('table[id^="kerja-"]'), strict=True)
            if table.id == f"kerja-{stage}"
        )
        *parts, first, again, weight, exact = (span.text() for span in lines.css("span"))
        assert abs(sum(map(decimal, parts)) - decimal(first)) < TINY, (name, stage)
        assert (first, again, weight) == (total[3], total[3], total[2].split(" dari ")[0])
        assert lines.css_first("strong").text() == total[1]
        assert abs(decimal(exact.rstrip("…")) - decimal(total[3]) / decimal(weight)) < Decimal("0.000001")


def test_the_stage_that_counts_is_open_and_the_others_are_folded(built: Callable[[str], Path]) -> None:
    page = page_at(built("arunika"), "/indeks/2023/")

    tables = [table.id for table in page.css('table[id^="kerja-"]')]
    assert tables[0] == "kerja-akhir"
    folded = [table.id for table in page.css('details:not([open]) table[id^="kerja-"]')]
    assert folded == tables[1:]
    assert folded


def test_near_a_bound_each_reading_of_the_rule_is_told(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    page = page_at(site, "/indeks/2021/")

    assert [cells(row)[1:] for row in page.css("#cara-akhir tbody tr")] == [["1,788", "Kurang"], ["1,79", "Kurang"]]
    assert "Batas bawah Cukup, 1,80, tinggal 0,012 lagi. Naik satu tingkat pada salah satu dari 47" in told(page)
    assert page_at(site, "/indeks/2025/").css("#cara-akhir") == []


def told(page: LexborHTMLParser) -> str:
    return " ".join(page.css_first("main").text().split())


def test_a_difference_from_the_published_figure_is_explained_or_said_to_be_unexplained(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    root = copy_region(built("bandar-lampung").parent, tmp_path / "region")
    head = root / "indicators/2023/penilaian.yaml"
    text = head.read_text("utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)
    published = data["hasil_resmi"]["domain"]
    assert published["D4"] == "3.04"
    published |= {"D1": "4.99", "D4": "3.0"}
    head.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    page = page_at(write_pages(root, "/indeks/2023/"), "/indeks/2023/")

    rows = {cells(row)[0].split()[0]: cells(row)[1:] for row in page.css("#beda-resmi tbody tr")}
    assert rows["D1"][0] == "4,99"
    assert rows["D1"][3] == "Belum dapat dijelaskan."
    assert rows["D4"][3] == "Angka resmi ini keluar bila dibulatkan ke satu angka di belakang koma."
    assert len(rows) == 2


def test_an_unfinished_assessment_says_so_and_gives_the_range_still_possible(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    root = copy_region(built("bandar-lampung").parent, tmp_path / "region")
    (root / "indicators/2023/nilai.yaml").write_text("I1: {akhir: 3}\n", "utf-8")
    page = page_at(write_pages(root, "/indeks/2023/"), "/indeks/2023/")

    # 1.3 x 3 is given; the other 98.7 % may be all 1 or all 5: (3.9 + 98.7) / 100 and (3.9 + 493.5) / 100.
    assert "1 dari 47" in page.css_first(".peringatan").text()
    assert "1,03 sampai 4,97" in page.css_first(".peringatan").text()
    missing = [cells(row)[1] for row in page.css("#kerja-akhir tbody tr:not(.jumlah)")]
    assert missing.count("belum ada") == 46
    assert len(page.css(".peringatan + .lipat dd a")) == 46
    total = cells(page.css("#kerja-akhir tbody tr")[-1])
    assert total[1:] == ["3,00", "1,3 dari 100", "3,9"]


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
    assert len(page.css(".kriteria > li")) == 5
    assert " ".join(written["fakta"].split()) in text
    assert " ".join(written["analisis"].split()) in text
    values = cells(page.css("#nilai-tahap tbody tr")[0])
    assert values[0] == "2025"
    assert values[1] == written["nilai"]["mandiri"]
    for name in written["bukti"]:
        assert page.css_first(f'a[href$="bukti/#{name}"]') is not None, name


def test_missing_criteria_are_said_to_be_missing(tmp_path: Path) -> None:
    root = copy_part(tmp_path / "region")
    address = "/indikator/permenpanrb-8-2026/I1/"
    page = page_at(write_pages(root, address, options=Options(INTERNAL)), address)

    assert page.css(".kriteria") == []
    assert page.css_first("#kriteria ~ .kosong") is not None
