"""The page of steps shows what the planner finds, and a pocket calculator agrees with it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.editions import Audience, EditionName, redact
from spbe.scoring.efforts import efforts_for
from spbe.scoring.outcomes import outcomes
from spbe.scoring.planner import Planner, predicates_above
from spbe.site.addresses import account_address
from spbe.site.page import Html, Page
from spbe.site.pages.indeks import langkah as steps
from spbe.site.render_cache import RenderCache
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.regions import copy_region, open_fast


def pages_of(root: Path, name: str, edition: EditionName = "publik") -> list[Page]:
    opened = open_fast(root)
    assert opened.sound, opened.problems
    view = redact(opened.region, outcomes(opened.region), Audience(edition))
    pages = steps.pages(SiteContext(view, environment(root), root, RenderCache()))
    return [page for page in pages if page.address == account_address(name, steps.ACCOUNT)]


def page_of(root: Path, name: str, edition: EditionName = "publik") -> LexborHTMLParser:
    [page] = pages_of(root, name, edition)
    return LexborHTMLParser("\n".join(block.html for block in page.blocks if isinstance(block, Html)))


def cells(page: LexborHTMLParser, table: str) -> list[list[str]]:
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in page.css(f"{table} tbody tr")]


def number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def write(root: Path, place: str, text: str) -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, "utf-8")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The city of the official results: no efforts of its own."""
    return copy_region(Path(__file__).parents[1] / "data" / "bandar-lampung", tmp_path / "kota")


def test_every_predicate_above_has_its_cheapest_steps(city: Path) -> None:
    region = open_fast(city).region
    outcome = outcomes(region)["2023"][-1]
    assert outcome
    planner = Planner(outcome.score, efforts_for(region.efforts, outcome.assessment.instrumen))
    page = page_of(city, "2023")
    found = predicates_above(outcome.score)

    assert [predicate.nama for predicate in found] == ["Baik", "Sangat Baik", "Memuaskan"]
    for predicate in found:
        assert predicate.bawah is not None
        plan = planner.cheapest(predicate.bawah)
        assert plan
        rows = cells(page, f"#menuju-{float(predicate.bawah):g}-langkah".replace(".", "-"))
        assert [row[0].split()[0] for row in rows[:-1]] == [step.indikator.kode for step in plan.langkah]
        assert [(number(row[2]), number(row[3])) for row in rows[:-1]] == [(s.dari, s.ke) for s in plan.langkah]
        assert number(rows[-1][4]) == plan.usaha == sum(number(row[4]) for row in rows[:-1])
        assert number(rows[-1][5]) == sum(number(row[5]) for row in rows[:-1])
        assert (outcome.score.nilai or 0) + number(rows[-1][5]) == plan.score.nilai


def test_without_efforts_of_the_region_one_level_is_one(city: Path) -> None:
    page = page_of(city, "2023")

    assert "satu upaya, karena daerah belum menetapkan yang lain" in page.text()
    assert all(number(row[4]) == number(row[3]) - number(row[2]) for row in cells(page, "#menuju-2-6-langkah")[:-1])


def test_efforts_locks_and_shared_works_stand_on_the_page_with_their_reasons(city: Path) -> None:
    usaha = """
bawaan: 2
langkah:
  - {indikator: permenpanrb-59-2020/I18, upaya: 5, alasan: Menunggu pusat.}
  - {indikator: permenpanrb-59-2020/I43, terkunci: ya, alasan: Milik provinsi.}
bersama:
  - {nama: Peraturan kembar, upaya: 1, langkah: {permenpanrb-59-2020/I11: 3, permenpanrb-59-2020/I12: 3}}
"""
    write(city, "indicators/upaya.yaml", usaha)
    page = page_of(city, "2023")
    words = " ".join(page.text().split())

    assert "Menunggu pusat." in words
    assert "I43 Layanan Data Terbuka. Milik provinsi." in words
    assert "Peraturan kembar: upaya 1, dihitung sekali." in words
    rows = {row[0].split()[0]: row for row in cells(page, "#menuju-2-6-langkah")[:-1]}
    assert "I43" not in rows
    assert (number(rows["I11"][4]) + number(rows["I12"][4])) <= 1 + 2 * 4


def test_what_cannot_be_reached_says_so_with_the_highest_index(city: Path) -> None:
    codes = ", ".join(f"permenpanrb-59-2020/I{n}" for n in range(1, 47))
    write(city, "indicators/upaya.yaml", f"langkah: [{{indikator: [{codes}], terkunci: ya}}]\n")
    page = page_of(city, "2023")

    assert page.text().count("Tidak dapat dicapai") == 3
    assert not page.css("table")


