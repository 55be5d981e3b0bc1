"""The forecast tells when evidence ends and what it may cost, and nothing of hidden evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.editions import EditionName
from spbe.region import Node
from spbe.site.calendar import calendars_of
from spbe.site.page import Html, Page
from spbe.site.pages.indeks import masa_berlaku as forecast
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.regions import ROOT, copy_part
from support.sample_views import TODAY, end_of, view_of, written

HIDDEN = "kontrak-intra-2025"
"""Evidence of I17 that is not open."""
CLOSED = (HIDDEN, "kontrak-intra-2026", "sop-insiden", "laporan-audit-2024")


def made(root: Path, edition: EditionName = "publik", opd: str | None = None) -> Page:
    view = view_of(root, edition, opd)
    pages = forecast.pages(SiteContext(view, environment(root), root))
    assert [page.address for page in pages] == ["/indeks/2025/masa-berlaku/"]
    return pages[0]


def html(page: Page) -> str:
    return "".join(block.html for block in page.blocks if isinstance(block, Html))


def cells(row: LexborNode) -> list[str]:
    return [" ".join((cell.text() or "").split()) for cell in row.css("th, td")]


@pytest.fixture(scope="module")
def page() -> Page:
    return made(ROOT)


@pytest.fixture
def arunika(tmp_path: Path) -> Path:
    """A part of the sample, with the evidence and the answers that tests change."""
    answers = (Node("jawaban", f"2025/{code}") for code in ("I10", "I26"))
    return copy_part(tmp_path / "arunika", *(Node("bukti", name) for name in CLOSED), *answers)


def strict_index(by: date) -> Fraction:
    """The lowest reading, worked out anew from the files: one open document that has lapsed makes the level 1."""
    evidence = {path.stem: written(path) for path in (ROOT / "indicators/bukti").glob("*.yaml")}
    final = written(ROOT / "indicators/2025/nilai.yaml")
    weights = written(ROOT / "generator/spbe/standards/data/instrumen/permenpanrb-59-2020.yaml")
    total = Fraction()
    for domain in weights["domain"]:
        for aspect in domain["aspek"]:
            for indicator in aspect["indikator"]:
                code = indicator["kode"]
                answer = written(ROOT / f"indicators/2025/{code}.yaml")
                level = Fraction(final[code]["akhir"])
                named = answer.get("bukti", [])
                open_ones = [
                    evidence[name]
                    for name in (named if isinstance(named, list) else [])
                    if evidence[name].get("klasifikasi", "terbuka") == "terbuka"
                ]
                if any("berlaku_sampai" in one and end_of(one["berlaku_sampai"]) < by for one in open_ones):
                    level = Fraction(1)
                total += level * Fraction(indicator["bobot"]) / 100
    return total


def printed(value: Fraction) -> str:
    hundredths = int(value * 100 + Fraction(1, 2))
    return f"{hundredths // 100},{hundredths % 100:02d}"


def test_the_index_of_every_month_stands_beside_the_chart(page: Page) -> None:
    rows = [cells(row) for row in LexborHTMLParser(html(page)).css("#rentang-angka tbody tr")]

    assert len(rows) == 25
    assert [rows[0][0], rows[1][0], rows[-1][0]] == ["Sekarang", "November 2026", "Oktober 2028"]
    assert {row[2] for row in rows} == {"2,71"}
    assert rows[0][4] == printed(strict_index(TODAY))
    assert rows[2][4] == printed(strict_index(date(2027, 1, 1)))
    assert rows[-1][4] == printed(strict_index(date(2028, 11, 1)))
    assert rows[0][4] != rows[2][4] != rows[-1][4]


def test_the_assumptions_stand_before_the_chart(page: Page) -> None:
    before = html(page).partition("<svg")[0]

    assert "Peraturan tidak menyebut berapa nilai yang tersisa" in before
    assert "begitu satu saja buktinya lewat" in before


def test_evidence_that_ends_is_told_by_office_with_its_day_and_its_indicators(page: Page) -> None:
    table = LexborHTMLParser(html(page)).css_first("#berakhir-setda")

    assert [cells(row)[1:] for row in table.css("tbody tr")] == [
        ["31 Desember 2026", "I10, I19"],
        ["14 Juli 2027", "I35"],
    ]
    assert 'href="spbe:/unduhan/kalender/setda.ics"' in html(page)
    assert 'href="spbe:/unduhan/kalender.ics"' in html(page)


def test_evidence_that_has_lapsed_is_told_apart(page: Page) -> None:
    past = [cells(row) for row in LexborHTMLParser(html(page)).css("#bukti-lewat tbody tr")]

    assert ["Rencana pengembangan kompetensi ASN 2025", "31 Desember 2025", "I25, I26"] in past
    assert all(end_of("2026-12-31") != row[1] for row in past)


def test_dates_of_hidden_evidence_move_nothing_in_the_public_edition(arunika: Path) -> None:
    before = {office: asset.content for office, asset in calendars_of(view_of(arunika)).items()}
    shown, internal = html(made(arunika)), html(made(arunika, "internal"))
    for name in CLOSED:
        path = arunika / f"indicators/bukti/{name}.yaml"
        text = re.sub(r"(?m)^berlaku_sampai:.*\n", "", path.read_text("utf-8"))
        path.write_text(text + "berlaku_sampai: 2027-01-15\n", "utf-8")

    assert html(made(arunika)) == shown
    assert {office: asset.content for office, asset in calendars_of(view_of(arunika)).items()} == before
    assert html(made(arunika, "internal")) != internal  # there they do


def test_hidden_evidence_is_named_nowhere_in_the_public_edition(page: Page) -> None:
    calendars = {office: asset.content for office, asset in calendars_of(view_of(ROOT)).items()}
    hidden = [
        record
        for record in map(written, (ROOT / "indicators/bukti").glob("*.yaml"))
        if record.get("klasifikasi", "terbuka") != "terbuka"
    ]
    unfolded = b"".join(calendars.values()).replace(b"\r\n ", b"").decode()

    assert len(hidden) > 5
    for record in hidden:
        assert record["id"] not in html(page), record["id"]
        assert record["nama"] not in html(page), record["id"]
        assert record["nama"] not in unfolded, record["id"]
    internal = b"".join(asset.content for asset in calendars_of(view_of(ROOT, "internal")).values())
    assert written(ROOT / f"indicators/bukti/{HIDDEN}.yaml")["nama"] in internal.replace(b"\r\n ", b"").decode()


def test_hidden_evidence_neither_lengthens_nor_shortens_an_answer_in_the_public_edition(arunika: Path) -> None:
    answer = arunika / "indicators/2025/I26.yaml"
    written_so = answer.read_text("utf-8")
    before = html(made(arunika))
    losses = LexborHTMLParser(before).css("#kehilangan tbody tr")
    assert [cells(row)[4] for row in losses if "I26" in cells(row)[0]] == ["1 Januari 2026"]

    answer.write_text(written_so.replace("[rencana-sdm-2025]", f"[rencana-sdm-2025, {HIDDEN}]"), "utf-8")
    assert html(made(arunika)) == before


def test_an_answer_without_visible_evidence_never_runs_out_in_the_public_edition(arunika: Path) -> None:
    answer = arunika / "indicators/2025/I26.yaml"
    written_so = answer.read_text("utf-8")
    answer.write_text(re.sub(r"(?m)^bukti: .*\n", "", written_so), "utf-8")
    unsaid = html(made(arunika))
    assert "bukti:" not in answer.read_text("utf-8")
    assert [
        row
        for row in LexborHTMLParser(unsaid).css("#kehilangan tbody tr")
        if "1 Januari 2026" in cells(row)[4:5] and "I26" in cells(row)[0]
    ] == []

    answer.write_text(written_so.replace("[rencana-sdm-2025]", f"[{HIDDEN}]"), "utf-8")
    assert html(made(arunika)) == unsaid


def test_a_region_whose_evidence_has_no_end_has_neither_page_nor_calendars(arunika: Path) -> None:
    for path in (arunika / "indicators/bukti").glob("*.yaml"):
        path.write_text(re.sub(r"(?m)^berlaku_sampai:.*\n", "", path.read_text("utf-8")), "utf-8")
    view = view_of(arunika)
    context = SiteContext(view, environment(arunika), arunika)

    assert forecast.pages(context) == []
    assert calendars_of(view) == {}


def test_a_built_site_has_the_page_the_files_and_the_ways_to_them(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    office = LexborHTMLParser((site / "perangkat-daerah/setda/index.html").read_text("utf-8"))
    assessment = LexborHTMLParser((site / "indeks/2025/index.html").read_text("utf-8"))

    assert office.css_first('a[href="../../unduhan/kalender/setda.ics"]') is not None
    assert (site / "unduhan/kalender/setda.ics").is_file()
    assert (site / "unduhan/kalender.ics").is_file()
    assert assessment.css_first('a[href="masa-berlaku/"]') is not None
    assert not (site / "indeks/2024/masa-berlaku").exists()


def test_an_indicator_shows_its_counterparts_and_that_they_are_not_official(built: Callable[[str], Path]) -> None:
    page = LexborHTMLParser((built("arunika") / "indikator/permenpanrb-59-2020/I15/index.html").read_text("utf-8"))
    text = " ".join(page.css_first(".spbe-isi").text().split())

    assert "Padanan usulan spbe, bukan resmi" in text
    assert "I13 Aplikasi Pemdi (Sebagian)" in text
    assert page.css('a[href*="permenpanrb-8-2026"]') == []  # its assessment is a draft, so it has no pages here
