"""On a phone a long page closes its later parts; links, search and paper find what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
LONG = "/indeks/2024/"
LIST = "akhir-indikator"
"""The part of that page with the table of all indicators."""


@pytest.fixture
def phone(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport=PHONE, base_url=served(built("arunika"))) as (page, heard):
        yield page
        assert [one for one in heard if one.startswith("error: ")] == []


def is_closed(page: Page, name: str = LIST) -> bool:
    return page.evaluate("(id) => document.getElementById(`${id}-isi`)?.hidden === 'until-found'", name)  # type: ignore[no-any-return]


def test_later_parts_are_closed_but_on_paper_and_open_when_they_are_asked_for(phone: Page) -> None:
    phone.goto(LONG)
    phone.wait_for_selector(f"#{LIST} button[aria-expanded=false]")
    assert phone.locator("#perhatian button").count() == 0, "the first part is open"
    assert phone.evaluate("document.documentElement.scrollHeight") < 6000
    phone.emulate_media(media="print")
    assert phone.locator(f"#{LIST}-isi").evaluate("(box) => getComputedStyle(box).contentVisibility") == "visible"
    phone.emulate_media(media="screen")
    phone.locator(f"#{LIST} button").click()
    assert not is_closed(phone)
    assert phone.locator(f"#{LIST}-isi tbody tr").first.is_visible()


@pytest.mark.parametrize("address", ["/metodologi/", "/peta-rencana/", "/tata-kelola/"])
def test_what_is_offered_for_the_whole_page_stays_when_its_last_part_is_closed(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.wait_for_selector(".spbe-isi > .bagian-isi[hidden]", state="attached")
    row = phone.locator("ul.ubah")
    assert row.is_visible()
    assert row.evaluate("(row) => row.previousElementSibling.hidden"), "right below the last part, which is closed"


def test_a_link_into_a_closed_part_opens_it(phone: Page) -> None:
    phone.goto(LONG)
    phone.wait_for_selector(f"#{LIST} button")
    phone.evaluate(f"location.hash = '{LIST}'")
    phone.wait_for_function(f"!document.getElementById('{LIST}-isi').hidden")


def test_a_page_that_opens_at_a_part_closes_nothing_above_it(phone: Page) -> None:
    phone.goto(f"{LONG}#predikat")
    phone.wait_for_function("document.readyState === 'complete' && scrollY > 0")
    assert not is_closed(phone)


def test_no_group_of_a_list_that_is_cut_stands_without_its_rows(phone: Page) -> None:
    phone.goto("/indikator/")
    phone.wait_for_selector(".tabel--siap")
    shown = phone.locator(".tabel--siap").first.locator("tbody tr:visible")
    heads = ["jumlah" in (one or "") for one in shown.evaluate_all("(rows) => rows.map((row) => row.className)")]
    assert heads[0]
    assert not heads[-1]
    assert not any(one and two for one, two in pairwise(heads))
    assert shown.count() == 2 + 14, "two groups, of ten and of four indicators"
