"""A table that is cut over several pages: with a script it is one, without it every page is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from spbe.site.paging import ROWS
from support.regions import build_region, copy_region
from support.windows import Windows

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZE = (ROWS * 5 // 4 + 40) | 1
"""Odd, so that the last is a decision and the last but one a report."""

REGISTER = "/bukti/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small region with much evidence: rows without pages, which are addresses."""
    root = copy_region(Path(__file__).parents[1] / "data" / "minimal", tmp_path_factory.mktemp("panjang") / "wilayah")
    folder = root / "indicators/bukti"
    folder.mkdir(exist_ok=True)
    for number in range(SIZE):
        kind = ("keputusan", "laporan")[number % 2]
        (folder / f"b{number:04d}.yaml").write_text(
            f"id: b{number:04d}\nnama: Bukti {number:04d}\njenis: {kind}\ntanggal: 2024-01-{number % 28 + 1:02d}\n"
            f"tautan: https://contoh.go.id/{number}\nperangkat_daerah: diskominfo\n",
            "utf-8",
        )
    done = build_region(root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def page(windows: Windows, site: Path, served: Callable[[Path], str]) -> Iterator[Page]:
    with windows.opened(viewport={"width": 1280, "height": 900}, base_url=served(site)) as (page, heard):
        yield page
        assert [one for one in heard if one.startswith("error: ")] == []


def wait(page: Page) -> None:
    page.wait_for_selector(".tabel__alat output", state="attached")


def test_all_rows_are_filtered_counted_and_sorted(page: Page) -> None:
    page.goto(REGISTER)
    wait(page)
    assert page.locator(".tabel__alat output").text_content() == f"{SIZE} dari {SIZE} baris"
    assert not page.locator(".tabel__alat output").is_visible()
    assert page.locator("nav.halaman, .tabel__lain").count() == 0
    page.get_by_label("Saring", exact=True).fill(f"bukti {SIZE - 1:04d}")
    assert page.locator("tbody tr").count() == 1
    page.get_by_label("Saring", exact=True).fill(f"dinas komunikasi {SIZE - 2:04d}")
    assert page.locator("tbody tr").count() == 1, "the full name of an office whose short one is shown"
    page.goto(f"{REGISTER}?urut=-bukti&jenis=laporan")
    wait(page)
    names = page.locator("tbody th").all_inner_texts()
    assert names[:2] == [f"Bukti {number:04d}" for number in (SIZE - 2, SIZE - 4)]
    assert page.locator(".tabel__alat output").inner_text() == f"{SIZE // 2} dari {SIZE} baris"


def test_rows_that_come_later_look_as_the_page_would_have_them(page: Page, site: Path) -> None:
    from selectolax.lexbor import LexborHTMLParser

    html = LexborHTMLParser((site / "bukti/index.html").read_text("utf-8"))
    page.goto(REGISTER)
    wait(page)
    script = """(html) => {
      const body = document.createElement("tbody");
      body.innerHTML = html;
      const same = (one, other) => {
        const links = [one, other].flatMap((row) => [...row.querySelectorAll("a")]);
        for (const link of links) link.setAttribute("href", link.href);
        for (const row of [one, other]) row.replaceChildren(...row.cells); /* without the ends of lines between them */
        return one.isEqualNode(other) || [one.outerHTML, other.outerHTML];
      };
      for (const cell of body.querySelectorAll("[data-nilai]")) cell.removeAttribute("data-nilai");
      const made = document.querySelector("#daftar-bukti").tBodies[0];
      return [...body.rows].slice(0, 60).map((row, place) => same(row, made.rows[place]));
    }"""
    rows = html.css("#daftar-bukti tbody tr")
    found = page.evaluate(script, "".join(row.html or "" for row in rows))

    assert len(rows) == ROWS
    assert [one for one in found if one is not True] == []


def test_a_row_is_found_at_its_address_wherever_it_stands(page: Page, windows: Windows) -> None:
    last = f"b{SIZE - 1:04d}"
    page.goto(f"{REGISTER}#{last}")
    wait(page)
    page.wait_for_selector(f"tr#{last}.sasaran")
    assert page.evaluate(f"document.getElementById('{last}').getBoundingClientRect().top < innerHeight")
    with windows.opened(viewport={"width": 1280, "height": 900}, java_script_enabled=False) as (plain, _heard):
        plain.goto(page.url)
        assert plain.locator(f"a#{last}").is_visible(), "the folded list opens for its target"
        plain.locator(f"a#{last}").click()
        plain.wait_for_url(f"**/halaman_2/#{last}")
        assert plain.locator(f"tr#{last}").is_visible()
        assert plain.locator("tbody tr:visible").count() == SIZE - ROWS


def test_all_fitting_rows_are_taken_away_and_not_only_those_in_view(page: Page) -> None:
    page.goto(REGISTER)
    wait(page)
    assert page.locator("tbody tr").count() == 100
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert len(download.value.path().read_text("utf-8-sig").splitlines()) == SIZE + 1
    page.get_by_role("button", name=f"Tampilkan semua ({SIZE})").click()
    assert page.locator("tbody tr").count() == SIZE
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 101


def test_from_a_disk_a_page_has_its_own_rows_and_leads_to_the_others(windows: Windows, site: Path) -> None:
    with windows.opened(offline=True) as (page, _heard):
        page.goto((site / "bukti/index.html").as_uri())
        wait(page)

        assert page.locator(".tabel__alat output").inner_text() == f"{ROWS} dari {ROWS} baris di halaman ini"
        assert page.locator("nav.halaman a:visible").count() == 1
