"""The report on paper: A4, a title page, numbered sheets, heads that repeat, and nothing of the site around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from support.pdf_sheets import Sheet, sheets_of
from support.windows import Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A4 = (595, 842)
"""Width and height in points, rounded."""

CASES = [("arunika", "2025"), ("arunika", "2024"), ("bandar-lampung", "2023")]


@pytest.fixture(scope="module", params=CASES, ids=["-".join(case) for case in CASES])
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def sheets(
    case: tuple[str, str], windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> list[Sheet]:
    region, name = case
    base = served(built(region))
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=base) as (page, _heard):
        page.emulate_media(color_scheme="dark")
        page.goto(f"/indeks/{name}/laporan/")
        return sheets_of(page.pdf(prefer_css_page_size=True))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_report_is_printed_as_a_document_of_its_own(
    case: tuple[str, str], sheets: list[Sheet], built: Callable[[str], Path]
) -> None:
    region, name = case
    page = LexborHTMLParser((built(region) / "indeks" / name / "laporan" / "index.html").read_text("utf-8"))
    cover, last = sheets[0].words, sheets[-1].words

    assert {(round(width), round(height)) for width, height in (sheet.size for sheet in sheets)} == {A4}
    assert 5 < len(sheets) < 25
    assert f"Laporan{name}" in cover
    assert "Disusundaridataper" in cover
    assert "Daftarisi" not in cover
    assert ("Wilayahinifiktif" in cover) == (region == "arunika")
    assert re.match(r"\d+/\d+", cover) is None
    assert [sheet.words.startswith(f"{number}/{len(sheets)}") for number, sheet in enumerate(sheets, start=1)] == [
        False,
        *[True] * (len(sheets) - 1),
    ]
    assert "LampiranB:Daftarbukti" in squeezed("".join(sheet.words for sheet in sheets[-8:]))
    assert not any("Keadaandataper" in sheet.words or "Beranda" in sheet.words for sheet in sheets)
    evidence = page.css("#lampiran-bukti tbody tr")
    ending = evidence[-1].css_first("td:last-child").text() if evidence else "Tidak ada bukti yang dicatat"
    assert squeezed(ending) in last


def test_every_value_of_the_annex_is_on_paper_and_heads_repeat(
    case: tuple[str, str], sheets: list[Sheet], built: Callable[[str], Path]
) -> None:
    region, name = case
    page = LexborHTMLParser((built(region) / "indeks" / name / "laporan" / "index.html").read_text("utf-8"))
    table = page.css_first("#lampiran-nilai")
    head = squeezed("".join(cell.text() for cell in table.css("thead th")))
    lines = [squeezed("".join(cell.text() for cell in line.css("th, td"))) for line in table.css("tbody tr[id]")]
    start = next(place for place, sheet in enumerate(sheets[2:], 2) if "LampiranA:" in sheet.words)

    holding = [[place for place, sheet in enumerate(sheets[start:], start) if line in sheet.words] for line in lines]
    assert [line for line, places in zip(lines, holding, strict=True) if len(places) != 1] == []
    used = {places[0] for places in holding}
    assert len(used) > 1, "the annex fits on one sheet: nothing repeats"
    assert [place for place in sorted(used) if head not in sheets[place].words] == []


def test_what_paper_needs_is_told_on_screen_only(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    with windows.opened(viewport={"width": 360, "height": 740}, base_url=served(built("arunika"))) as (page, _heard):
        page.goto("/indeks/2025/laporan/")
        hint, contents = page.locator(".laporan-layar"), page.locator(".laporan-isi")

        assert hint.is_visible()
        assert contents.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.emulate_media(media="print")
        assert not hint.is_visible()
        assert contents.is_visible()
        assert not page.locator(".spbe-kop").is_visible()
