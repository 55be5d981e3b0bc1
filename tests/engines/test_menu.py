"""The menu tells on every page where the reader is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Menu:
    """Of a page: the marked entries of its menu and of the row below it, rows that show too many, what is folded."""

    marked: tuple[list[str], list[str]]
    crowded: list[list[str]]
    folded_here: list[str]


def _menu(page: LexborHTMLParser) -> Menu:
    crowded = []
    for row in page.css("#menu > ul, .spbe-menu__bagian > ul, .spbe-menu__kelompok > ul"):
        entries = [one for one in row.css("li") if one.parent == row and not one.css_first(".spbe-menu__awal")]
        shown = [one for one in entries if "spbe-menu__awal" not in (one.attributes.get("class") or "")]
        if len(shown) > 7:
            crowded.append([one.text() for one in shown])
    above, below = (
        [node.text() for node in page.css(f"#menu {row} a[aria-current]")]
        for row in (".md-tabs__item", ".spbe-menu__bagian")
    )
    folded = [node.text() for node in page.css("#menu details a[aria-current=page]")]
    return Menu((above, below), crowded, folded)


@pytest.fixture(scope="module")
def menus(built: Callable[[str], Path]) -> dict[str, Menu]:
    """The menu of every page of the sample that has one."""
    site = built("arunika")
    pages = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    read = {place: LexborHTMLParser(path.read_text("utf-8")) for place, path in pages.items()}
    return {place: _menu(page) for place, page in read.items() if page.css_first("#menu")}


def test_every_page_belongs_to_one_entry(menus: dict[str, Menu]) -> None:
    marked = {place: menu.marked for place, menu in menus.items()}
    assert len(menus) > 500
    assert {place: told for place, (told, _below) in marked.items() if len(told) != 1} == {}
    accounts = {place for place in menus if place.startswith("indeks/") and place.count("/") == 2}
    assert {place: told for place, (_above, told) in marked.items() if len(told) > 1 + (place in accounts)} == {}


def test_no_row_has_more_than_seven_entries_and_what_is_folded_is_never_where_the_reader_is(
    menus: dict[str, Menu],
) -> None:
    assert {place: menu.crowded for place, menu in menus.items() if menu.crowded} == {}
    assert {place: menu.folded_here for place, menu in menus.items() if menu.folded_here} == {}


def test_catalogues_and_analyses_stand_in_rows_of_their_own_and_accounts_below_their_assessment(
    built: Callable[[str], Path],
) -> None:
    def rows(address: str) -> dict[str, list[str]]:
        page = LexborHTMLParser((built("arunika") / address / "index.html").read_text("utf-8"))
        found = page.css(".spbe-menu__bagian > ul, .spbe-menu__kelompok")
        return {
            (name.text() if (name := row.css_first("span")) else str(place)): [one.text() for one in row.css("a")]
            for place, row in enumerate(found)
        }

    told = rows("arsitektur/dampak")
    assert list(told) == ["Katalog", "Analisis"]
    assert told["Katalog"][-1] == "Keamanan"
    assert told["Analisis"][0] == "Dampak"
    assert {"Perbandingan nasional", "Laporan", "Masa berlaku bukti"} <= set(rows("indeks/2025/banding")["1"])
    assert list(rows("indeks")) == ["0"], "the years are not asked for accounts of one"


@pytest.mark.parametrize(
    ("place", "entry", "below"),
    [
        ("kualitas-data/aplikasi-sendiri", "Data dan unduhan", "Kualitas data"),
        ("arsitektur/aplikasi/simpeg", "Arsitektur", "Aplikasi"),
        ("tata-kelola", "Perangkat daerah", "Tata kelola"),
        ("tentang", "Panduan", "Tentang contoh ini"),
    ],
)
def test_a_page_below_an_entry_of_the_second_row_is_told_there(
    menus: dict[str, Menu], place: str, entry: str, below: str
) -> None:
    assert menus[place].marked == ([entry], [below])
