"""Whole sites: every link leads somewhere, every page says what it is, and the HTML is as the standard wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import justhtml
import pytest
from selectolax.lexbor import LexborHTMLParser

from support.built_sites import pages_of
from support.regions import SAMPLES

ROOTS = {
    "arunika": "https://arunika.example/",
    "bandar-lampung": "https://contoh.example/bandar-lampung/",
    "madiun": "https://contoh.example/madiun/",
}
SITES = list(ROOTS)


def targets_in(page: LexborHTMLParser) -> Iterator[str]:
    """Every address that ``page`` leads to or loads, whatever names it; scripts' own data too."""
    for attribute in ("href", "src", "action", "poster", "data-spbe-cari"):
        yield from (node.attributes[attribute] or "" for node in page.css(f"[{attribute}]"))
    for node in page.css("[srcset]"):
        yield from (part.split()[0] for part in (node.attributes["srcset"] or "").split(",") if part.strip())
    for node in page.css('meta[property="og:url"], meta[http-equiv="refresh"]'):
        yield (node.attributes["content"] or "").rpartition("url=")[2]


@pytest.mark.parametrize("name", SITES)
def test_every_internal_link_and_fragment_resolves(name: str, built: Callable[[str], Path]) -> None:
    site = built(name)
    pages = pages_of(site)
    ids = {address: {node.attributes["id"] for node in page.css("[id]")} for address, page in pages.items()}
    broken = []
    checked = 0
    for address, page in pages.items():
        for target in targets_in(page):
            # Links to the site by its whole address, and those of the page for wrong addresses, begin at its root.
            parts = urlsplit(urljoin("http://here" + address, target.replace(ROOTS[name], "http://here/")))
            if parts.netloc != "here":
                continue
            checked += 1
            path = unquote(parts.path)
            if address == "/404.html":
                path = "/" + path.removeprefix(urlsplit(ROOTS[name]).path)
            if path in pages:
                fragment = unquote(parts.fragment)
                if fragment and not fragment.startswith("__") and fragment not in ids[path]:
                    broken.append(f"{address} -> {target} (no such fragment)")
            elif not (site / path.lstrip("/")).is_file():
                broken.append(f"{address} -> {target}")

    assert broken == []
    assert checked > 100


@pytest.mark.parametrize("name", SITES)
def test_no_reference_is_left_unresolved(name: str, built: Callable[[str], Path]) -> None:
    left = [str(path) for path in built(name).rglob("*.html") if "spbe:/" in path.read_text("utf-8")]

    assert left == []


@pytest.mark.parametrize("name", SITES)
def test_every_page_has_one_heading_a_title_a_description_and_a_language(
    name: str, built: Callable[[str], Path]
) -> None:
    for address, page in pages_of(built(name)).items():
        assert len(page.css("h1")) == 1, address
        assert page.css_first("html").attributes["lang"] == "id", address
        assert page.css_first("title").text().strip(), address
        if address != "/404.html":
            described = page.css_first("meta[name=description]")
            assert described is not None, address
            assert described.attributes["content"], address


@pytest.mark.parametrize("name", SITES)
def test_ids_are_unique_within_a_page(name: str, built: Callable[[str], Path]) -> None:
    for address, page in pages_of(built(name)).items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), (address, [one for one in ids if ids.count(one) > 1])


@pytest.mark.parametrize("name", [*SAMPLES, "bandar-lampung", "madiun"])
def test_html_has_no_parse_errors(name: str, built: Callable[[str], Path]) -> None:
    for path in sorted(built(name).rglob("*.html")):
        document = justhtml.JustHTML(path.read_text("utf-8"), collect_errors=True)
        assert [str(error) for error in document.errors] == [], path


def test_nothing_but_pages_and_attachments_of_content_is_published(built: Callable[[str], Path]) -> None:
    site = built("arunika")

    assert (site / "lampiran" / "logo.svg").is_file()
    assert list(site.rglob("*.yaml")) == []


@pytest.mark.parametrize("name", SITES)
def test_records_are_not_in_the_menu(name: str, built: Callable[[str], Path]) -> None:
    for address, page in pages_of(built(name)).items():
        entries = page.css(".md-nav--primary a")
        assert len(entries) < 40, (address, len(entries))
