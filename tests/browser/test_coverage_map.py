"""The four readings of a coverage map, chosen without JavaScript, and the way from a square to its records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

READINGS = ("jumlah", "kosong", "bersama", "umur")


@pytest.fixture
def plain(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    """The map of business processes in a browser without scripts."""
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (page, _heard):
        page.goto(served(built("arunika")) + "/arsitektur/cakupan/rab/")
        yield page


def look(square: Locator) -> tuple[str, ...]:
    """What tells a square apart: its fill, its pattern, its border and the number that it shows."""
    return tuple(
        square.evaluate(
            """(one) => { const style = getComputedStyle(one), after = getComputedStyle(one, "::after");
            return [style.backgroundColor, style.backgroundImage, style.borderStyle + style.borderWidth,
              after.content !== "none" ? after.content : one.textContent]; }"""
        )
    )


def test_each_reading_shows_its_own_legend_and_marks_what_it_is_about(plain: Page) -> None:
    full, empty = plain.locator("a.ubin.n1").first, plain.locator("a.ubin.n0:not(.r)").first
    looks = {}
    for reading in READINGS:
        plain.check(f'input[value="{reading}"]')
        assert [one for one in READINGS if plain.locator(f".peta__kunci--{one}").is_visible()] == [reading]
        looks[reading] = (look(full), look(empty))
        assert looks[reading][0][:3] != looks[reading][1][:3]

    assert len(set(looks.values())) == 4
    assert "/" in looks["umur"][0][3]


def test_squares_of_different_meaning_differ_without_colour(plain: Page) -> None:
    for reading, classes in {
        "bersama": ("b0", "b1", "b2"),
        "umur": ("u0", "u2"),
        "kosong": ("n0:not(.r)", "n1"),
    }.items():
        plain.check(f'input[value="{reading}"]')
        found = [plain.locator(f"a.ubin{'' if one.startswith('n') else ':not(.n0)'}.{one}").first for one in classes]
        shapes = [look(one)[1:3] for one in found]
        assert len({*shapes}) == len(shapes), reading


def test_a_square_leads_by_keyboard_to_the_records_of_its_code(plain: Page) -> None:
    square = plain.locator("a.ubin:not(.n0)").first
    target = square.get_attribute("href") or ""
    assert not plain.locator(target).is_visible()
    square.focus()
    plain.keyboard.press("Enter")

    plain.wait_for_url(f"**{target}")
    assert plain.locator(target).is_visible()
    assert plain.locator(f"{target} a").first.is_visible()


def test_a_matrix_keeps_its_headings_in_sight_on_a_phone(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    with windows.opened(viewport={"width": 360, "height": 740}, base_url=served(built("arunika"))) as (page, _heard):
        page.goto("/arsitektur/matriks/opd-aplikasi/")
        box = page.locator(".matriks").filter(has=page.locator("thead th:nth-child(9)")).first
        head = box.locator("tbody th").first
        before = head.bounding_box()
        box.evaluate("(one) => one.scrollLeft = 40")

        assert box.evaluate("(one) => one.scrollLeft") == 40
        assert head.bounding_box() == before
