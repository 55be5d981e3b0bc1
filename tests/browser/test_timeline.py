"""The timeline of the roadmap: as wide as the page, on a phone, by keyboard and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROADMAP = "/peta-rencana/"
_BARS = """() => [...document.querySelectorAll(".garis-waktu li")].map((row) => {
  const bar = row.querySelector(".batang").getBoundingClientRect();
  const lane = row.querySelector("svg").getBoundingClientRect();
  return [bar.width, lane.width, bar.left - lane.left, lane.right - bar.right, row.getBoundingClientRect().height];
})"""


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


def test_the_picture_is_as_wide_as_the_text_and_its_bars_lie_within_it(page: Page) -> None:
    page.goto(ROADMAP)
    widths = "[...document.querySelectorAll('.garis-waktu, #daftar-rencana')].map((one) => one.offsetWidth)"
    picture, table = page.evaluate(widths)
    assert picture >= table * 0.95
    for width, lane, before, after, _height in page.evaluate(_BARS):
        assert width > lane / 20
        assert before >= -1
        assert after >= -1


def test_on_a_phone_names_are_whole_and_letters_stay_big(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(ROADMAP)
    sizes = (
        "[...document.querySelectorAll('.garis-waktu li a')].map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(page.evaluate(sizes)) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert all(lane > 250 for _width, lane, *_others in page.evaluate(_BARS))


def test_a_bar_leads_to_its_activity_by_mouse_and_by_keyboard(page: Page) -> None:
    page.goto(ROADMAP)
    row = page.locator(".garis-waktu li", has_text="Pembangunan dasbor pimpinan")
    row.locator("svg").click(force=True)  # the link lies above its bar
    page.wait_for_url("**/peta-rencana/dasbor-pimpinan/")
    page.goto(ROADMAP)
    row.locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/peta-rencana/dasbor-pimpinan/")


def test_on_paper_every_bar_is_drawn_and_none_is_cut_between_sheets(page: Page) -> None:
    page.goto(ROADMAP)
    count = page.locator(".garis-waktu li").count()
    page.emulate_media(media="print")
    for width, landscape in ((1045, True), (718, False)):
        page.set_viewport_size({"width": width, "height": 700})
        assert len([one for one in page.evaluate(_BARS) if one[0] > 5 and one[4] > 5]) == count > 20
        sheet = page.pdf(format="A4", landscape=landscape)
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) > 3
    styles = "[...document.querySelectorAll('.garis-waktu li')].map((one) => getComputedStyle(one).breakInside)"
    assert set(page.evaluate(styles)) == {"avoid"}
    assert page.evaluate("getComputedStyle(document.querySelector('.garis-waktu')).breakInside") == "auto"
    assert page.evaluate("getComputedStyle(document.querySelector('.garis-waktu__lajur')).printColorAdjust") == "exact"
