"""Coverage maps: every code is a square that leads to its records, and the words never say more than is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.catalogue.coverage import coverage
from spbe.editions import PUBLIC, Audience, Edition, EditionName
from spbe.history import view_of
from spbe.site import Site, plan
from spbe.site.addresses import COVERAGE, code_anchor, domain_address, record_address
from spbe.site.page import Heading, Html, Page
from spbe.site.pages.arsitektur.cakupan.kode import CROWDED
from support.regions import ROOT, open_fast

TODAY = date(2026, 5, 1)
DOMAINS = ("RAB", "RAL", "RAD", "RAA", "RAI", "RAK")


@pytest.fixture(scope="module", params=["publik", "internal"])
def told(request: pytest.FixtureRequest) -> tuple[EditionName, Edition, dict[str, LexborHTMLParser]]:
    """The sample in one edition, and its pages by address."""
    edition: EditionName = request.param
    view = view_of(open_fast(ROOT, TODAY), Audience(edition))
    return edition, view, parsed(plan(view, ROOT))


def parsed(site: Site) -> dict[str, LexborHTMLParser]:
    wanted = (COVERAGE, "/arsitektur/aplikasi/simpeg/", "/arsitektur/matriks/")
    return {page.address: html(page) for page in site.pages if page.address.startswith(wanted)}


def html(page: Page) -> LexborHTMLParser:
    parts = (
        block.html if isinstance(block, Html) else f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>'
        for block in page.blocks
        if isinstance(block, Html | Heading)
    )
    return LexborHTMLParser("".join(parts))


Told = tuple[EditionName, Edition, dict[str, LexborHTMLParser]]


def squares(page: LexborHTMLParser) -> list[LexborNode]:
    return page.css("a.ubin")


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_link_of_the_map_leads_to_its_code_on_the_page(told: Told, domain: str) -> None:
    page = told[2][domain_address(domain)]
    links = [node.attributes["href"] or "" for node in page.css(".peta a")]
    ids = {f"#{node.attributes['id']}" for node in page.css("[id]")}

    assert set(links) <= ids
    assert len(squares(page)) > 3


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_code_stands_once_on_its_page_with_all_its_records(told: Told, domain: str) -> None:
    _edition, view, pages = told
    page = pages[domain_address(domain)]
    found = coverage(view.region, domain)

    for tile in found.walk():
        anchor = code_anchor(tile.node.kode)
        [place] = page.css(f'[id="{anchor}"]')
        holder = (place.parent if place.tag == "h2" else place) if len(tile.own) <= CROWDED else None
        listed = holder or pages[f"{domain_address(domain)}{anchor}/"].body
        links = {link.attributes["href"] for link in listed.css("a[href]")} if listed else set()
        assert {f"spbe:{record_address(node)}" for node in tile.own} <= links
    bare = {f"spbe:{record_address(node)}" for node in found.without}
    assert bare <= {link.attributes["href"] for link in page.css("a[href]")}


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_square_says_its_number_in_its_label_and_the_sum_is_right(told: Told, domain: str) -> None:
    _edition, view, pages = told
    drawn = {
        (one.attributes["href"], "l" in (one.attributes["class"] or "").split()): int(one.css("b")[0].text())
        for one in squares(pages[domain_address(domain)])
    }
    for tile in coverage(view.region, domain).walk():
        link = f"#{code_anchor(tile.node.kode)}"
        if (link, False) in drawn:
            assert drawn[link, False] == tile.whole.today
        if (link, True) in drawn:
            assert drawn[link, True] == tile.direct.today
        below = any(child.node.status != "daerah" for child in tile.children)
        deep = tile.node.tingkat > 1 or not tile.children
        assert ((link, False) in drawn) == (tile.node.status != "daerah" and deep and not below)
    for one in squares(pages[domain_address(domain)]):
        number = one.css("b")[0].text()
        label = one.attributes["aria-label"] or ""
        assert f": {number} catatan" in label if number != "0" else "belum ada catatan" in label


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_code_without_a_record_of_today_is_listed_by_code_and_name(told: Told, domain: str) -> None:
    _edition, view, pages = told
    wanted = [
        f"{tile.node.kode} {tile.node.nama}" for tile in coverage(view.region, domain).walk() if not tile.whole.today
    ]
    shown = [" ".join(one.text().split()) for one in pages[domain_address(domain)].css("#kode-kosong li a")]

    assert [" ".join(one.split()) for one in wanted] == shown
    assert all(
        one.attributes["title"] == one.attributes["aria-label"] for one in squares(pages[domain_address(domain)])
    )


def test_all_four_readings_are_there_without_a_script(told: Told) -> None:
    page = told[2][domain_address("RAB")]
    readings = [one.attributes["value"] for one in page.css(".peta input[type=radio]")]

    assert readings == ["jumlah", "kosong", "bersama", "umur"]
    assert [one for one in readings if not page.css(f".peta__kunci--{one}")] == []
    assert not page.css("script")
    assert all("data-b" in one.attributes and "data-u" in one.attributes for one in squares(page))


def test_a_records_code_leads_to_its_square(told: Told) -> None:
    _edition, _view, pages = told
    links = [link.attributes["href"] or "" for link in pages["/arsitektur/aplikasi/simpeg/"].css("a[href]")]
    [link] = [one for one in links if one.startswith(f"spbe:{COVERAGE}")]
    address, _mark, anchor = link.removeprefix("spbe:").partition("#")

    assert pages[address].css(f'[id="{anchor}"]')


def test_a_region_without_records_has_no_maps(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/profil.yaml").write_text("nama: Kabupaten Uji\n", "utf-8")
    site = plan(view_of(open_fast(tmp_path, TODAY), PUBLIC), tmp_path)

    assert not [page.address for page in site.pages if page.address.startswith((COVERAGE, "/arsitektur/matriks/"))]
