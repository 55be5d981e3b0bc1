"""Pages tell what their edition holds, say where they looked when they find nothing, and name owners outside it."""

from __future__ import annotations

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.editions import EditionName
from spbe.editions.audience import LOOKED_AT
from spbe.i18n import about
from spbe.model.kinds import KINDS
from spbe.region import Node
from spbe.site.components.catalogue_table import listing
from spbe.site.page import Html, Page
from spbe.site.pages.arsitektur import tumpang_tindih as overlap
from spbe.site.pages.arsitektur.catatan import record_page
from spbe.site.pages.peta_rencana import kegiatan as activity
from spbe.site.pages.peta_rencana.costs import MOST, cost_tables
from spbe.site.planning import plan
from spbe.site.site_context import SiteContext
from spbe.site.table_cells import owner_told
from spbe.site.templates import environment
from support.raw_regions import region_of, seen_by
from support.regions import ROOT

Raw = dict[str, Any]
World = dict[str, list[Raw]]

SECRET = {"klasifikasi": "tertutup"}
OWNERS: World = {
    "perangkat-daerah": [{"id": "buka", "singkatan": "DB"}, {"id": "rahasia", **SECRET}],
    "aplikasi": [
        {"id": "ada", "perangkat_daerah": "buka"},
        {"id": "luar", "pemilik_luar": "Kementerian Dalam Negeri"},
        {"id": "tersembunyi", "perangkat_daerah": "rahasia"},
        {"id": "tanpa"},
    ],
}


def context_of(world: World, edition: EditionName = "publik") -> SiteContext:
    return SiteContext(seen_by(region_of(world), edition), environment(ROOT), ROOT)


def parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser("".join(block.html for block in page.blocks if isinstance(block, Html)))


def text_of(page: Page) -> str:
    return " ".join(parsed(page).text().split())


@pytest.mark.parametrize(
    ("name", "told"), [("ada", "DB"), ("luar", "Kementerian Dalam Negeri"), ("tersembunyi", None), ("tanpa", None)]
)
def test_an_owner_is_an_office_or_outside_or_nobody(name: str, told: str | None) -> None:
    context = context_of(OWNERS)
    node = Node("aplikasi", name)
    record = context.region.records["aplikasi"][name]
    cell = owner_told(context, record)
    assert (cell.text if cell else None) == told
    with about(LOOKED_AT["publik"]):
        strip = " ".join(parsed(record_page(context, node, record)).css_first(".ringkas").text().split())
    nobody = "Pemilik belum diisi pada data terbuka"
    assert {"ada": "Pemilik BUKA", "luar": f"Pemilik {told}"}.get(name, nobody) in strip


def test_a_likely_duplicate_names_its_owner_outside() -> None:
    apps = [{**one, "nama": "Sistem Informasi Kepegawaian"} for one in OWNERS["aplikasi"]]
    world = {**OWNERS, "aplikasi": apps}
    [page] = overlap.pages(context_of(world))
    told = {link.attributes["href"]: link.parent for link in parsed(page).css(".kembar > ul > li > a")}
    words = {(href or "").split("/")[3]: " ".join(item.text().split()) for href, item in told.items() if item}
    assert set(words) == {one["id"] for one in apps}
    assert "Kementerian Dalam Negeri" in words["luar"]
    assert {name for name, said in words.items() if "tanpa pemilik" in said} == {"tanpa", "tersembunyi"}


@pytest.mark.parametrize(
    ("edition", "where"),
    [("publik", " pada data terbuka"), ("opd", " pada data untuk OPD ini"), ("internal", "")],
)
def test_what_is_not_found_is_not_found_where_the_edition_looked(edition: EditionName, where: str) -> None:
    view = seen_by(region_of({**OWNERS, "aplikasi": [{"id": "tanpa"}]}), edition)
    pages = {page.address: text_of(page) for page in plan(view, ROOT).pages}
    assert f"Belum ada pertukaran data yang dicatat{where}." in pages["/arsitektur/integrasi/"]
    assert f"Belum ada hubungan dengan catatan lain{where}." in pages["/arsitektur/aplikasi/tanpa/"]
    assert f"1 tanpa perangkat daerah pemilik maupun pengguna{where}." in pages["/arsitektur/matriks/opd-aplikasi/"]
    assert f"Belum ada bukti{where}." in pages["/bukti/"]
    assert not [address for address, text in pages.items() if "{pada_data}" in text]


