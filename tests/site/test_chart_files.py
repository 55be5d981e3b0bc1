"""Every chart can be taken away: as an SVG that needs no style sheet, and as CSV that programs read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from spbe.site.planning import plan
from support.built_sites import pages_of
from support.regions import MINIMAL
from support.sample_views import view_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def site(built: Callable[[str], Path]) -> Path:
    return built("arunika")


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    paths = [path for kind in ("svg", "csv") for path in site.rglob(f"*.{kind}")]
    return {f"/{path.relative_to(site).as_posix()}": path.read_bytes() for path in paths}


def test_every_chart_of_every_page_has_both_files_beside_the_page(site: Path, files: dict[str, bytes]) -> None:
    named = [
        f"{address}{link.attributes['href']}"
        for address, page in pages_of(site).items()
        for link in page.css(".bagan__berkas a")
    ]

    assert len(named) > 60
    assert set(named) - files.keys() == set()
    assert len(named) == len(set(named))


def test_a_picture_stands_by_itself_says_what_it_shows_and_loads_nothing(files: dict[str, bytes]) -> None:
    drawn = {path: content for path, content in files.items() if path.startswith("/indeks/") and path.endswith(".svg")}
    for path, content in drawn.items():
        root = ET.fromstring(content)
        attributes = {name for node in root.iter() for name in node.attrib}

        assert "Kabupaten Arunika" in (root.findtext(f"{SVG}title") or ""), path
        assert not attributes & {"class", "style", "href", "id"}, path
        assert not [node.tag for node in root.iter() if node.tag in {f"{SVG}style", f"{SVG}script", f"{SVG}image"}]
        assert "#9a3f12" in content.decode(), "the colour of the region"


def test_numbers_are_those_of_the_table_with_a_point(files: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(files["/tren.csv"].decode("utf-8-sig"))))
    by_year = {row[0]: row for row in rows}

    assert rows[0][:4] == ["Penilaian", "Instrumen", "Tahap", "Indeks resmi"]
    assert [by_year[year][3] for year in ("2020", "2021", "2025")] == ["2.19", "1.79", "2.71"]


def test_files_of_one_page_tell_their_charts_apart(site: Path) -> None:
    page = pages_of(site)["/indeks/2025/cerita/"]
    names = [link.attributes["aria-label"] for link in page.css(".bagan__berkas a")]

    assert len(names) == len(set(names)) == 12


def test_files_lie_in_the_same_order_whatever_page_was_made_first() -> None:
    """A preview that remembers pages makes only some of them; its plan is still that of a fresh start."""
    view = view_of(MINIMAL)
    sites = [plan(view, MINIMAL) for _ in range(2)]
    for pages in (sites[0].pages, sites[1].pages[::-1]):
        for page in pages:
            assert page.blocks
    paths = [[file.path for file in site.files.value] for site in sites]

    assert len([path for path in paths[0] if path.endswith(".svg")]) > 5
    assert paths[0] == paths[1]
