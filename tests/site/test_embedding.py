"""Badge and chart for sites of others: at addresses that stay, with code that needs no script."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.engines.pipeline import Options
from spbe.site import Site
from support.assessments import assess, page_of, region, tree_of
from support.planned_sites import planned, planned_sample

PAGE = "/unduhan/sematan/"
SVG = "{http://www.w3.org/2000/svg}"


def files(site: Site) -> dict[str, bytes]:
    page_of(site, PAGE).blocks  # noqa: B018  (charts get their files when the body is made)
    return {f"/{path}": asset.content for path, asset in ((one.path, one) for one in site.assets) if "sematan" in path}


@pytest.fixture(scope="module")
def site() -> Site:
    return planned_sample()


def test_the_code_shows_pictures_that_are_there_and_leads_to_the_index(site: Site) -> None:
    made = files(site)
    for code in tree_of(page_of(site, PAGE)).css(".sematan__kode")[::2]:
        link = LexborHTMLParser(code.text()).css_first("a")
        picture = link.css_first("img").attributes
        path = (picture["src"] or "").removeprefix("https://arunika.example")
        root = ET.fromstring(made[path])

        assert link.attributes["href"] == "https://arunika.example/indeks/"
        assert (picture["width"], picture["height"]) == (root.get("width"), root.get("height"))
        assert "Kabupaten Arunika" in (picture["alt"] or "")
        assert "<script" not in code.text()


def test_the_badge_tells_whose_index_it_is_and_what_it_came_to(site: Site) -> None:
    root = ET.fromstring(files(site)["/unduhan/sematan/indeks.svg"])

    assert root.findtext(f"{SVG}title") == "Indeks SPBE 2025 · Kabupaten Arunika: 2,71 Baik"
    assert not {name for node in root.iter() for name in node.attrib} & {"class", "style", "href"}


def test_a_name_with_marks_of_html_and_of_any_length_stays_text(tmp_path: Path) -> None:
    root = region(tmp_path / "wilayah", name='"Kota <b>Panjang</b> & Lebar sekali namanya, sungguh panjang"')
    assess(root, "2024", "indeks: 2.40")
    site = planned(root, Options()).site
    badge = ET.fromstring(files(site)["/unduhan/sematan/indeks.svg"])
    code = tree_of(page_of(site, PAGE)).css_first(".sematan__kode").text()

    assert [node.tag for node in badge.iter() if node.tag == f"{SVG}b"] == []
    assert len(badge.findtext(f"{SVG}text") or "") == 44
    assert LexborHTMLParser(code).css_first("b") is None


def test_without_an_index_there_is_nothing_to_place(tmp_path: Path) -> None:
    site = planned(region(tmp_path / "wilayah"), Options()).site

    assert PAGE not in {page.address for page in site.pages}
