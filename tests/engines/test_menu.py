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
    assert {place: told for place, (_above, told) in menus.items() if len(told) > 1} == {}


@pytest.mark.parametrize(
    ("place", "entry", "below"),
    [
        ("kualitas-data/aplikasi-sendiri", "Panduan dan data", "Kualitas data"),
        ("arsitektur/aplikasi/simpeg", "Arsitektur", "Aplikasi"),
        ("tata-kelola", "Perangkat daerah", "Tata kelola"),
    ],
)
def test_a_page_below_an_entry_of_the_second_row_is_told_there(
    menus: dict[str, tuple[list[str], list[str]]], place: str, entry: str, below: str
) -> None:
    assert menus[place] == ([entry], [below])
