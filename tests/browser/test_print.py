"""Pages on paper: everything that was on the page, the date of the data, and nothing that only a screen can use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_families import families
from support.page_visits import seen
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PRINTED = [
    "beranda",
    "arsitektur-catatan.aplikasi",
    "indeks-penilaian",
    "arsitektur-katalog",
    "arsitektur-dampak",
    "indikator",
    "peta-rencana",
    "metodologi",
]
ON_SCREEN_ONLY = "nav, button:not(.tabel__urut), input, select, form, dialog, .md-skip, .md-sidebar, .tabel__alat"
PAPER = 718
"""The width of A4 within margins of a centimetre, in pixels."""

SHRUNK = 1.25
"""By how much browsers may make a page smaller so that it fits on paper, before letters are too small to read."""


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, _heard):
        page.emulate_media(color_scheme="dark")
        yield page


@pytest.mark.parametrize("family", PRINTED)
def test_a_page_is_printed_without_what_only_a_screen_can_use_dark_on_white_with_its_date(
    family: str, page: Page, built: Callable[[str], Path]
) -> None:
    page.emulate_media(media="print")
    page.goto(families(built("arunika"))[family])
    page.set_viewport_size({"width": PAPER, "height": 1000})

    assert seen(page, ON_SCREEN_ONLY) == []
    assert len(seen(page, "h1")) == 1
    assert re.search(r"Keadaan data per \d+ \w+ 20\d\d", page.locator("footer").inner_text())
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER * SHRUNK
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize(("family", "most"), [("arsitektur-katalog", 4), ("arsitektur-dampak", 8)])
def test_a_printed_page_has_every_row(family: str, most: int, page: Page, built: Callable[[str], Path]) -> None:
    page.set_viewport_size({"width": 360, "height": 740})  # where a list shows its first rows only
    page.goto(families(built("arunika"))[family])
    assert page.locator("tbody tr[hidden]").count() > 0
    page.evaluate(
        "addEventListener('beforeprint', () => { window.kept = document.querySelectorAll(`tr[hidden]`).length })"
    )
    sheet = page.pdf(format="A4")

    assert sheet.startswith(b"%PDF-")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", sheet)) <= most, "a table, not a page of entries"
    assert page.evaluate("window.kept") == 0


def test_paper_gets_the_folds_that_the_reader_opened(page: Page, built: Callable[[str], Path]) -> None:
    page.goto(families(built("arunika"))["indeks-penilaian"])
    folds = page.locator(".spbe-isi details.lipat")
    folds.first.locator("> summary").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    shown = "(folds) => folds.map((fold) => fold.lastElementChild.checkVisibility())"
    first, *others = folds.evaluate_all(shown)
    assert first
    assert others
    assert not any(others)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("[data-cetak]").count() == 0
