"""A site with an English interface: no Indonesian word of ours is left, and its pages pass the same gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.i18n import catalogue
from support.page_families import families, found_in
from support.page_visits import Known, Visitor
from support.regions import build_region, copy_region

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPOKEN = ("aria-label", "title", "placeholder", "data-label", "data-memuat", "data-kosong", "data-hasil", "data-gagal")

NAMES = {"Layanan SPBE"}
"""Words of ours that are names elsewhere, and those stay: here a domain of the instruments."""


@pytest.fixture(scope="module")
def english(built: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Real figures with few words of the region's own, so that all words are the interface's."""
    root = copy_region(built("bandar-lampung").parent, tmp_path_factory.mktemp("inggris") / "bandar-lampung")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: id", "language: en"), "utf-8")
    assert build_region(root).returncode == 0
    return root / "site"


def words_of(site: Path) -> Iterator[tuple[str, str]]:
    """Every line and every spoken attribute of every page of ``site``, with the page's address."""
    for found in found_in(site):
        path = site / found.address.strip("/")
        page = LexborHTMLParser((path / "index.html" if path.is_dir() else path).read_text("utf-8"))
        for script in page.css("script, style"):
            script.decompose()
        for line in page.body.text(separator="\n").split("\n"):
            yield found.address, " ".join(line.split())
        for name in SPOKEN:
            yield from ((found.address, node.attributes[name] or "") for node in page.css(f"[{name}]"))
        yield found.address, page.css_first("meta[name=description]").attributes["content"] or ""


def test_no_indonesian_word_of_the_interface_is_left(english: Path, built: Callable[[str], Path]) -> None:
    indonesian = {word for word, meaning in catalogue("en").items() if word != meaning} - NAMES

    assert sorted({(address, word) for address, word in words_of(english) if word in indonesian}) == []
    assert len({word for _address, word in words_of(built("bandar-lampung")) if word in indonesian}) > 100


def test_every_page_says_that_it_is_english(english: Path) -> None:
    pages = {path: LexborHTMLParser(path.read_text("utf-8")) for path in english.rglob("*.html")}
    assert {str(path) for path, page in pages.items() if page.css_first("html").attributes["lang"] != "en"} == set()


def test_english_pages_pass_the_gate(
    browser: Browser, english: Path, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    (tmp_path / "bandar-lampung").symlink_to(english)
    visited = families(english)
    visitor = Visitor(browser, f"{served(tmp_path)}/bandar-lampung", Known())
    for family in ("beranda", "indeks-penilaian", "kosong", "unduhan", "404"):
        visitor.visit(visited[family])
    assert visitor.close() == []
