"""The table as the page has it, before any script: what the script is told, and what catalogues show."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from spbe.editions import PUBLIC, redact
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.scoring.outcomes import outcomes
from spbe.site.components.catalogue_table import listing
from spbe.site.kind_presentations import PRESENTATIONS
from spbe.site.later import Later
from spbe.site.page import Heading, Page
from spbe.site.pages.arsitektur.katalog import ArsitekturKatalogContext as Context
from spbe.site.pages.bukti import ikhtisar as evidence
from spbe.site.paging import ROWS, LongTable, paged, parts_of, places_of
from spbe.site.rowdata import rows_file
from spbe.site.site_context import SiteContext
from spbe.site.table import Cell, Column, Row, Table, several
from spbe.site.templates import environment
from support.regions import ROOT, open_fast

ADDRESS = "/uji/"
LISTED = ("perangkat-daerah", *ARCHITECTURE)


def context_of(root: Path) -> SiteContext:
    region = open_fast(root).region
    return SiteContext(redact(region, outcomes(region), PUBLIC), environment(root), root)


@pytest.fixture(scope="module")
def arunika() -> SiteContext:
    return context_of(ROOT)


@pytest.fixture(scope="module")
def files() -> dict[str, dict[str, dict[str, Any]]]:
    """The records of the sample that all may see as its files have them, by kind and id."""
    return {
        name: {
            record["id"]: record
            for path in (ROOT / KINDS[name].folder).rglob("*.yaml")
            for record in [yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)]
            if record.get("klasifikasi", "terbuka") == "terbuka"
        }
        for name in LISTED
    }


@pytest.fixture
def context(minimal: Path) -> SiteContext:
    return context_of(minimal)


def table_of(size: int, *, ids: bool = False) -> Table:
    columns = (Column("Nama"), Column("Jumlah", numeric=True), Column("Ditinjau"), Column("Pemakai", extra=True))
    rows = tuple(
        Row(
            (
                Cell(f"Baris {number}", f"/arsitektur/aplikasi/baris-{number}/"),
                Cell(str(number)),
                Cell("–" if number % 2 else "3 Mei 2024", sort="" if number % 2 else "2024-05-03"),
                several(["Dinkes", "BKPSDM"]),
            ),
            id=f"baris-{number}" if ids else "",
        )
        for number in range(size)
    )
    return Table("uji", "Uji", columns, rows, tools=True)


def pages_of(context: SiteContext, table: Table) -> list[Page]:
    data = LongTable(table.id, len(table.rows), Later(lambda: table))
    return paged(
        context, Context, ADDRESS, "Uji", "Uji.", data, lambda part: Context(data=part, residents=(), states=[])
    )


def html_of(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser("".join(block.html for block in page.blocks if not isinstance(block, Heading)))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Perangkat daerah", "perangkat-daerah"),
        ("Anggaran (juta rupiah)", "anggaran-juta-rupiah"),
        ("Résumé", "resume"),
        ("Kolom", "kolom-"),
        ("☂", "kolom-"),
    ],
)
def test_a_column_is_named_in_addresses_by_its_heading_and_never_like_a_tool(heading: str, name: str) -> None:
    assert Column(heading).name == name


def test_a_column_of_dates_is_known_by_what_it_is_sorted_by() -> None:
    assert table_of(4).sorts == ("teks", "angka", "tanggal", "teks")
    ordinal = Table("u", "u", (Column("x"),), (Row((Cell("lama", sort="2"),)),))
    assert ordinal.sorts == ("teks",)


def test_the_script_is_told_columns_orders_and_the_values_of_a_list(context: SiteContext) -> None:
    [page] = pages_of(context, table_of(3))
    html = html_of(page)
    heads = html.css("thead th")

    assert [head.attributes["data-kunci"] for head in heads] == ["nama", "jumlah", "ditinjau", "pemakai"]
    assert [head.attributes.get("data-jenis") for head in heads] == [None, "angka", "tanggal", None]
    cells = html.css("tbody tr:first-child > *")
    assert json.loads(cells[3].attributes["data-nilai"] or "") == ["Dinkes", "BKPSDM"]
    assert cells[3].text() == "Dinkes, BKPSDM"
    assert ["tambahan" in (node.attributes["class"] or "") for node in (cells[3], heads[3])] == [True, True]
    assert html.css_first("nav.halaman, [data-spbe-baris], .tabel__lain") is None


def test_a_value_with_any_sign_in_it_stays_one_value(context: SiteContext) -> None:
    values = ("Gizi | Imunisasi", """<"Rawat' & inap\\>""")
    table = Table("u", "u", (Column("x"), Column("y")), (Row((Cell("1"), several(values))),), tools=True)
    [page] = pages_of(context, table)

    cell = html_of(page).css_first("tbody td")
    assert cell is not None
    assert tuple(json.loads(cell.attributes["data-nilai"] or "")) == values


