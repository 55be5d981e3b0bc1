"""Matrices on their pages: what the tables show is the matrix, signs have words, and no page grows with the region."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.synthetic import make_region
from selectolax.lexbor import LexborHTMLParser, LexborNode

from spbe.catalogue.matrices import MATRICES, matrix
from spbe.editions import PUBLIC, Edition
from spbe.history import view_of
from spbe.site.addresses import MATRICES as HOME
from spbe.site.addresses import record_address
from spbe.site.page import Heading, Html, Page
from spbe.site.pages.arsitektur.cakupan import domain, kode
from spbe.site.pages.arsitektur.cakupan import ikhtisar as cakupan
from spbe.site.pages.arsitektur.matriks import ikhtisar as matriks
from spbe.site.pages.arsitektur.matriks import matriks as one_by_one
from spbe.site.pages.arsitektur.matriks.matriks import LIST, UNANSWERED, address_of
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.regions import ROOT, open_fast

TODAY = date(2026, 5, 1)
LARGEST = 300_000
"""Octets of HTML in one page."""


@pytest.fixture(scope="module")
def context() -> SiteContext:
    """The sample in its public edition."""
    return SiteContext(view_of(open_fast(ROOT, TODAY), PUBLIC), environment(ROOT), ROOT)


@pytest.fixture(scope="module")
def pages(context: SiteContext) -> list[Page]:
    return [*matriks.pages(context), *one_by_one.pages(context)]


def html(page: Page) -> str:
    return "".join(
        block.html if isinstance(block, Html) else f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>'
        for block in page.blocks
        if isinstance(block, Html | Heading)
    )


def of_matrix(pages: list[Page], name: str) -> list[LexborHTMLParser]:
    return [LexborHTMLParser(html(page)) for page in pages if page.address.startswith(f"{HOME}{name}/")]


def target(cell: LexborNode) -> str:
    link = cell.css_first("a")
    return (link.attributes["href"] or "") if link else cell.text(strip=True)


@pytest.mark.parametrize("kind", MATRICES, ids=lambda kind: kind.id)
def test_the_marked_cells_of_the_tables_are_those_of_the_matrix(
    context: SiteContext, pages: list[Page], kind: object
) -> None:
    [one] = [known for known in MATRICES if known is kind]
    shown = []
    for page in of_matrix(pages, one.id):
        for table in page.css(".matriks table"):
            columns = [target(cell) for cell in table.css("thead th[scope=col]")]
            for row in table.css("tbody tr"):
                [head] = row.css("th[scope=row]")
                cells = row.css("td")
                assert len(cells) == len(columns)
                shown += [
                    (frozenset((target(head), column)), cell.text(strip=True))
                    for column, cell in zip(columns, cells, strict=True)
                    if cell.text(strip=True)
                ]
    found = matrix(context.region, one)
    marks = [
        (line.node, column, mark)
        for block in found.blocks
        for line in block.lines
        for column, mark in line.marks.items()
    ]
    if one.counted:
        assert sorted(mark for _pair, mark in shown) == sorted(mark for _node, _column, mark in marks)
    else:
        assert sorted((sorted(pair), mark) for pair, mark in shown) == sorted(
            (sorted({f"spbe:{record_address(node)}", f"spbe:{record_address(column)}"}), mark)
            for node, column, mark in marks
        )


def test_every_sign_is_explained_in_its_cell_and_in_the_legend(pages: list[Page]) -> None:
    for kind in MATRICES:
        if kind.counted:
            continue
        found = of_matrix(pages, kind.id)
        legend = {one.text(strip=True) for one in found[0].css(".legenda strong")}
        signs = {(one.text(), one.attributes["title"]) for page in found for one in page.css(".matriks abbr")}
        assert {sign for sign, _title in signs} <= legend
        assert all(title for _sign, title in signs)


def test_rows_without_a_partner_are_named_and_counted_above(context: SiteContext, pages: list[Page]) -> None:
    for kind in MATRICES:
        found = matrix(context.region, kind)
        shown = of_matrix(pages, kind.id)
        links = {link.attributes["href"] for page in shown for link in page.css(".matriks__tanpa a")}
        lonely = [node for block in found.blocks for node in block.without]
        assert {f"spbe:{record_address(node)}" for node in lonely} <= links
        numbers = shown[0].css_first(".pengantar").text()  # type: ignore[union-attr]
        assert str(found.without) in numbers.replace(",", " ").replace(";", " ").split()


def test_rows_that_nobody_answered_are_told_apart_and_listed(context: SiteContext, pages: list[Page]) -> None:
    known = {one.id: one for one in context.shortcomings}
    for kind, name in UNANSWERED.items():
        [link] = of_matrix(pages, kind)[0].css(".pengantar a")
        number = len(known[name].nodes)
        assert link.attributes["href"] == f"spbe:/kualitas-data/{name}/"
        whole = matrix(context.region, next(one for one in MATRICES if one.id == kind)).without
        assert link.text() == (f"{number} di antaranya" if number < whole else "semuanya") + " belum dijawab"
        assert number <= whole


def test_every_owner_is_reached_from_the_first_page(context: SiteContext, pages: list[Page]) -> None:
    places = {
        f"spbe:{page.address}#{node.attributes['id']}"
        for page in pages
        for node in LexborHTMLParser(html(page)).css("h2")
    }
    for kind in MATRICES:
        first = of_matrix(pages, kind.id)[0]
        links = {link.attributes["href"] or "" for link in first.css("a[href]")}
        wanted = {block.owner for block in matrix(context.region, kind).blocks if block.owner}
        leading = {link for link in links if "#opd-" in link}
        assert len(leading) == len(wanted)
        assert leading <= places


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A region of 2,000 records."""
    root: Path = tmp_path_factory.mktemp("besar")
    make_region(root, 2000)
    return view_of(open_fast(root, TODAY), PUBLIC)


def test_pages_stay_few_and_small_when_the_region_is_big(big: Edition) -> None:
    context = SiteContext(big, environment(ROOT), ROOT)
    parts = (cakupan, domain, kode, matriks, one_by_one)
    made = [page for part in parts for page in part.pages(context)]
    sizes = {page.address: len(html(page).encode()) for page in made}

    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}
    assert len(made) < 60
    assert len(made) == len(sizes)


def test_a_long_matrix_is_cut_over_pages_that_lead_to_one_another(big: Edition) -> None:
    context = SiteContext(big, environment(ROOT), ROOT)
    made = [page for page in one_by_one.pages(context) if page.address.startswith(f"{HOME}opd-aplikasi/")]
    found = matrix(big.region, MATRICES[0])

    assert made[0].address == address_of(found)
    assert len(made) > 1
    for page in made:
        links = {link.attributes["href"] for link in LexborHTMLParser(html(page)).css("nav.halaman a")}
        assert links == {f"spbe:{other.address}" for other in made if other is not page}


def test_lists_of_what_stands_in_no_row_end_with_how_many_more(context: SiteContext, pages: list[Page]) -> None:
    found = matrix(context.region, MATRICES[2])
    last = of_matrix(pages, MATRICES[2].id)[-1]

    assert len(found.unused) <= LIST
    assert any(str(len(found.unused)) in one.text() for one in last.css("summary"))
