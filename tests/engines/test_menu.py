"""The menu tells on every page where the reader is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def menus(built: Callable[[str], Path]) -> dict[str, tuple[list[str], list[str]]]:
    """For every page of the sample the marked entries of the menu, and of the row below it."""
    site = built("arunika")
    found = {}
    for path in site.rglob("index.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        if page.css_first("#menu"):
            marked = [
                [node.text() for node in page.css(f"#menu {row} a[aria-current]")]
                for row in (".md-tabs__item", ".spbe-menu__bagian")
            ]
            found[path.parent.relative_to(site).as_posix()] = (marked[0], marked[1])
    return found


def test_every_page_belongs_to_one_entry(menus: dict[str, tuple[list[str], list[str]]]) -> None:
    assert len(menus) > 500
    assert {place: told for place, (told, _below) in menus.items() if len(told) != 1} == {}
    accounts = {place for place in menus if place.startswith("indeks/") and place.count("/") == 2}
    assert {place: told for place, (_above, told) in menus.items() if len(told) > 1 + (place in accounts)} == {}


def test_no_row_has_more_than_seven_entries_and_what_is_folded_is_never_where_the_reader_is(
    built: Callable[[str], Path],
) -> None:
    crowded, hidden = {}, {}
    for path in built("arunika").rglob("index.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        for row in page.css("#menu > ul, .spbe-menu__bagian > ul, .spbe-menu__kelompok > ul"):
            entries = [one for one in row.css("li") if one.parent == row and not one.css_first(".spbe-menu__awal")]
            shown = [one for one in entries if "spbe-menu__awal" not in (one.attributes.get("class") or "")]
            if len(shown) > 7:
                crowded[path] = [one.text() for one in shown]
        if page.css("#menu details a[aria-current=page]"):
            hidden[path] = page.css("#menu details a[aria-current=page]")[0].text()
    assert (crowded, hidden) == ({}, {})


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
    menus: dict[str, tuple[list[str], list[str]]], place: str, entry: str, below: str
) -> None:
    assert menus[place] == ([entry], [below])
