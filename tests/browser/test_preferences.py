"""What a reader asked the system for: less motion, colours of their own. Nothing is lost by either."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import seen
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADDRESSES = ["/", "/arsitektur/aplikasi/", "/arsitektur/aplikasi/simpeg/", "/peta-rencana/", "/bukti/"]
_MOVES = """(one) => ["", "::before", "::after"].some((part) => {
  const style = getComputedStyle(one, part || null);
  return [style.transitionDuration, style.animationDuration]
    .some((all) => all.split(",").some((time) => parseFloat(time) > 0.05));
})"""
_MOVING = (
    f"""() => [...document.querySelectorAll("body *")].filter({_MOVES}).map((one) => one.outerHTML.slice(0, 90))"""
)
_BADGES = """() => [...document.querySelectorAll(".lencana")].filter((one) => {
  const mark = getComputedStyle(one, "::before");
  const ground = getComputedStyle(document.body).backgroundColor;
  return !one.textContent.trim() || parseFloat(mark.borderTopWidth) < 1 || mark.borderTopColor === ground;
}).map((one) => one.outerHTML)"""


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(built("arunika"))) as (page, _heard):
        yield page


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_moves_for_those_who_want_no_motion_and_states_are_told_in_colours_of_their_own(
    address: str, page: Page
) -> None:
    page.goto(address)
    assert page.evaluate(f"[...document.querySelectorAll('body *')].some({_MOVES})"), "this test would see nothing"
    page.emulate_media(reduced_motion="reduce")

    assert page.evaluate(_MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"

    page.emulate_media(forced_colors="active", color_scheme="dark")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(_BADGES) == []
    assert page.locator(".lencana").count() > 0 or address == "/"
    assert len(seen(page, ".spbe-menu a")) >= 7
    colour = "one => getComputedStyle(one).backgroundColor"
    for bar in page.locator(".palang:visible").all()[:1]:
        assert bar.evaluate(colour) != bar.locator("span").evaluate(colour), "bars are seen"
    marked = page.locator(".spbe-menu .md-tabs__item a[aria-current]")
    others = page.locator(".spbe-menu .md-tabs__item a:not([aria-current])").first
    weight = "one => getComputedStyle(one).fontWeight"
    assert marked.count() == 0 or marked.first.evaluate(weight) != others.evaluate(weight)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
