"""From the head of a record to what stops with it in one click, and through its neighbours by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RECORD = "/arsitektur/infrastruktur/srv-aplikasi/"


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


@pytest.fixture
def phone(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 360, "height": 740}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


def test_one_click_leads_from_the_head_to_what_stops(phone: Page) -> None:
    phone.goto(RECORD)
    phone.get_by_role("link", name="layanan", exact=False).and_(phone.locator(".ringkas a")).click()

    phone.wait_for_url("**#dampak")
    heading = phone.get_by_role("heading", name="Dampak bila server ini terganggu")
    phone.wait_for_function(  # a browser may scroll smoothly
        "one => { const { y } = one.getBoundingClientRect(); return y >= 0 && y < 400; }", arg=heading.element_handle()
    )


def test_neighbours_are_reached_by_tab_in_the_order_of_the_lanes_and_seen(page: Page) -> None:
    page.goto(RECORD)
    links = page.locator(".lajur a")
    wanted = links.evaluate_all("all => all.map(one => one.href)")
    assert len(wanted) > 5
    links.first.focus()
    reached = []
    for _ in wanted:
        reached.append(page.evaluate("document.activeElement.href"))
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none"
        page.keyboard.press("Tab")

    assert reached == wanted


def test_on_a_phone_lanes_stand_below_one_another_without_their_lines(phone: Page) -> None:
    phone.goto(RECORD)
    lanes = phone.locator(".lajur__gambar > ul > li").filter(visible=True)
    places = [box for lane in lanes.all() if (box := lane.bounding_box())]

    assert len(places) > 2
    for above, below in pairwise(places):
        assert below["x"] == above["x"]
        assert below["y"] >= above["y"] + above["height"]
    assert phone.locator(".lajur svg").is_hidden()
    assert phone.locator(".lajur a").first.is_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_words_of_the_lanes_are_big_enough_and_do_not_overlap(page: Page) -> None:
    page.goto(RECORD)
    for width in (1280, 800):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = page.locator(".lajur li li > *").evaluate_all(
            "all => all.map(one => {const b = one.getBoundingClientRect();"
            " return [b.left, b.top, b.right, b.bottom, parseFloat(getComputedStyle(one).fontSize)]})"
        )
        assert min(box[4] for box in boxes) >= 11
        assert page.locator(".lajur svg").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for (left, top, right, bottom, _size), other in combinations(boxes, 2):
            assert other[0] >= right - 1 or other[2] <= left + 1 or other[1] >= bottom - 1 or other[3] <= top + 1
