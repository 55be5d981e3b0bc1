"""The explorer in real Chromium: the list, the picture and the address tell the same, and all of it is true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.page_visits import answer, settled
from support.record_neighbours import Key, neighbours, records_in
from support.regions import ROOT
from support.windows import Windows, forget

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STARTS = [
    "aplikasi/simpeg",
    "layanan/kenaikan-pangkat",
    "data/asn",
    "infrastruktur/srv-aplikasi",
    "perangkat-daerah/bkpsdm",
]
PAGE = "/arsitektur/jelajah/"
LIMIT = 150

_LISTED = """() => [...document.querySelectorAll(".jelajah__daftar dl")].map((step) =>
  [...new Set([...step.querySelectorAll("a[data-dari]")].map((one) => one.dataset.dari))].sort())"""
_DRAWN = """() => document.querySelector(".jelajah__kanvas")._cyreg.cy.nodes().toArray()
  .filter((one) => !one.hasClass("lajur")).map((one) => one.data("place")).sort((a, b) => a - b)"""
_SHOWN = """() => [...document.querySelectorAll("[data-simpul]")].map((one) => Number(one.dataset.simpul))"""
_SEEN = """(name) => {
  const box = document.querySelector(".jelajah__kanvas");
  const cy = box._cyreg.cy;
  const node = cy.nodes().toArray().find((one) => one.data("name") === name);
  const at = node.renderedPosition();
  const corner = box.getBoundingClientRect();
  return [corner.x + at.x, corner.y + at.y];
}"""
"""Where in the window a record stands in the picture."""
_PLACE = f"""(name) => {{
  document.querySelector(".jelajah__kanvas").scrollIntoView({{ block: "center", behavior: "instant" }});
  return ({_SEEN})(name);
}}"""
"""The same after a scroll that the picture has not heard of yet."""


@pytest.fixture
def page(windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]) -> Iterator[Page]:
    base = served(built("arunika"))
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=base) as (page, heard):
        yield page
        assert [one for one in heard if not one.startswith((base + "/", "data:"))] == []


def opened(page: Page, query: str = "") -> None:
    page.goto(PAGE + query)
    page.wait_for_selector(".jelajah__isi:not([hidden])")
    page.wait_for_function("document.querySelector('.jelajah__kanvas')._cyreg?.cy?.nodes().length > 0")


def named(keys: set[Key]) -> list[str]:
    return sorted(f"{kind}/{name}" for kind, name in keys)


def said(page: Page) -> str:
    return page.locator(".jelajah [role=status]").inner_text()


def folded_out(page: Page) -> None:
    page.locator(".jelajah__alat summary").click()


@pytest.mark.parametrize(
    "start", [*STARTS[:1], *(pytest.param(start, marks=pytest.mark.deep) for start in STARTS[1:-1]), *STARTS[-1:]]
)
def test_the_list_is_what_the_files_say_and_the_picture_shows_the_same(start: str, page: Page) -> None:
    opened(page, f"?dari={start}")
    kind, _slash, name = start.partition("/")
    expected = named(neighbours(ROOT)[kind, name])

    assert page.evaluate(_LISTED) == [expected]
    assert len(page.evaluate(_DRAWN)) == len(expected) + 1
    assert f"{len(expected)} catatan dalam 1 langkah." in said(page)


def test_further_steps_are_all_that_lies_so_far_but_not_through_offices(page: Page) -> None:
    opened(page, "?dari=layanan/kenaikan-pangkat&kedalaman=2")
    near = neighbours(ROOT)
    start = ("layanan", "kenaikan-pangkat")
    beyond = {two for one in near[start] if one[0] != "perangkat-daerah" for two in near[one]}

    assert page.evaluate(_LISTED) == [named(near[start]), named(beyond - near[start] - {start})]
    assert sorted(page.evaluate(_SHOWN)) != []
    assert set(page.evaluate(_SHOWN)) < set(page.evaluate(_DRAWN))


def test_filters_leave_only_what_they_ask_for(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg")
    folded_out(page)
    for kind in ("Perangkat daerah", "Peta rencana", "Keamanan", "Layanan", "Data dan informasi", "Infrastruktur"):
        page.locator("fieldset").get_by_label(kind, exact=True).uncheck()
    page.locator("fieldset").get_by_label("Dihentikan").uncheck()
    near = neighbours(ROOT)["aplikasi", "simpeg"]
    records = records_in(ROOT)
    running = {one for one in near if one[0] == "aplikasi" and records[one].get("keadaan") != "dihentikan"}

    assert page.evaluate(_LISTED) == [named(running)]
    assert 0 < len(running) < len([one for one in near if one[0] == "aplikasi"])

    page.locator("#jelajah-opd").select_option("bkpsdm")
    assert page.evaluate(_LISTED) == [named({one for one in running if records[one]["perangkat_daerah"] == "bkpsdm"})]


def test_the_direction_tells_what_a_record_names_from_what_names_it(page: Page) -> None:
    opened(page, "?dari=layanan/kenaikan-pangkat&arah=keluar")
    named_by_it = page.evaluate(_LISTED)
    opened(page, "?dari=layanan/kenaikan-pangkat&arah=masuk")

    assert "aplikasi/simpeg" in page.evaluate(_LISTED)[0]
    assert "aplikasi/simpeg" not in named_by_it[0]
    assert "perangkat-daerah/bkpsdm" in named_by_it[0]


def test_a_click_in_the_picture_makes_a_record_the_next_start_and_back_undoes_it(page: Page) -> None:
    opened(page, "?dari=layanan/kenaikan-pangkat&kedalaman=2")
    before = page.evaluate(_LISTED)
    page.mouse.click(*page.evaluate(_PLACE, "SIMPEG"))
    page.wait_for_url("**/?dari=aplikasi/simpeg&kedalaman=2")
    assert page.locator("#jelajah-pusat").inner_text() == "SIMPEG"
    assert page.get_by_label("Mulai dari").input_value() == "SIMPEG"

    page.go_back()
    page.wait_for_function("document.querySelector('#jelajah-pusat').textContent === 'Kenaikan pangkat ASN'")
    assert page.evaluate(_LISTED) == before


def test_a_click_hits_what_is_seen_when_something_above_the_picture_has_opened(page: Page) -> None:
    opened(page, "?dari=layanan/kenaikan-pangkat")
    page.mouse.move(*page.evaluate(_PLACE, "SIMPEG"))
    settled(page)
    page.evaluate("document.querySelector('.jelajah').style.paddingTop = '120px'")
    page.mouse.click(*page.evaluate(_SEEN, "SIMPEG"))
    page.wait_for_url("**/?dari=aplikasi/simpeg")


def test_a_link_that_was_sent_opens_the_same(page: Page) -> None:
    opened(page)
    folded_out(page)
    page.get_by_label("Langkah", exact=True).select_option("2")
    page.get_by_label("Arah").select_option("masuk")
    page.get_by_label("Susunan").select_option("melingkar")
    page.locator("fieldset").get_by_label("Rencana", exact=True).uncheck()
    page.get_by_label("Teruskan langkah").check()
    sent, listed, told = page.url, page.evaluate(_LISTED), said(page)
    forget(page)
    page.goto(sent)
    page.wait_for_selector(".jelajah__isi:not([hidden])")

    assert "?dari=aplikasi/" in sent
    assert page.evaluate(_LISTED) == listed
    assert said(page) == told
    assert page.get_by_label("Arah").input_value() == "masuk"
    assert page.get_by_label("Teruskan langkah").is_checked()


def test_a_start_is_found_and_walked_from_by_keyboard_alone(page: Page) -> None:
    opened(page)
    field = page.get_by_label("Mulai dari")
    field.focus()
    page.keyboard.type("pangkat kenaik")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true"
    # The rest of the page is as it always is, which test_families.py examines.
    faults = Axe().run(page, ".jelajah", options={"resultTypes": ["violations"]}).response["violations"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/?dari=layanan/kenaikan-pangkat")
    assert field.get_attribute("aria-expanded") == "false"

    page.locator(".jelajah__daftar a", has_text="SIMPEG").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?dari=aplikasi/simpeg")
    assert page.evaluate("document.activeElement.id") == "jelajah-pusat"
    assert [fault["id"] for fault in faults] == []


def test_a_neighbourhood_that_is_too_big_is_cut_and_says_so(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg&kedalaman=3&lewat=ya")
    near = neighbours(ROOT)
    reached = {("aplikasi", "simpeg")}
    for _ in range(3):
        reached |= {other for one in reached for other in near[one]}

    assert f"{LIMIT} dari {len(reached) - 1} catatan dalam" in said(page)
    assert len(page.evaluate(_SHOWN)) >= LIMIT
    assert len(page.evaluate(_DRAWN)) == LIMIT + 1


def test_every_record_of_the_list_leads_to_its_page(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg")
    page.get_by_role("link", name="Buka halaman Kenaikan pangkat ASN").click()
    page.wait_for_url("**/arsitektur/layanan/kenaikan-pangkat/")
    assert page.locator("h1").inner_text() == "Kenaikan pangkat ASN"

    page.get_by_role("link", name="Jelajahi hubungan ini").click()
    page.wait_for_selector(".jelajah__isi:not([hidden])")
    assert page.locator("#jelajah-pusat").inner_text() == "Kenaikan pangkat ASN"


def test_a_former_id_still_opens_and_an_unknown_one_is_told(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg-baru")
    assert page.locator("#jelajah-pusat").inner_text() == "SIMPEG"

    page.goto(f"{PAGE}?dari=aplikasi/tidak-begini")
    page.wait_for_function("document.querySelector('.jelajah [role=status]')?.textContent")
    assert said(page) == "Catatan aplikasi/tidak-begini tidak ditemukan pada data terbuka."
    assert not page.locator(".jelajah__isi").is_visible()


def test_a_picture_that_cannot_come_is_told_once_and_tried_again(page: Page) -> None:
    asked: list[str] = []

    def lost(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route("**/cytoscape.min.js", lost)
    page.goto(f"{PAGE}?dari=aplikasi/simpeg")
    page.wait_for_function("document.querySelector('.jelajah [role=status]').textContent.includes('Peta tidak dapat')")
    assert said(page).startswith("SIMPEG: ")
    assert said(page).count("Peta") == 1
    assert len(asked) == 1
    page.unroute("**/cytoscape.min.js")
    page.locator("#jelajah-kedalaman").select_option("2")
    page.wait_for_function("document.querySelector('.jelajah__kanvas')._cyreg?.cy?.nodes().length > 0")
    assert "Peta" not in said(page)


def test_quick_changes_load_what_draws_once(page: Page) -> None:
    held: list[Route] = []

    def slow(route: Route) -> None:
        held.append(route)

    page.route("**/cytoscape.min.js", slow)
    with page.expect_request("**/cytoscape.min.js"):
        page.goto(f"{PAGE}?dari=aplikasi/simpeg", wait_until="domcontentloaded")
        page.wait_for_selector(".jelajah__isi:not([hidden])")
    for depth in ("2", "3", "1"):
        page.locator("#jelajah-kedalaman").select_option(depth)
    # A browser asks only once for what several elements want, so the elements are counted.
    assert page.locator("head script[src$='cytoscape.min.js']").count() == 1
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_function("document.querySelector('.jelajah__kanvas')._cyreg?.cy?.nodes().length > 0")
    assert len(page.evaluate(_DRAWN)) == len(neighbours(ROOT)["aplikasi", "simpeg"]) + 1


def test_a_finger_on_the_picture_scrolls_the_page(
    browser: Browser, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served(built("arunika")) + PAGE + "?dari=aplikasi/simpeg")
    page.wait_for_selector(".jelajah__daftar li")
    assert not page.locator(".jelajah__kanvas").is_visible()
    page.locator(".jelajah__peta summary").click()
    page.wait_for_function("document.querySelector('.jelajah__kanvas')?._cyreg?.cy?.nodes().length > 0")
    page.evaluate("document.querySelector('.jelajah__kanvas').scrollIntoView({ behavior: 'instant' })")
    before = page.evaluate("scrollY")
    finger = context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 180, "y": 600}]})
    for y in range(580, 200, -20):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": 180, "y": y}]})
        answer(page, "() => new Promise(requestAnimationFrame)")  # a finger moves once a frame
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    page.wait_for_function("before => scrollY > before + 100", arg=before)
    assert page.locator("#jelajah-pusat").inner_text() == "SIMPEG"
    context.close()


def test_the_picture_calls_offices_by_their_short_names_and_the_list_by_their_full_ones(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg")
    drawn = page.evaluate("document.querySelector('.jelajah__kanvas')._cyreg.cy.nodes().map((one) => one.data('name'))")
    office = records_in(ROOT)["perangkat-daerah", "dinkes"]

    assert office["singkatan"] in drawn
    assert office["nama"] not in drawn
    assert page.locator(".jelajah__daftar a", has_text=office["nama"]).count() > 0


def test_no_two_records_of_the_picture_hide_each_other(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg")
    folded_out(page)
    found = []
    for arrangement in page.locator("#jelajah-susunan option").all():
        page.locator("#jelajah-susunan").select_option(arrangement.get_attribute("value"))
        places = page.evaluate(
            "document.querySelector('.jelajah__kanvas')._cyreg.cy.nodes(':not(.lajur)').map((one) => one.position())"
        )
        near = [
            (one, other)
            for one, other in combinations(places, 2)
            if abs(one["x"] - other["x"]) < 26 and abs(one["y"] - other["y"]) < 26
        ]
        assert len(places) > 40
        assert near == []
        assert places not in found, "it is drawn anew"
        found.append(places)
    assert len(found) == 3


def test_paper_gets_a_still_of_the_picture(page: Page) -> None:
    opened(page, "?dari=aplikasi/simpeg")
    assert page.locator(".jelajah__cetak").get_attribute("src") is None
    sheet = page.pdf()

    assert (page.locator(".jelajah__cetak").get_attribute("src") or "").startswith("data:image/png")
    assert re.search(rb"/Subtype\s*/Image\b", sheet)
    page.emulate_media(media="print")
    assert not page.locator(".jelajah__kanvas").is_visible()


def test_a_copy_from_disk_shows_the_same(windows: Windows, offline: Path) -> None:
    with windows.opened(offline=True) as (page, _heard):
        page.goto((offline / "arsitektur/layanan/kenaikan-pangkat/index.html").as_uri())
        page.get_by_role("link", name="Jelajahi hubungan ini").click()
        page.wait_for_function("document.querySelector('.jelajah__kanvas')?._cyreg?.cy?.nodes().length > 0")

        assert page.evaluate(_LISTED) == [named(neighbours(ROOT)["layanan", "kenaikan-pangkat"])]
        page.get_by_role("link", name="Buka halaman SIMPEG").click()
        page.wait_for_url("**/aplikasi/simpeg/index.html")


def test_without_a_script_the_page_leads_to_the_same_relations(
    windows: Windows, built: Callable[[str], Path], served: Callable[[Path], str]
) -> None:
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (page, _heard):
        page.goto(served(built("arunika")) + PAGE)

        assert "memerlukan JavaScript" in page.locator(".spbe-isi").inner_text()
        for address in ("aplikasi", "layanan", "dampak"):
            assert page.locator(f".spbe-isi a[href$='../{address}/']").is_visible()
