"""Data quality: the page stays short, every shortcoming has its own list, and offices are compared by kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.quality import AGES, ages
from spbe.editions import PUBLIC
from spbe.history import view_of
from spbe.model.record import Entri
from spbe.model.values import Tanggal
from spbe.site.page import Heading, Html, Page
from spbe.site.pages.kualitas_data import ikhtisar as quality
from spbe.site.pages.kualitas_data import perangkat_daerah as offices
from spbe.site.pages.kualitas_data import temuan
from spbe.site.pages.kualitas_data.figures import OFFICES_SHOWN
from spbe.site.pages.kualitas_data.ikhtisar import FEW
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.raw_regions import region_of, seen_by
from support.regions import ROOT, open_fast

DAY = date(2026, 4, 1)


def context_of(root: Path) -> SiteContext:
    opened = open_fast(root, DAY)
    assert opened.sound, opened.problems
    return SiteContext(view_of(opened, PUBLIC), environment(root), root)


def made(context: SiteContext) -> dict[str, Page]:
    return {page.address: page for page in (*quality.pages(context), *offices.pages(context), *temuan.pages(context))}


def parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(
        "".join(
            block.html if isinstance(block, Html) else f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>'
            for block in page.blocks
            if isinstance(block, Html | Heading)
        )
    )


@pytest.fixture(scope="module")
def sample() -> SiteContext:
    return context_of(ROOT)


def test_every_shortcoming_has_its_anchor_and_a_page_with_every_record(sample: SiteContext) -> None:
    pages = made(sample)
    main = parsed(pages["/kualitas-data/"])
    assert sample.shortcomings
    for one in sample.shortcomings:
        part = main.css_first(f'[id="{one.id}"]')
        assert f"spbe:/kualitas-data/{one.id}/" in {link.attributes["href"] for link in part.css("a")}
        assert len(part.css("li")) == min(FEW, len(one.nodes))
        rows = parsed(pages[f"/kualitas-data/{one.id}/"]).css(f'[id="kurang-{one.id}"] tbody tr')
        assert len(rows) == len(one.nodes)
        several = len({node.kind for node in one.nodes}) > 1
        assert all(len(row.css("th, td")) == 4 + several for row in rows), "one kind is told by the title"


def test_the_page_does_not_grow_with_what_is_missing() -> None:
    def region(offices: int, records: int) -> SiteContext:
        world = {
            "perangkat-daerah": [{"id": f"d{number}", "nama": f"Dinas {number}"} for number in range(offices)],
            "aplikasi": [
                {"id": f"a{number}", "nama": f"A {number}", "perangkat_daerah": f"d{number % offices}"}
                for number in range(records)
            ],
        }
        return SiteContext(seen_by(region_of(world), "publik"), environment(ROOT), ROOT)

    def size(page: Page) -> int:
        return sum(len(block.html) for block in page.blocks if isinstance(block, Html))

    few = made(region(2, 40))
    many = made(region(OFFICES_SHOWN + 20, 900))
    table = parsed(many["/kualitas-data/"]).css("#kualitas-perangkat-daerah tbody tr")
    assert len(table) == OFFICES_SHOWN // 2
    assert size(many["/kualitas-data/"]) < size(few["/kualitas-data/"]) + 700 * OFFICES_SHOWN // 2
    assert "/kualitas-data/belum-ditinjau/halaman_2/" in many
    assert max(map(size, many.values())) < 300_000


def test_offices_and_kinds_meet_in_exact_shares(sample: SiteContext) -> None:
    page = parsed(made(sample)["/kualitas-data/perangkat-daerah/"])
    headings = [" ".join(cell.text().split()) for cell in page.css("thead th")]
    place = headings.index("Aplikasi")
    cells = {row.css_first("th").text(): row.css("th, td")[place].text() for row in page.css("tbody tr")}
    mine = [one for one in sample.examined if one.owner == "dinkes" and one.node.kind == "aplikasi"]
    answered = sum(one.tally.answered for one in mine)
    assert cells["Dinkes"] == f"{100 * answered // sum(one.tally.total for one in mine)}%"
    assert len(page.css("tbody tr")) == len({one.owner for one in sample.examined})


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("2026-03-31", 0),
        ("2025-10-01", 0),
        ("2025-09-30", 1),
        ("2025-04-01", 1),
        ("2025-03-31", 2),
        ("2021", 4),
        (None, 5),
    ],
)
def test_ages_are_told_by_days_since_the_last_day_that_the_date_may_mean(written: str | None, group: int) -> None:
    record = Entri(id="a", nama="A", ditinjau=Tanggal.parse(written) if written else None)
    expected = [0] * (len(AGES) + 2)
    expected[group] = 1
    assert ages([record], DAY) == tuple(expected)


def test_fields_that_are_often_unknown_are_told_with_their_kind(sample: SiteContext) -> None:
    rows = parsed(made(sample)["/kualitas-data/"]).css('table[id="belum-diketahui"] tbody tr')
    unknown = sum(one.tally.unknown for one in sample.examined)
    assert unknown
    assert rows
    assert sum(int(row.css("td")[1].text()) for row in rows) <= unknown


def test_a_region_without_records_says_that_nothing_can_be_measured(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/profil.yaml").write_text("nama: Kosong\n", "utf-8")
    pages = made(context_of(tmp_path))
    assert list(pages) == ["/kualitas-data/"]
    assert "belum ada yang dapat diukur" in parsed(pages["/kualitas-data/"]).css_first(".kosong").text()