@pytest.mark.parametrize("edition", ["publik", "opd", "internal"])
def test_one_sentence_says_what_was_counted_whether_or_not_anything_is_hidden(edition: EditionName) -> None:
    said = {plan(seen_by(region_of(world), edition), ROOT).scope for world in ({}, OWNERS)}
    words = {"publik": "dihitung dari data terbuka", "opd": "dihitung dari data untuk OPD ini", "internal": ""}
    [sentence] = said
    assert words[edition] in sentence
    assert bool(sentence) == (edition != "internal")


def rows(context: SiteContext, table: str) -> list[tuple[str, str]]:
    items = dict(context.region.records["peta-rencana"])
    [found] = [one for one in cost_tables(context, items) if one.id == table]  # type: ignore[arg-type]
    return [(row.cells[0].text, row.cells[1].text) for row in found.rows]


def test_costs_of_offices_that_are_not_shown_are_costs_of_no_office() -> None:
    items = [{"id": "a", "perangkat_daerah": "rahasia"}, {"id": "b"}, {"id": "c", "perangkat_daerah": "buka"}]
    told = rows(context_of({**OWNERS, "peta-rencana": items}), "anggaran-perangkat-daerah")
    assert told == [("DB", "1"), ("Tanpa perangkat daerah", "2"), ("Jumlah", "3")]


@pytest.mark.parametrize("more", [1, 2, 3])
def test_items_without_an_office_are_not_counted_among_the_other_offices(more: int) -> None:
    offices = [{"id": f"d{number:02d}"} for number in range(MOST + more)]
    items = [{"id": f"k{place}", "perangkat_daerah": one["id"]} for place, one in enumerate(offices)]
    told = rows(
        context_of({"perangkat-daerah": offices, "peta-rencana": [*items, {"id": "tanpa"}]}),
        "anggaran-perangkat-daerah",
    )
    others = ("D40", "1") if more == 1 else (f"{more} perangkat daerah lain", str(more))
    assert told[MOST:] == [others, ("Tanpa perangkat daerah", "1"), ("Jumlah", str(MOST + more + 1))]


def test_an_activity_that_only_changes_records_is_not_said_to_have_no_relations() -> None:
    items = [{"id": "ubah", "mengubah": {"aplikasi": ["ada"]}}, {"id": "batal", "status": "dibatalkan"}]
    pages = activity.pages(context_of({**OWNERS, "peta-rencana": items}))
    said = {page.address: parsed(page).text() for page in pages}
    assert "Belum ada hubungan dengan catatan lain" not in said["/peta-rencana/ubah/"]
    assert "Belum ada hubungan dengan catatan lain" in said["/peta-rencana/batal/"]


def test_an_office_owns_in_the_list_what_it_owns_today() -> None:
    states = ["saat-ini", "dihentikan", "rencana"]
    apps = [{"id": f"a{place}", "perangkat_daerah": "buka", "keadaan": one} for place, one in enumerate(states)]
    table = listing(context_of({"perangkat-daerah": [{"id": "buka"}], "aplikasi": apps}), KINDS["perangkat-daerah"])
    place = [column.heading for column in table.columns].index("Aplikasi dimiliki")
    assert [row.cells[place].text for row in table.rows] == ["1"]


def test_a_planned_record_counts_what_it_will_be_related_to() -> None:
    services = [{"id": "l", "keadaan": "rencana"}, {"id": "m"}]
    apps = [{"id": "a", "layanan": ["l", "m"], "keadaan": "rencana"}, {"id": "b", "layanan": ["l", "m"]}]
    table = listing(context_of({"layanan": services, "aplikasi": apps}), KINDS["aplikasi"])
    place = [column.heading for column in table.columns].index("Layanan")
    assert [row.cells[place].text for row in table.rows] == ["2", "1"]
