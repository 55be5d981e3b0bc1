"""The house by mouse, by keyboard and on paper, without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.pdf_sheets import sheets_of
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A3 = (1191, 842)
"""A3 laid across, in points."""


@pytest.fixture
def plain(windows: Windows) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (page, _heard):
        yield page


@pytest.fixture
def house(plain: Page, built: Callable[[str], Path], served: Callable[[Path], str]) -> Page:
    plain.goto(served(built("arunika")) + "/arsitektur/rumah/dampak/")
    return plain


def test_a_square_tells_its_name_when_it_is_pointed_at_or_reached_and_all_do_on_demand(house: Page) -> None:
    square = house.locator('.rumah li a[href$="/aplikasi/simpeg/"]')
    name = square.locator("span")
    size = square.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 24
    assert name.evaluate("one => getComputedStyle(one).clipPath") == "inset(50%)"

    square.hover()
    assert name.evaluate("one => getComputedStyle(one).clipPath") == "none"
    assert "ikut terganggu" in name.inner_text()
    house.mouse.move(0, 0)
    square.focus()
    assert name.evaluate("one => getComputedStyle(one).clipPath") == "none"

    house.get_by_label("Tampilkan nama").check()
    shown = house.locator(".rumah li span").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().width > 8).length"
    )
    assert shown == house.locator(".rumah li span").count()


def test_one_key_leaves_out_a_floor(house: Page) -> None:
    house.locator("#lantai-aplikasi a").focus()
    house.keyboard.press("Tab")
    skip = house.locator(":focus")
    assert skip.inner_text() == "Lewati lantai Aplikasi"
    assert skip.evaluate("one => getComputedStyle(one).clipPath") == "none"

    skip.press("Enter")
    house.keyboard.press("Tab")
    assert house.locator(":focus").inner_text() == "Infrastruktur"


def test_it_is_printed_on_one_sheet_of_a3_with_all_names(
    plain: Page, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    plain.goto(served(built("arunika")) + "/arsitektur/rumah/pemilik/")
    [sheet] = sheets_of(plain.pdf(prefer_css_page_size=True))

    assert tuple(map(round, sheet.size)) == A3
    assert [word for word in ("SIMPEG", "Keanggotaan", "Keadaandataper") if word not in sheet.words] == []
