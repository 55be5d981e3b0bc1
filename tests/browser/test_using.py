"""What the scripts add: search with Indonesian word stems, and tables that filter and sort, by keyboard too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.regions import build_region
from support.search_dialog import answered
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


def test_search_finds_records_by_word_stem_and_names_their_kind_and_says_when_it_finds_nothing(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Cari").click()
    page.keyboard.type("zzzqqqxx")
    answered(page, "zzzqqqxx")
    assert "Tidak ada hasil" in page.locator(".spbe-cari__kabar").inner_text()
    assert page.locator(".spbe-cari__hasil li").count() == 0

    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("izin")
    answered(page, "izin")
    titles = page.locator(".spbe-cari__hasil a").all_inner_texts()
    kinds = page.locator(".spbe-cari__jenis").all_inner_texts()

    assert any("izin" in title.lower() for title in titles)
    assert any(kind.startswith("Layanan") for kind in kinds)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/arsitektur/**")


def test_search_loads_nothing_before_it_is_used(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/", wait_until="networkidle")

    assert [address for address in asked if "pagefind" in address] == []


def test_table_sorts_by_keyboard_and_says_so(page: Page) -> None:
    page.goto("/arsitektur/aplikasi/")
    heading = page.get_by_role("columnheader", name="Nama")
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"

    names = page.locator("tbody th").all_inner_texts()
    assert [name.lower() for name in names] == sorted((name.lower() for name in names), reverse=True)


def test_text_from_data_in_search_results_stays_text(
    browser: Browser, served: Callable[[Path], str], minimal: Path
) -> None:
    (minimal / "architecture/aplikasi/jahat.yaml").write_text(
        "id: jahat\nnama: <img src=x onerror=alert(1)> jahat\nuraian: jahat <script>alert(2)</script> {{ 7*7 }}\n"
    )
    assert build_region(minimal).returncode == 0
    context = browser.new_context(base_url=served(minimal / "site"))
    page = context.new_page()
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("jahat")
    answered(page, "jahat")

    assert page.locator(".spbe-cari__hasil img, .spbe-cari__hasil script").count() == 0
    assert "<img src=x onerror=alert(1)> jahat" in page.locator(".spbe-cari__hasil a").all_inner_texts()
    assert "{{ 7*7 }}" in page.locator(".spbe-cari__hasil").inner_text()
    assert alarms == []
    context.close()
