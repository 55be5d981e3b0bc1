"""What scripts add to a page that has been drawn moves nothing that stood there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.page_visits import SCREENS, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_PLACES = """() => Object.fromEntries([...document.querySelectorAll(".spbe-kop__nama, #menu, h1, .ubah a")]
  .map((one, place) => [`${place} ${one.textContent.trim()}`, JSON.stringify(one.getBoundingClientRect())]))"""


@pytest.mark.parametrize("screen", SCREENS)
def test_what_scripts_show_has_its_place_before_they_run(
    screen: str, browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    width, height = SCREENS[screen]
    pages: list[Page] = [browser.new_page(viewport={"width": width, "height": height}) for _ in range(2)]
    waiting, lively = pages
    waiting.route("**/*.js", lambda route: route.abort())
    for page in pages:
        page.goto(served(built("bandar-lampung")) + "/arsitektur/aplikasi/")
        settled(page)
    lively.locator("[data-spbe-salin]").wait_for()

    assert waiting.locator("[data-spbe-salin]").is_hidden()
    assert waiting.evaluate(_PLACES) == lively.evaluate(_PLACES)
    for page in pages:
        page.context.close()
