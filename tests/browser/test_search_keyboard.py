"""Search and tables by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.search_dialog import answered
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


def holds_focus(page: Page, selector: str) -> bool:
    return page.evaluate("wanted => document.activeElement.matches(wanted)", selector)  # type: ignore[no-any-return]


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if holds_focus(page, selector):
            return
    raise AssertionError(f"{selector} is not among the first 40 stops")


def test_search_opens_finds_leads_on_and_keeps_the_focus_inside(page: Page) -> None:
    page.goto("/tentang/")
    tab_to(page, "[data-spbe-cari]")
    page.keyboard.press("Enter")
    assert page.locator("dialog.spbe-cari").get_attribute("open") is not None
    assert holds_focus(page, "dialog input")
    page.keyboard.type("simpeg")
    answered(page, "simpeg")
    assert page.locator(".spbe-cari__hasil li").count() > 1
    inside = set()
    for _ in range(8):
        page.keyboard.press("Tab")
        inside.add(page.evaluate("document.activeElement.closest('dialog, body').localName"))
    assert "dialog" in inside
    assert not page.evaluate("document.activeElement.closest('.md-content, .md-header') !== null")
    page.locator("dialog input").focus()
    tab_to(page, ".spbe-cari__hasil a")
    address = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_escape_closes_search_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/tentang/")
    tab_to(page, "[data-spbe-cari]")
    page.keyboard.press("Enter")
    page.keyboard.type("izin")
    answered(page, "izin")
    # The first press empties a search field, as everywhere.
    page.keyboard.press("Escape")
    if page.locator("dialog.spbe-cari").get_attribute("open") is not None:
        page.keyboard.press("Escape")

    assert page.locator("dialog.spbe-cari").get_attribute("open") is None
    assert holds_focus(page, "[data-spbe-cari]")


def test_tables_are_filtered_and_sorted_by_keyboard(page: Page) -> None:
    page.goto("/arsitektur/aplikasi/")
    every = page.locator("tbody tr:not([hidden])").count()
    tab_to(page, ".tabel__alat input")
    page.keyboard.type("bkpsdm")
    count = page.locator(".tabel__alat output")
    page.wait_for_function("before => document.querySelectorAll('tbody tr:not([hidden])').length < before", arg=every)
    shown = page.locator("tbody tr:not([hidden])").count()
    assert count.inner_text().startswith(f"{shown} dari ")
    tab_to(page, ".tabel__pilihan summary")
    page.keyboard.press("Enter")
    tab_to(page, ".tabel__panel input")
    page.keyboard.press("Space")
    assert holds_focus(page, ".tabel__panel input:checked")
    assert 0 < page.locator("tbody tr:not([hidden])").count() <= shown
    page.keyboard.press("Escape")
    assert holds_focus(page, ".tabel__pilihan:not([open]) summary")
    tab_to(page, ".tabel__urut")
    page.keyboard.press("Space")

    assert page.locator("th[aria-sort=ascending]").count() == 1
    assert holds_focus(page, ".tabel__urut")
