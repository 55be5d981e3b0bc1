"""Pages of the public edition never call missing or whole what is only hidden, and name owners outside the region."""

from __future__ import annotations

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from regions import ROOT
from roadmaps import region_of, seen_by
from spbe.editions import Edition
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.cells import owner_told
from spbe.site.desk import Desk
from spbe.site.page import Html, Page
from spbe.site.sections import impact, matrices, overlap, roadmap
from spbe.site.sections.costs import MOST, cost_tables
from spbe.site.sections.listing import listing
from spbe.site.sections.records import record_page
from spbe.site.templates import environment

Raw = dict[str, Any]
World = dict[str, list[Raw]]

SECRET = {"klasifikasi": "tertutup"}
HIDDEN = "tidak dapat dinilai dari data terbuka"
OWNERS: World = {
    "perangkat-daerah": [{"id": "buka", "singkatan": "DB"}, {"id": "rahasia", **SECRET}],
    "aplikasi": [
        {"id": "ada", "perangkat_daerah": "buka"},
        {"id": "luar", "pemilik_luar": "Kementerian Dalam Negeri"},
        {"id": "tersembunyi", "perangkat_daerah": "rahasia"},
        {"id": "tanpa"},
    ],
}


def desk_of(world: World, edition: Edition = "publik") -> Desk:
    return Desk(seen_by(region_of(world), edition), environment(ROOT), ROOT)


def parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser("".join(block.html for block in page.blocks if isinstance(block, Html)))


def text_of(page: Page) -> str:
    return " ".join(parsed(page).text().split())


@pytest.mark.parametrize(
    ("name", "told"),
    [("ada", "DB"), ("luar", "Kementerian Dalam Negeri"), ("tersembunyi", HIDDEN), ("tanpa", None)],
)
def test_an_owner_is_an_office_or_outside_or_hidden_or_nobody_known(name: str, told: str | None) -> None:
    desk = desk_of(OWNERS)
    node = Node("aplikasi", name)
    record = desk.region.records["aplikasi"][name]
    cell = owner_told(desk, node, record)
    assert (cell.text if cell else None) == told
    strip = " ".join(parsed(record_page(desk, node, record)).css_first(".ringkas").text().split())
    assert {"ada": "Pemilik BUKA", "tanpa": "Pemilik belum diisi"}.get(name, f"Pemilik {told}") in strip


def test_a_likely_duplicate_names_its_owner_outside_and_says_when_it_is_hidden() -> None:
    apps = [{**one, "nama": "Sistem Informasi Kepegawaian"} for one in OWNERS["aplikasi"]]
    world = {**OWNERS, "aplikasi": apps}
    [page] = overlap.pages(desk_of(world))
    told = {link.attributes["href"]: link.parent for link in parsed(page).css(".kembar > ul > li > a")}
    words = {(href or "").split("/")[3]: " ".join(item.text().split()) for href, item in told.items() if item}
    assert set(words) == {one["id"] for one in apps}
    assert "Kementerian Dalam Negeri" in words["luar"]
    assert HIDDEN in words["tersembunyi"]
    assert [name for name, said in words.items() if "tanpa pemilik" in said] == ["tanpa"]


def test_a_matrix_calls_nobody_ownerless_who_has_an_owner_outside_or_a_hidden_one() -> None:
    pages = {page.address: text_of(page) for page in matrices.pages(desk_of(OWNERS))}
    found = pages["/arsitektur/matriks/opd-aplikasi/"]
    assert "2 tanpa perangkat daerah pemilik maupun pengguna" in found
    assert "Tanpa perangkat daerah pemilik maupun pengguna (2): LUAR, TANPA" in found
    titles = [
        block.text
        for page in matrices.pages(desk_of(OWNERS))
        for block in page.blocks
        if not isinstance(block, Html) and "tanpa-pemilik" in getattr(block, "id", "")
    ]
    assert set(titles) == {"Tanpa perangkat daerah pemilik yang ditampilkan"}


def rows(desk: Desk, table: str) -> list[tuple[str, str]]:
    items = dict(desk.region.records["peta-rencana"])
    [found] = [one for one in cost_tables(desk, items) if one.id == table]  # type: ignore[arg-type]
    return [(row.cells[0].text, row.cells[1].text) for row in found.rows]