def test_the_regions_own_target_is_a_goal_until_it_is_reached(city: Path) -> None:
    head = city / "indicators/2023/penilaian.yaml"
    bare = "\n".join(line for line in head.read_text("utf-8").splitlines() if not line.startswith("target_indeks"))
    for target, said in [("2.60", "Baik, target daerah (2,60)"), ("2.35", "Target daerah (2,35)")]:
        head.write_text(f"{bare}\ntarget_indeks: {target}\n", "utf-8")
        [page] = pages_of(city, "2023")
        assert said in [heading.text for heading in page.headings]
    head.write_text(f"{bare}\ntarget_indeks: 2.00\n", "utf-8")
    assert "Target daerah, 2,00, sudah tercapai." in page_of(city, "2023").text()


def test_an_unfinished_assessment_says_what_it_leaves_out(minimal: Path) -> None:
    write(minimal, "indicators/2024/penilaian.yaml", "tahun: 2024\ninstrumen: permenpanrb-59-2020\n")
    write(minimal, "indicators/2024/nilai.yaml", "I1: {mandiri: 2}\nI2: {mandiri: 2}\n")
    page = page_of(minimal, "2024", "internal")

    assert "Baru 2 dari 47 indikator dinilai." in page.css_first(".peringatan").text()
    assert {row[0].split()[0] for row in cells(page, "#menuju-2-6-langkah")[:-1]} <= {"I1", "I2"}


def test_without_any_value_there_is_no_page(minimal: Path) -> None:
    write(minimal, "indicators/2024/penilaian.yaml", "tahun: 2024\ninstrumen: permenpanrb-59-2020\n")

    assert pages_of(minimal, "2024", "internal") == []


def test_the_name_of_a_hidden_office_stays_hidden(city: Path) -> None:
    write(city, "architecture/perangkat-daerah/sandi.yaml", "id: sandi\nnama: Badan Rahasia\nklasifikasi: tertutup\n")
    codes = [f"I{n}" for n in range(1, 48)]
    for code in codes:
        if not (city / f"indicators/2023/{code}.yaml").exists():
            write(city, f"indicators/2023/{code}.yaml", "perangkat_daerah: sandi\n")

    assert "Badan Rahasia" in page_of(city, "2023", "internal").text()
    assert "Badan Rahasia" not in page_of(city, "2023").text()
    assert "sandi" not in (page_of(city, "2023").html or "")


def test_an_older_assessment_points_to_the_newest_one(city: Path) -> None:
    assert page_of(city, "2021").css_first(".peringatan a").attributes["href"] == "spbe:/indeks/2023/langkah/"
    assert page_of(city, "2023").css_first(".peringatan") is None


def test_a_page_of_another_instrument_is_linked_from_the_built_site(built: Callable[[str], Path]) -> None:
    site = built("madiun")
    page = LexborHTMLParser((site / "indeks/2020/index.html").read_text("utf-8"))

    assert page.css_first('a[href="langkah/"]') is not None
    assert (site / "indeks/2020/langkah/index.html").is_file()


def test_what_the_steps_need_stands_once_for_all_aims(city: Path) -> None:
    head = city / "indicators/2023/penilaian.yaml"
    head.write_text(head.read_text("utf-8").replace("tahun: 2023", "tahun: 2024"), "utf-8")
    page = page_of(city, "2023")

    raised = {row.css_first("a").text().split()[0] for row in page.css("table tr:has(td) th:has(a)")}
    needs = [one for one in page.css("details:has(.harus)") if one.css_first("table") is None]
    told = {one.css_first("summary").text().split()[0]: " ".join(one.text().split()) for one in needs}
    assert told.keys() == raised
    assert "Menurut Pedoman Menteri PANRB Nomor 3 Tahun 2024" in page.body.text()
    assert "portal nasional administrasi pemerintahan" in told["I32"]  # stands at 4, so only level 5 is left
    assert "Tingkat 4" not in told["I32"]


def test_without_criteria_the_steps_say_that_nothing_can_be_told() -> None:
    page = page_of(Path(__file__).parents[2], "2026-pemdi", "internal")

    assert any("Kriteria tingkat instrumen ini belum tersedia" in one.text() for one in page.css(".kosong"))
