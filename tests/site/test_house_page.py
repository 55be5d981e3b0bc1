"""The house as pages show it: every record is a link at its place, whatever it is coloured by."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.house_readings import READINGS
from spbe.editions import PUBLIC, Edition
from spbe.history import view_of
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.scoring.hasil import foremost
from spbe.site import Site, plan
from spbe.site.addresses import record_address
from spbe.site.components.house import reading_address
from spbe.site.components.house_file import darkened
from spbe.wording import comma
from support.assessments import page_of, tree_of
from support.raw_regions import region_of, seen_by
from support.regions import ROOT, open_fast

TODAY = date(2026, 5, 1)
DOMAINS = [kind.slug for kind in KINDS.values() if kind.domain]
ADDRESSES = [reading_address(reading) for reading in READINGS]
MANY = 301


@pytest.fixture(scope="module")
def view() -> Edition:
    return view_of(open_fast(ROOT, TODAY), PUBLIC)


@pytest.fixture(scope="module")
def site(view: Edition) -> Site:
    return plan(view, ROOT)


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, LexborHTMLParser]:
    return {address: tree_of(page_of(site, address)) for address in ADDRESSES}


def hrefs(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [(link.attributes["href"] or "").removeprefix("spbe:") for link in tree.css(selector)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_record_of_the_domains_is_one_link(
    address: str, view: Edition, pages: Mapping[str, LexborHTMLParser]
) -> None:
    records = [record_address(Node(kind, name)) for kind in DOMAINS for name in view.region.records[kind]]

    assert sorted(hrefs(pages[address], ".rumah li a")) == sorted(records)
    assert all(name.text() for name in pages[address].css(".rumah li a span"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_planned_and_given_up_records_look_so_and_say_so_in_every_reading(
    address: str, view: Edition, pages: Mapping[str, LexborHTMLParser]
) -> None:
    for look, word, state in (("r", "rencana", "rencana"), ("x", "dihentikan", "dihentikan")):
        found = set(hrefs(pages[address], f".rumah li a.{look}"))
        wanted = {
            record_address(Node(kind, name))
            for kind in DOMAINS
            for name, record in view.region.records[kind].items()
            if record.state == state
        }
        assert found == wanted != set()
        assert all(f", {word}" in link.text() for link in pages[address].css(f".rumah li a.{look}"))


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_reading_has_its_address_and_marks_itself(address: str, pages: Mapping[str, LexborHTMLParser]) -> None:
    assert hrefs(pages[address], ".rumah__bacaan a") == ADDRESSES
    assert hrefs(pages[address], ".rumah__bacaan [aria-current=page]") == [address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_squares_show_is_told_in_the_key_and_counted_in_the_table(
    address: str, pages: Mapping[str, LexborHTMLParser]
) -> None:
    page = pages[address]
    used = {(link.attributes.get("class") or "").split(" ")[0] for link in page.css(".rumah li a")} - {"", "r", "x"}
    told = {(one.attributes.get("class") or "").split(" ")[-1] for one in page.css(".rumah__kunci .petak")}
    sums = [row.css("td")[-1].text() for row in page.css("#rumah-angka tr.jumlah")]

    assert used <= told
    assert len(used) > (0 if address == ADDRESSES[0] else 1)
    assert sum(map(int, sums)) == len(page.css(".rumah li a"))


def test_it_asks_for_no_script_and_no_style_in_the_page(pages: Mapping[str, LexborHTMLParser]) -> None:
    for page in pages.values():
        assert page.css(".rumah [style], .rumah script, .rumah__alat [style], .rumah [onclick]") == []


def test_the_roof_has_the_index_that_every_page_leads_with(
    view: Edition, pages: Mapping[str, LexborHTMLParser]
) -> None:
    leading = foremost(view.results)
    assert leading is not None
    roof = pages[ADDRESSES[0]].css_first(".rumah__atap")
    assert roof is not None

    assert f"{comma(leading.teks)} {leading.predikat}" in roof.text()
    assert roof.attributes["href"] == f"spbe:/indeks/{leading.assessment.nama}/"


def test_whoever_goes_by_keyboard_can_leave_out_a_floor(pages: Mapping[str, LexborHTMLParser]) -> None:
    page = pages[ADDRESSES[0]]
    skips = [(link.attributes["href"] or "").removeprefix("#") for link in page.css(".rumah__lewati")]

    assert len(skips) == len(DOMAINS)
    assert [skip for skip in skips if page.css_first(f"[id='{skip}']") is None] == []


def test_a_crowded_floor_counts_by_code_and_the_others_show_their_squares() -> None:
    codes = ("RAA.01.01", "RAA.02.02")
    many = [{"id": f"a{number}", "referensi": [codes[number % 2]]} for number in range(MANY)]
    region = region_of({"aplikasi": [*many, {"id": "p", "keadaan": "rencana"}], "layanan": [{"id": "l"}]})
    page = tree_of(page_of(plan(seen_by(region, "publik"), ROOT), ADDRESSES[0]))
    counted = [" ".join(one.text().split()) for one in page.css(".rumah__isi--hitung .rumah__ruang")]

    assert counted == [
        "01.01 Aplikasi Layanan Publik 151 Saat ini 151",
        "02.02 Aplikasi Fungsi Tertentu 150 Saat ini 150",
        "RAA tanpa kode 1 Rencana 1",
    ]
    assert hrefs(page, ".rumah li a") == ["/arsitektur/layanan/l/"]


@pytest.mark.parametrize(("number", "dense"), [(225, False), (226, True)])
def test_a_sheet_of_paper_shows_names_while_there_is_room_for_them(number: int, dense: bool) -> None:
    world = {kind: [{"id": f"r{place}"} for place in range(number)] for kind in ("aplikasi", "layanan")}
    page = tree_of(page_of(plan(seen_by(region_of(world), "publik"), ROOT), ADDRESSES[0]))

    assert bool(page.css(".rumah--padat")) is dense


def test_a_region_without_records_has_an_empty_house_and_no_other_readings() -> None:
    site = plan(seen_by(region_of({"perangkat-daerah": [{"id": "o"}]}), "publik"), ROOT)
    page = tree_of(page_of(site, ADDRESSES[0]))

    assert len(page.css(".rumah__lantai .kosong")) == len(DOMAINS)
    assert [one.address for one in site.pages if one.address in ADDRESSES[1:]] == []
    assert page.css(".rumah__bacaan") == []
    assert [one.path for one in site.assets if one.path.startswith("arsitektur/rumah/")] == []


@pytest.mark.parametrize("reading", READINGS)
def test_the_picture_to_take_away_is_sound_names_every_record_and_needs_no_style_sheet(
    reading: str, view: Edition, site: Site
) -> None:
    [picture] = [one.content for one in site.assets if one.path == f"arsitektur/rumah/{reading}.svg"]
    tree = ET.fromstring(picture)
    names = {record.nama for kind in DOMAINS for record in view.region.records[kind].values()}
    told = [title.text or "" for title in tree.iterfind(".//{*}g/{*}title")]

    assert len(told) == sum(len(view.region.records[kind]) for kind in DOMAINS)
    assert [name for name in names if not any(one.startswith(name) for one in told)] == []
    assert [one for one in tree.iter() if one.tag.endswith("style") or "style" in one.attrib] == []


@pytest.mark.parametrize(("colour", "drawn"), [("#0b5c7a", "#0b5c7a"), ("#000000", "#000000")])
def test_a_dark_colour_of_a_region_stays_as_it_is(colour: str, drawn: str) -> None:
    assert darkened(colour) == drawn


def test_a_light_colour_is_darkened_until_white_words_can_be_read_on_it() -> None:
    red, green, blue = (int(darkened("#ffe600")[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [((one + 0.055) / 1.055) ** 2.4 if one > 0.03928 else one / 12.92 for one in (red, green, blue)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert 1.05 / (luminance + 0.05) >= 4.5