def test_costs_of_hidden_offices_are_not_costs_of_no_office() -> None:
    items = [{"id": "a", "perangkat_daerah": "rahasia"}, {"id": "b"}, {"id": "c", "perangkat_daerah": "buka"}]
    told = rows(desk_of({**OWNERS, "peta-rencana": items}), "anggaran-perangkat-daerah")
    assert told == [
        ("DB", "1"),
        ("Tidak dapat dinilai dari data terbuka", "1"),
        ("Tanpa perangkat daerah", "1"),
        ("Jumlah", "3"),
    ]


@pytest.mark.parametrize("more", [1, 2, 3])
def test_items_without_an_office_are_not_counted_among_the_other_offices(more: int) -> None:
    offices = [{"id": f"d{number:02d}"} for number in range(MOST + more)]
    items = [{"id": f"k{place}", "perangkat_daerah": one["id"]} for place, one in enumerate(offices)]
    told = rows(
        desk_of({"perangkat-daerah": offices, "peta-rencana": [*items, {"id": "tanpa"}]}), "anggaran-perangkat-daerah"
    )
    others = ("D40", "1") if more == 1 else (f"{more} perangkat daerah lain", str(more))
    assert told[MOST:] == [others, ("Tanpa perangkat daerah", "1"), ("Jumlah", str(MOST + more + 1))]


@pytest.mark.parametrize("edition", ["publik", "internal"])
def test_sums_of_the_roadmap_say_that_some_activities_are_hidden(edition: Edition) -> None:
    world = {"peta-rencana": [{"id": "a", "anggaran": 10}, {"id": "b", "anggaran": 10, **SECRET}]}
    [page, *_rest] = roadmap.plan(desk_of(world, edition))[0]
    assert ("Jumlah ini hanya dari kegiatan yang ditampilkan." in text_of(page)) == (edition == "publik")


@pytest.mark.parametrize("hidden", ["perangkat-daerah", "data"])
def test_the_greatest_impact_is_only_the_greatest_that_is_seen_while_records_are_hidden(hidden: str) -> None:
    world: World = {
        "layanan": [{"id": "l"}],
        "aplikasi": [{"id": "a", "layanan": ["l"]}],
        hidden: [{"id": "r", **SECRET}],
    }
    seen, whole = (text_of(impact.pages(desk_of(world, edition))[0]) for edition in ("publik", "internal"))  # type: ignore[arg-type]
    assert "terbesar yang terlihat bila berhenti: A, sedikitnya 1 layanan" in seen
    assert "Angka dapat lebih besar" in seen
    assert "terbesar bila berhenti: A, 1 layanan" in whole
    assert "Angka dapat lebih besar" not in whole


def test_an_activity_that_only_changes_records_is_not_said_to_have_no_relations() -> None:
    items = [{"id": "ubah", "mengubah": {"aplikasi": ["ada"]}}, {"id": "batal", "status": "dibatalkan"}]
    [page, *_rest] = roadmap.plan(desk_of({**OWNERS, "peta-rencana": items}))[0]
    said = {one.attributes["id"]: one.text() for one in parsed(page).css("details > div[id^=rinci-]")}
    assert "Belum ada hubungan dengan catatan lain." not in said["rinci-ubah"]
    assert "Belum ada hubungan dengan catatan lain." in said["rinci-batal"]


def test_an_office_owns_in_the_list_what_it_owns_today() -> None:
    states = ["saat-ini", "dihentikan", "rencana"]
    apps = [{"id": f"a{place}", "perangkat_daerah": "buka", "keadaan": one} for place, one in enumerate(states)]
    table = listing(desk_of({"perangkat-daerah": [{"id": "buka"}], "aplikasi": apps}), KINDS["perangkat-daerah"])
    place = [column.heading for column in table.columns].index("Aplikasi dimiliki")
    assert [row.cells[place].text for row in table.rows] == ["1"]


def test_a_planned_record_counts_what_it_will_be_related_to() -> None:
    services = [{"id": "l", "keadaan": "rencana"}, {"id": "m"}]
    apps = [{"id": "a", "layanan": ["l", "m"], "keadaan": "rencana"}, {"id": "b", "layanan": ["l", "m"]}]
    table = listing(desk_of({"layanan": services, "aplikasi": apps}), KINDS["aplikasi"])
    place = [column.heading for column in table.columns].index("Layanan")
    assert [row.cells[place].text for row in table.rows] == ["2", "1"]
