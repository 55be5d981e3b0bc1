"""The house at a glance: as many squares as records, and on an office's page those that are its own lit."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.site import plan
from support.assessments import page_of, tree_of
from support.raw_regions import region_of, seen_by
from support.regions import ROOT

OFFICES = [{"id": "dinas-a"}, {"id": "dinas-b"}, {"id": "dinas-c"}]
APPLICATIONS = [
    *({"id": f"a{number}", "perangkat_daerah": "dinas-a"} for number in range(39)),
    {"id": "b", "perangkat_daerah": "dinas-b", "keadaan": "rencana"},
    {"id": "x", "keadaan": "dihentikan"},
]


@pytest.fixture(scope="module")
def pages() -> dict[str, LexborHTMLParser]:
    world = {"perangkat-daerah": OFFICES, "aplikasi": APPLICATIONS, "layanan": [{"id": "l"}]}
    site = plan(seen_by(region_of(world), "publik"), ROOT)
    addresses = ("/", "/perangkat-daerah/dinas-a/", "/perangkat-daerah/dinas-b/", "/perangkat-daerah/dinas-c/")
    return {address: tree_of(page_of(site, address)) for address in addresses}


def told(page: LexborHTMLParser) -> dict[str, str]:
    """Name of a floor to what stands beside its squares."""
    floors = page.css(".rumah--kecil .rumah__judul")
    return {floor.css("a")[0].text(): floor.css("b")[0].text() for floor in floors}


def squares(page: LexborHTMLParser, look: str) -> int:
    paths = page.css(f".rumah--kecil path.{look}")
    return sum(len(re.findall("M", path.attributes["d"] or "")) for path in paths)


def test_the_home_page_has_a_square_for_every_record_by_its_state(pages: dict[str, LexborHTMLParser]) -> None:
    home = pages["/"]

    assert {name: number for name, number in told(home).items() if number != "0"} == {"Layanan": "1", "Aplikasi": "41"}
    assert [squares(home, look) for look in ("i2", "r", "x")] == [40, 1, 1]
    assert len(home.css(".rumah__lantai")) == 6


@pytest.mark.parametrize(("office", "own"), [("dinas-a", 39), ("dinas-b", 1)])
def test_the_page_of_an_office_lights_what_it_owns(pages: dict[str, LexborHTMLParser], office: str, own: int) -> None:
    page = pages[f"/perangkat-daerah/{office}/"]

    assert told(page)["Aplikasi"] == f"{own} dari 41"
    assert (squares(page, "i3"), squares(page, "i0")) == (own, 42 - own)


def test_an_office_that_owns_nothing_has_no_house(pages: dict[str, LexborHTMLParser]) -> None:
    assert pages["/perangkat-daerah/dinas-c/"].css(".rumah") == []


def test_a_crowded_floor_is_a_bar_whose_parts_fill_it() -> None:
    records = [{"id": f"a{number}", "keadaan": "rencana" if number % 3 else "saat-ini"} for number in range(301)]
    home = tree_of(page_of(plan(seen_by(region_of({"aplikasi": records}), "publik"), ROOT), "/"))
    bars = [(bar.attributes["class"], int(bar.attributes["width"] or 0)) for bar in home.css(".rumah--kecil rect")]

    assert told(home)["Aplikasi"] == "301"
    assert [name for name, _width in bars] == ["i2", "r"]
    assert sum(width for _name, width in bars) == 360
    assert bars[0][1] == 120