def test_a_table_without_tools_tells_the_script_nothing(context: SiteContext) -> None:
    html = html_of(pages_of(context, replace(table_of(3), tools=False))[0])

    assert html.css("[data-kunci], [data-jenis], [data-nilai], [data-spbe-tabel]") == []


def test_a_table_that_is_a_little_too_long_stays_whole(context: SiteContext) -> None:
    assert len(pages_of(context, table_of(ROWS * 5 // 4))) == 1
    assert context.files == {}
    assert len(pages_of(context, table_of(ROWS * 5 // 4 + 1))) == 2


def test_pages_of_a_cut_table_hold_every_row_once_and_in_order(context: SiteContext) -> None:
    size = ROWS * 2 + 7
    pages = pages_of(context, table_of(size))
    found = [row.text() for page in pages for row in html_of(page).css("tbody th")]

    assert [page.address for page in pages] == [ADDRESS, f"{ADDRESS}halaman_2/", f"{ADDRESS}halaman_3/"]
    assert found == [f"Baris {number}" for number in range(size)]
    assert [page.parent for page in pages] == ["/", ADDRESS, ADDRESS]
    assert all(f"({size})" in html_of(page).css_first("caption").text() for page in pages)


def test_all_rows_of_a_cut_table_lie_beside_it_as_the_pages_show_them(context: SiteContext) -> None:
    table = table_of(ROWS * 2, ids=True)
    pages = pages_of(context, table)
    told = json.loads(context.files[f"{ADDRESS}uji.json"].content)
    cells = [[told["sel"][cell] if isinstance(cell, int) else cell for cell in row[1:]] for row in told["baris"]]

    assert html_of(pages[1]).css_first("[data-spbe-baris=uji]").attributes["href"] == f"spbe:{told['alamat']}".replace(
        "spbe:", "spbe:/"
    )
    assert [row[0] for row in told["baris"]] == [row.id for row in table.rows]
    assert [[cell if isinstance(cell, str) else cell[0] for cell in row] for row in cells] == [
        [cell.text for cell in row.cells] for row in table.rows
    ]
    assert cells[0][0][1] == "arsitektur/aplikasi/baris-0/"
    assert told["urutan"] == list(table.sorts)
    assert told["sel"].count(["Dinkes, BKPSDM", "", "", "", "", ["Dinkes", "BKPSDM"]]) == 1
    assert rows_file(ADDRESS, table) == context.files[f"{ADDRESS}uji.json"].content


def test_a_row_on_a_further_page_keeps_its_address_on_the_first(context: SiteContext) -> None:
    pages = pages_of(context, table_of(ROWS * 2, ids=True))
    first = html_of(pages[0])
    links = {link.attributes["id"]: link.attributes["href"] for link in first.css(".tabel__lain a")}

    assert links[f"baris-{ROWS}"] == f"spbe:{ADDRESS}halaman_2/#baris-{ROWS}"
    assert {row.attributes["id"] for row in first.css("tbody tr")} | links.keys() == {
        f"baris-{number}" for number in range(ROWS * 2)
    }
    assert html_of(pages[1]).css(".tabel__lain") == []


def test_the_page_of_a_row_is_known_before_the_pages_are_made() -> None:
    names = [str(number) for number in range(ROWS * 2)]
    places = places_of(ADDRESS, names)

    assert (places["0"], places[str(ROWS)]) == parts_of(ADDRESS, len(names))
    assert set(places_of(ADDRESS, names[:10]).values()) == {ADDRESS}


@pytest.mark.parametrize("kind", LISTED)
def test_a_catalogue_shows_few_columns_at_first_and_has_more(kind: str, arunika: SiteContext) -> None:
    table = listing(arunika, KINDS[kind])
    usual = [column for column in table.columns if not column.extra]

    assert len(table.rows) == len(arunika.region.records[kind])
    assert 3 <= len(usual) <= 7
    assert len(table.columns) > len(usual)
    assert len({column.name for column in table.columns}) == len(table.columns)
    for place, column in enumerate(table.columns):
        assert any(row.cells[place].text != "–" for row in table.rows), column.heading


@pytest.mark.parametrize("kind", LISTED)
def test_numbers_of_related_records_are_those_in_the_files(
    kind: str, arunika: SiteContext, files: dict[str, dict[str, dict[str, Any]]]
) -> None:
    """Counted again from the YAML, with plain loops."""
    renamed = {(new.kind, old.id): new.id for old, new in arunika.region.renamed.items()}

    def names_in(record: dict[str, Any], field: str, of: str) -> set[str]:
        value = record.get(field) or []
        if field == "melindungi":
            value = value.get(of) or [] if isinstance(value, dict) else []
        listed = (
            [value] if isinstance(value, str) else [one["aplikasi"] if isinstance(one, dict) else one for one in value]
        )
        return {renamed.get((of, one), one) for one in listed} & files[of].keys()

    def today(of: str, name: str) -> bool:
        return files[of][name].get("keadaan", "saat-ini") == "saat-ini"

    def counted(name: str, one: Any) -> int:
        if one.naming:
            naming = {other for other, record in files[one.kind].items() if name in names_in(record, one.field, kind)}
            return sum(today(one.kind, other) or not today(kind, name) for other in naming)
        found = names_in(files[kind][name], one.field, one.kind)
        if one.field == "integrasi":
            found |= {other for other, record in files[kind].items() if name in names_in(record, one.field, kind)}
        others = found - {name} if one.kind == kind else found
        return sum(today(one.kind, other) or not today(kind, name) for other in others)

    table = listing(arunika, KINDS[kind])
    names = sorted(arunika.region.records[kind], key=lambda name: arunika.region.records[kind][name].nama.casefold())
    headings = [column.heading for column in table.columns]
    compared = 0
    for one in PRESENTATIONS[kind].columns:
        if one.heading not in headings:
            continue
        place = headings.index(one.heading)
        for name, row in zip(names, table.rows, strict=True):
            assert row.cells[place].sort == f"{counted(name, one):012d}", (name, one.heading)
            compared += 1
    assert compared > 5


def test_a_number_counts_what_is_shown(minimal: Path) -> None:
    secret = minimal / "architecture/layanan/rahasia.yaml"
    secret.write_text("id: rahasia\nnama: Rahasia\nklasifikasi: tertutup\n", "utf-8")
    simpeg = minimal / "architecture/aplikasi/simpeg.yaml"
    before = listing(context_of(minimal), KINDS["aplikasi"])
    simpeg.write_text(simpeg.read_text("utf-8").replace("[kepegawaian]", "[kepegawaian, rahasia]"), "utf-8")
    assert listing(context_of(minimal), KINDS["aplikasi"]) == before


def test_reviews_have_words_to_choose_by(minimal: Path) -> None:
    folder = minimal / "architecture/aplikasi"
    for name, when in (("baru", "2026-10-01"), ("lama", "2020-01-01")):
        (folder / f"{name}.yaml").write_text(f"id: {name}\nnama: {name}\nditinjau: {when}\n", "utf-8")
    table = listing(context_of(minimal), KINDS["aplikasi"])
    place = [column.heading for column in table.columns].index("Peninjauan")
    told = {row.cells[0].text: row.cells[place].text for row in table.rows}

    assert (told["baru"], told["lama"], told["Sistem Kepegawaian"]) == (
        "dalam setahun terakhir",
        "lebih dari setahun lalu",
        "belum pernah",
    )
    assert table.columns[place].facet is True


def test_evidence_is_cut_with_its_details_and_every_row_leads_to_its_own(minimal: Path) -> None:
    folder = minimal / "indicators/bukti"
    folder.mkdir(exist_ok=True)
    size = ROWS * 5 // 4 + 5
    for number in range(size):
        (folder / f"bukti-{number:04d}.yaml").write_text(f"id: bukti-{number:04d}\nnama: Bukti {number}\n", "utf-8")
    context = context_of(minimal)
    pages = evidence.pages(context)
    shown: list[str] = []
    for page in pages:
        html = html_of(page)
        ids = [row.attributes["id"] or "" for row in html.css("tbody tr")]
        details = {node.attributes["id"] for node in html.css("[id^=rinci-]")}
        links = {
            link.attributes["href"] for link in html.css("tbody a") if "#rinci-" in (link.attributes["href"] or "")
        }
        assert details == {f"rinci-{name}" for name in ids}
        assert links == {f"spbe:{page.address}#rinci-{name}" for name in ids}
        shown += ids

    assert len(pages) == 2
    assert len(shown) == len(set(shown)) >= size


def test_the_sample_has_its_tools_where_readers_compare(built: Callable[[str], Path]) -> None:
    site = built("arunika")
    for address in ("indikator", "bukti", "peta-rencana", *(f"arsitektur/{kind}" for kind in ARCHITECTURE)):
        page = LexborHTMLParser((site / address / "index.html").read_text("utf-8"))
        assert page.css_first("[data-spbe-tabel]") is not None, address
