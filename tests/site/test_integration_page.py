"""The integration map: table, picture and figures tell the same, and lists tell what stands alone."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.integration import exchanges
from spbe.editions import Audience, Edition, EditionName
from spbe.history import view_of
from spbe.region import Node
from spbe.site.charts.flows import MOST, Flow, flow_chart
from spbe.site.page import Html, Page
from spbe.site.pages.arsitektur.integrasi import pages
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.raw_regions import region_of, seen_by
from support.regions import ROOT, open_fast

TODAY = date(2026, 11, 1)
APPLICATION = re.compile(r"spbe:/arsitektur/aplikasi/[^/]+/$")


def made(view: Edition) -> list[Page]:
    return pages(SiteContext(view, environment(ROOT), ROOT))


def parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser("".join(block.html for block in page.blocks if isinstance(block, Html)))


def words(node: Any) -> str:
    return " ".join(node.text().split())


def hrefs(found: list[Any]) -> set[str]:
    return {link.attributes["href"] for link in found if APPLICATION.match(link.attributes["href"] or "")}


@pytest.fixture(scope="module", params=["publik", "internal"])
def sample(request: pytest.FixtureRequest) -> tuple[Edition, LexborHTMLParser]:
    edition: EditionName = request.param
    view = view_of(open_fast(ROOT, TODAY), Audience(edition))
    [page] = made(view)
    return view, parsed(page)


def test_every_exchange_of_the_sample_is_a_row(sample: tuple[Edition, LexborHTMLParser]) -> None:
    view, page = sample
    told = sorted(
        (f"spbe:/arsitektur/aplikasi/{one.first.id}/", f"spbe:/arsitektur/aplikasi/{one.second.id}/")
        for one in exchanges(view.region)
    )
    rows = [[link.attributes["href"] for link in row.css("a")][:2] for row in page.css("#pertukaran tbody tr")]
    assert sorted(tuple(row) for row in rows) == told


def test_the_picture_leads_where_the_table_leads(sample: tuple[Edition, LexborHTMLParser]) -> None:
    _view, page = sample
    drawn, listed = hrefs(page.css(".alir svg a")), hrefs(page.css("#pertukaran a"))
    assert drawn <= listed
    assert 0 < len(drawn) <= MOST
    assert len(listed) > MOST
    assert "Digambar" in words(page.css_first(".alir .bagan__gambar + .catatan"))


def test_what_is_sent_is_a_facet(sample: tuple[Edition, LexborHTMLParser]) -> None:
    _view, page = sample
    assert page.css_first("#pertukaran th[data-kunci=data]").attributes["data-saring"] == "ya"  # type: ignore[union-attr]


def test_every_line_says_what_it_is_in_words(sample: tuple[Edition, LexborHTMLParser]) -> None:
    _view, page = sample
    lines = page.css(".alir .bagan__gambar svg > path")
    assert lines
    assert all(re.search(r" [→↔–] .*; ", words(line.css_first("title"))) for line in lines)


def test_the_shares_of_the_sample_are_those_of_its_rows(sample: tuple[Edition, LexborHTMLParser]) -> None:
    _view, page = sample
    channels = [words(row.css("td")[3]) for row in page.css("#pertukaran tbody tr")]
    figures = [words(one) for one in page.css(".angka__nilai")]
    assert figures[0] == str(len(channels))
    through = Fraction(100 * channels.count("Penghubung layanan"), len(channels))
    assert figures[2] == f"{int(through + Fraction(1, 2))}%", "neither none nor all, to the nearest whole per cent"
    assert figures[3] == str(sum(word in {"Belum diketahui", "Keterangan berbeda"} for word in channels))


def test_the_contradiction_of_the_sample_is_told_with_both_sides(sample: tuple[Edition, LexborHTMLParser]) -> None:
    _view, page = sample
    assert any(
        "TARU menulis “waktu nyata”" in words(one) and "SIAP-IZIN menulis “harian”" in words(one)
        for one in page.css("li")
    )


def app(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "nama": name.title(), **fields}


def page_of(apps: list[dict[str, Any]], edition: EditionName = "publik", **others: Any) -> LexborHTMLParser:
    first, *_further = made(seen_by(region_of({"aplikasi": apps, **others}), edition))
    return parsed(first)


def listed(page: LexborHTMLParser, name: str) -> list[str]:
    return [words(one) for one in page.css(f"details#{name} li")]


def test_lists_name_what_stands_alone_and_only_that() -> None:
    page = page_of(
        [
            app("satu", jenis="khusus", integrasi=[{"aplikasi": "dua"}]),
            app("dua", jenis="khusus", infrastruktur=["server"], layanan=["surat"], data_dipakai=["arsip"]),
            app("pulau", integrasi="tidak ada"),
        ],
        infrastruktur=[{"id": "server", "jenis": "server"}],
        layanan=[{"id": "surat"}, {"id": "sepi"}],
        data=[{"id": "arsip", "walidata": "belum diketahui", "produsen_luar": ["BPS"]}],
        keamanan=[{"id": "k", "jenis": "audit", "tanggal": "2020-01-31", "melindungi": {"aplikasi": ["dua"]}}],
    )
    assert listed(page, "aplikasi-tak-bertukar") == ["Pulau"]  # what is declared is no shortcoming, and a list apart
    assert listed(page, "aplikasi-sendiri") == []
    assert listed(page, "layanan-tanpa-aplikasi") == ["SEPI"]
    assert listed(page, "data-tanpa-walidata") == ["ARSIP"]
    assert listed(page, "data-tanpa-produsen") == []
    assert listed(page, "aplikasi-tanpa-layanan") == ["Pulau", "Satu"]
    assert listed(page, "aplikasi-tanpa-data") == ["Pulau", "Satu"]
    assert listed(page, "aplikasi-tanpa-server") == ["Pulau", "Satu"]
    assert listed(page, "tanpa-pemilik") == ["Dua", "Pulau", "Satu"]
    assert listed(page, "audit-lewat") == [
        "Dua terakhir 31 Januari 2020, seharusnya diulang paling lambat 31 Januari 2022"
    ]
    assert listed(page, "audit-belum") == ["Satu"]
    state = {words(row.css_first("th")): words(row.css("td")[-1]) for row in page.css("#perlindungan tbody tr")}
    assert (state["Audit keamanan"], state["Kelaikan keamanan"]) == ("ada", "belum ada")


def test_a_long_list_is_cut_and_leads_to_the_whole_one() -> None:
    page = page_of([app(f"a{number:03}") for number in range(100)])
    assert len(listed(page, "aplikasi-tanpa-layanan")) < 100
    more = [link.attributes["href"] for link in page.css("#aplikasi-tanpa-layanan p a")]
    assert len(more) == 1
    assert "/kualitas-data/" in (more[0] or "")


def test_what_only_a_hidden_application_joins_stands_alone_in_the_open_data() -> None:
    apps = [app("satu"), app("rahasia", klasifikasi="tertutup", integrasi=[{"aplikasi": "satu", "arah": "mengirim"}])]
    page = page_of(apps)
    assert page.html == page_of(apps[:1]).html
    assert len(page_of(apps, "internal").css("#pertukaran tbody tr")) == 1


def test_security_out_of_sight_protects_nothing_in_the_open_data() -> None:
    page = page_of([app("a")], keamanan=[{"id": "k", "jenis": "audit", "klasifikasi": "tertutup"}])
    assert {words(row.css("td")[-1]) for row in page.css("#perlindungan tbody tr")} == {"belum ada"}
    assert page.html == page_of([app("a")]).html


def test_without_exchanges_the_page_says_what_to_fill_in() -> None:
    assert "Isilah isian integrasi" in words(page_of([app("a")]).body)
    assert made(seen_by(region_of({}), "publik")) == []


def test_long_tables_go_on_and_only_the_first_page_has_the_picture() -> None:
    apps = [app(f"a{number:03}", integrasi=[{"aplikasi": "pusat"}]) for number in range(700)]
    first, *further = made(seen_by(region_of({"aplikasi": [app("pusat"), *apps]}), "publik"))
    assert further
    assert parsed(first).css(".alir")
    assert not any(parsed(page).css(".alir, details.lipat") for page in further)
    assert sum(len(parsed(page).css("#pertukaran tbody tr")) for page in (first, *further)) == 700


def node(name: str) -> Node:
    return Node("aplikasi", name)


def test_the_busiest_are_drawn_and_boxes_never_touch() -> None:
    flows = [Flow(node(f"a{n}"), node(f"b{n % 5}"), "splp", 1, "") for n in range(200)]
    names = {one: one.id * 30 for flow in flows for one in (flow.first, flow.second)}
    chart = flow_chart("x", "x", "", flows, names)
    assert chart.shown <= MOST
    assert (chart.total, chart.applications) == (200, 205)
    assert {box.node.id for box in chart.boxes} >= {f"b{n}" for n in range(5)}
    for x in {box.x for box in chart.boxes}:
        tops = sorted(box.y for box in chart.boxes if box.x == x)
        assert all(below - above >= chart.row for above, below in pairwise(tops))
        assert tops[0] > 0
        assert tops[-1] + chart.row <= chart.height
    assert all(len(box.label) < len(box.name) for box in chart.boxes)
    assert len(chart.lines) == chart.drawn


def test_exchanges_among_the_busiest_are_drawn_even_where_no_application_has_two() -> None:
    flows = [Flow(node(f"a{n:02}"), node(f"z{n:02}"), "splp", 1, "") for n in range(41)]
    names = {one: one.id for flow in flows for one in (flow.first, flow.second)}
    chart = flow_chart("x", "x", "", flows, names)
    assert (chart.shown, chart.drawn, chart.total) == (MOST, MOST // 2, 41)


def test_a_pair_that_exchanges_twice_has_two_lines() -> None:
    flows = [Flow(node("a"), node("b"), code, 1, code) for code in ("splp", "berkas")]
    chart = flow_chart("x", "x", "", flows, {node("a"): "A", node("b"): "B"})
    assert len({line.path for line in chart.lines}) == 2
    assert len(chart.boxes) == 2
