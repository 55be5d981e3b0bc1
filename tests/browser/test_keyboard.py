"""Everything by keyboard alone: the skip link, the menu, the colour scheme, and a focus that is always in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import SCREENS, answer
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Where the focus is, and what is wrong with how it shows. A ring may be drawn around the label of a hidden input.
_FOCUS = """async () => {
  const moves = (one) => one.playState === "running" && one.effect.getComputedTiming().endTime !== Infinity;
  while (document.getAnimations().some(moves)) await new Promise(requestAnimationFrame);
  const one = document.activeElement;
  if (one === document.body) return null;
  const drawn = one.matches(".md-option") ? one.nextElementSibling : one;
  const box = drawn.getBoundingClientRect();
  const style = getComputedStyle(drawn);
  const faults = [];
  if (!drawn.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || box.width * box.height < 2)
    faults.push("cannot be seen");
  else if (!drawn.matches(".md-skip") && !(style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2))
    faults.push("has no ring");
  const piece = drawn.getClientRects()[0] ?? box;
  const [left, right] = [Math.max(piece.left, 0), Math.min(piece.right, innerWidth)];
  const [top, bottom] = [Math.max(piece.top, 0), Math.min(piece.bottom, innerHeight)];
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
    document.elementFromPoint(left + x * (right - left), top + y * (bottom - top))));
  const mine = (one) => one && (drawn.contains(one) || one.contains(drawn) && one.localName !== "tr");
  if (left >= right || top >= bottom) faults.push("is out of the window");
  else if (!points.some(mine)) faults.push(`is under ${points[4]?.outerHTML.slice(0, 60)}`);
  return [one.outerHTML.slice(0, 140), faults.join(", ")];
}"""
STOPS = 60
PLACES = ["/arsitektur/aplikasi/", "/arsitektur/aplikasi/simpeg/", "/indeks/2025/", "/unduhan/"]


@pytest.fixture
def page(
    request: pytest.FixtureRequest, windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> Iterator[Page]:
    width, height = SCREENS[getattr(request, "param", "lebar")]
    with windows.opened(viewport={"width": width, "height": height}, base_url=served(built("arunika"))) as (
        page,
        _heard,
    ):
        yield page


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.outerHTML.slice(0, 200)")  # type: ignore[no-any-return]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on ``selector``."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"{selector} is not among the first {STOPS} stops")


def faults_of_stops(page: Page, count: int) -> list[str]:
    """What is wrong with the next stops, forth and back."""
    faults = []
    for key in ["Tab"] * count + ["Shift+Tab"] * count:
        page.keyboard.press(key)
        found = answer(page, _FOCUS)
        if found and found[1]:
            faults.append(f"{key}: {found[0]} {found[1]}")
    return list(dict.fromkeys(faults))


@pytest.mark.parametrize("page", SCREENS, indirect=True)
def test_the_focus_is_always_in_sight_forth_and_back(page: Page) -> None:
    page.goto("/", wait_until="load")

    assert faults_of_stops(page, STOPS) == []


@pytest.mark.parametrize("address", PLACES)
@pytest.mark.parametrize("page", SCREENS, indirect=True)
def test_the_focus_is_in_sight_in_the_content_of_every_kind_of_page(address: str, page: Page) -> None:
    """From the end of the menu, which is the same on every page, onwards, and back into it."""
    page.goto(address, wait_until="load")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert faults_of_stops(page, STOPS // 2) == []


@pytest.mark.deep
@pytest.mark.parametrize("address", PLACES)
@pytest.mark.parametrize("page", SCREENS, indirect=True)
def test_the_focus_is_in_sight_from_the_top_of_every_kind_of_page(
    address: str, page: Page, told: Callable[[str], None]
) -> None:
    page.goto(address, wait_until="load")
    told(f"the focus was looked at on {STOPS} stops forth and back, from the top of {len(PLACES)} pages on each screen")

    assert faults_of_stops(page, STOPS) == []


def test_the_first_stop_skips_to_the_content(page: Page) -> None:
    page.goto("/arsitektur/aplikasi/")
    page.keyboard.press("Tab")
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
    assert "Lewati ke isi" in focused(page)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('.spbe-isi') !== null")
    assert page.evaluate("document.activeElement.closest('nav') === null")


def test_the_menu_leads_on_by_keyboard(page: Page) -> None:
    page.goto("/")
    tab_to(page, '.spbe-menu a[href*="arsitektur"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/arsitektur/")

    assert page.locator(".spbe-menu a[aria-current]").count() >= 1


@pytest.mark.parametrize("page", ["sempit"], indirect=True)
def test_the_menu_of_a_phone_opens_closes_and_says_which(page: Page) -> None:
    page.goto("/")
    menu, opener = page.locator("#menu"), page.get_by_role("button", name="Menu")
    assert not menu.is_visible()
    assert opener.get_attribute("aria-expanded") == "false"
    tab_to(page, ".spbe-menu__buka")
    page.keyboard.press("Enter")
    assert menu.is_visible()
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#menu') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")

    assert not menu.is_visible()
    assert opener.get_attribute("aria-expanded") == "false"


def test_the_colour_scheme_changes_by_keyboard_and_is_kept(page: Page) -> None:
    page.goto("/")
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "default"
    tab_to(page, ".md-option")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"{scheme} === 'slate'")
    page.goto("/indeks/", wait_until="load")

    assert page.evaluate(scheme) == "slate"
