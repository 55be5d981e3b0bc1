"""The page of likely duplicates tells reasons with links, what to do, and never more than the edition may."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.overlap import overlap
from spbe.editions import Audience, Edition, EditionName
from spbe.history import view_of
from spbe.site.page import Html, Page
from spbe.site.pages.arsitektur.tumpang_tindih import CARDS, pages
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.raw_regions import region_of, seen_by
from support.regions import ROOT, open_fast

TODAY = date(2026, 11, 1)


def context_of(view: Edition) -> SiteContext:
    return SiteContext(view, environment(ROOT), ROOT)


def parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser("".join(block.html for block in page.blocks if isinstance(block, Html)))


def words(node: Any) -> str:
    return " ".join(node.text().split())


def sample(edition: EditionName = "publik") -> Edition:
    return view_of(open_fast(ROOT, TODAY), Audience(edition))


@pytest.mark.parametrize("edition", ["publik", "internal"])
def test_every_group_of_the_sample_is_a_card_with_its_members(edition: EditionName) -> None:
    view = sample(edition)
    [page] = pages(context_of(view))
    cards = {card.id: card for card in parsed(page).css(".kembar")}
    groups = overlap(view.region).groups
    assert groups
    assert list(cards) == [group.id for group in groups]
    for group in groups:
        links = [link.attributes["href"] for link in cards[group.id].css("ul > li > a")]
        assert [f"spbe:/arsitektur/aplikasi/{node.id}/" for node in group.members] == [
            link for link in links if link and "/aplikasi/" in link
        ]


def test_the_figures_are_those_of_the_groups() -> None:
    view = sample()
    open_groups = [group for group in overlap(view.region).groups if not group.is_settled]
    [page] = pages(context_of(view))
    figures = [words(one) for one in parsed(page).css(".angka__nilai")]
    members = {node for group in open_groups for node in group.members}
    owners = {getattr(view.region.get(node), "perangkat_daerah", None) for node in members} - {None}
    assert figures == [str(len(open_groups)), str(len(members)), str(len(owners))]


def test_the_planned_merger_of_the_sample_stands_apart() -> None:
    [page] = pages(context_of(sample()))
    settled = parsed(page).css_first("#kelompok-e-bmd")
    assert settled is not None
    assert "Sudah direncanakan: e-BMD menggantikan SIMBADA." in words(settled)
    assert "Kemungkinan" not in words(settled)
    heading = next(at for at, block in enumerate(page.blocks) if getattr(block, "id", "") == "direncanakan")
    assert "kelompok-e-bmd" in getattr(page.blocks[heading + 1], "html", "")


WORLD = {
    "perangkat-daerah": [{"id": "dinas-a", "nama": "Dinas A"}, {"id": "dinas-b", "nama": "Dinas B"}],
    "layanan": [{"id": "surat", "nama": "Surat keterangan"}],
    "aplikasi": [
        {"id": "s1", "nama": "e-Surat", "perangkat_daerah": "dinas-a", "layanan": ["surat"]},
        {"id": "s2", "nama": "Surat", "perangkat_daerah": "dinas-b", "layanan": ["surat"], "pengguna": ["dinas-a"]},
        {"id": "k1", "nama": "e-Kinerja", "perangkat_daerah": "dinas-a"},
        {"id": "k2", "nama": "e-Kinerja BKN", "pemilik_luar": "BKN"},
        {"id": "r1", "nama": "SRIKANDI", "jenis": "umum"},
        {"id": "r2", "nama": "Srikandi", "jenis": "umum"},
    ],
}


def cards_of(world: dict[str, Any], edition: EditionName = "publik") -> dict[str, str]:
    made = pages(context_of(seen_by(region_of(world), edition)))
    return {card.id or "": words(card) for page in made for card in parsed(page).css(".kembar")}


def test_reasons_and_advice_are_told_in_words() -> None:
    told = cards_of(WORLD)
    assert "Kemungkinan kuat" in told["kelompok-s2"]
    assert "nama sama: e-Surat / Surat" in told["kelompok-s2"]
    assert "mendukung layanan yang sama: Surat keterangan" in told["kelompok-s2"]
    assert "Surat tampak paling siap menjadi induknya" in told["kelompok-s2"]
    assert "Sudah ada sebagai aplikasi berbagi pakai: e-Kinerja BKN" in told["kelompok-k2"]
    assert "satu aplikasi berbagi pakai yang dicatat 2 kali" in told["kelompok-r1"]


def test_a_plan_that_covers_more_applications_says_which() -> None:
    item = {"id": "p", "nama": "Satu surat", "keadaan": "rencana", "mengubah": {"aplikasi": ["s1", "s2", "r1", "k1"]}}
    told = cards_of({**WORLD, "peta-rencana": [item]})
    assert "mengubahnya: Satu surat. Rencana itu juga menyangkut SRIKANDI, e-Kinerja." in told["kelompok-s2"]


def test_no_card_gives_points_without_words() -> None:
    [page] = pages(context_of(seen_by(region_of(WORLD), "publik")))
    for reasons in parsed(page).css(".kembar__alasan"):
        assert all(len(words(one)) > 5 for one in reasons.css("li"))
    assert not any(text.isdecimal() for card in cards_of(WORLD).values() for text in card.split(": ")[:1])


def test_offices_are_listed_with_their_groups() -> None:
    [page] = pages(context_of(seen_by(region_of(WORLD), "publik")))
    rows = {words(row.css_first("th")): [words(cell) for cell in row.css("td")] for row in parsed(page).css("tbody tr")}
    assert {office: cells[:2] for office, cells in rows.items()} == {"Dinas A": ["2", "2"], "Dinas B": ["1", "1"]}


def test_a_hidden_application_is_compared_with_nothing() -> None:
    world = {**WORLD, "aplikasi": [*WORLD["aplikasi"], {"id": "t", "nama": "Rahasia Surat", "klasifikasi": "tertutup"}]}
    told, alone = (pages(context_of(seen_by(region_of(one), "publik"))) for one in (world, WORLD))
    assert told == alone


def test_without_groups_the_page_says_so_and_without_applications_there_is_none() -> None:
    [page] = pages(context_of(seen_by(region_of({"aplikasi": WORLD["aplikasi"][:1]}), "publik")))
    assert "Tidak ditemukan aplikasi yang mungkin dibuat dua kali." in words(parsed(page).body)
    assert pages(context_of(seen_by(region_of({}), "publik"))) == []


def test_many_groups_are_cut_over_pages_and_offices_lead_to_the_right_one() -> None:
    number = CARDS * 2 + 5
    apps = [
        {"id": f"a{n}-{side}", "nama": f"Nama{n:03}x", "perangkat_daerah": f"dinas-{n}"}
        for n in range(number)
        for side in "ab"
    ]
    offices = [{"id": f"dinas-{n}"} for n in range(number)]
    made = pages(context_of(seen_by(region_of({"perangkat-daerah": offices, "aplikasi": apps}), "publik")))
    assert len(made) == 3
    assert [len(parsed(page).css(".kembar")) for page in made] == [CARDS, CARDS, 5]
    places = {f"spbe:{page.address}#{card.id}" for page in made for card in parsed(page).css(".kembar")}
    leading = {link.attributes["href"] for link in parsed(made[0]).css("tbody td a")}
    assert leading == places
