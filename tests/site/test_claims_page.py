"""Claims stand on one page for assessors and on each indicator's page, with their records and their reasoning."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.claims import LABELS, VERDICTS, Claim, Verdict, claims_of
from spbe.editions import Audience, Edition, EditionName
from spbe.editions.audience import LOOKED_AT
from spbe.history import view_of
from spbe.i18n import about, gettext
from spbe.site import Site, plan
from spbe.site.page import Heading, Html, Page
from spbe.site.pages.indeks.kesesuaian import FEW
from support.regions import ROOT, open_fast

TODAY = date(2026, 5, 1)


@pytest.fixture(scope="module", params=["publik", "internal"])
def told(request: pytest.FixtureRequest) -> tuple[EditionName, Edition, Site]:
    """The sample in one edition."""
    edition: EditionName = request.param
    view = view_of(open_fast(ROOT, TODAY), Audience(edition))
    return edition, view, plan(view, ROOT)


def claims_in(view: Edition) -> tuple[Claim, ...]:
    """The claims of 2025 as readers of ``view`` get them."""
    return claims_of(view.region, view.outcomes, view.visible_fields, whole=view.audience.is_whole)["2025"]


def label(verdict: Verdict, edition: EditionName) -> str:
    with about(LOOKED_AT[edition]):
        return gettext(LABELS[verdict])


def page_at(site: Site, address: str) -> Page:
    return next(page for page in site.pages if page.address == address)


def parsed(page: Page) -> LexborHTMLParser:
    parts = (
        block.html if isinstance(block, Html) else f'<h{block.level} id="{block.id}">{block.text}</h{block.level}>'
        for block in page.blocks
        if isinstance(block, Html | Heading)
    )
    return LexborHTMLParser("".join(parts))


def words(node: object) -> str:
    return " ".join(str(getattr(node, "text", str)()).split())


def test_the_newest_assessments_of_each_instrument_have_the_page(told: tuple[EditionName, Edition, Site]) -> None:
    edition, _view, site = told
    pages = {page.address for page in site.pages if page.address.endswith("/kesesuaian/")}
    drafts = {"/indeks/2026-pemdi/kesesuaian/"} if edition == "internal" else set()
    assert pages == {"/indeks/2025/kesesuaian/"} | drafts


def test_every_claim_is_a_row_and_the_worst_come_first(told: tuple[EditionName, Edition, Site]) -> None:
    edition, view, site = told
    rows = parsed(page_at(site, "/indeks/2025/kesesuaian/")).css("#kesesuaian tbody tr")
    verdicts = [words(row.css("td")[0]) for row in rows]
    assert len(rows) == len(claims_in(view))
    order = [label(verdict, edition) for verdict in VERDICTS]
    assert verdicts == sorted(verdicts, key=order.index)
    assert label("meragukan", edition) in verdicts
    assert label("selaras", edition) in verdicts
    assert ("Belum terlihat pada data terbuka" in verdicts) == (edition == "publik")


def test_the_counts_are_those_of_the_rows(told: tuple[EditionName, Edition, Site]) -> None:
    edition, view, site = told
    found = parsed(page_at(site, "/indeks/2025/kesesuaian/")).css(".kesesuaian__hitung strong")
    assert [int(words(one)) for one in found] == [
        sum(claim.verdict == verdict for claim in claims_in(view))
        for verdict in VERDICTS
        if verdict != "belum-terlihat" or edition != "internal"
    ]


def test_each_row_leads_to_the_claim_on_the_indicators_page(told: tuple[EditionName, Edition, Site]) -> None:
    _edition, view, site = told
    for code in {claim.code for claim in claims_in(view)}:
        page = parsed(page_at(site, f"/indikator/permenpanrb-59-2020/{code}/"))
        assert page.css_first("h2#arsitektur") is not None
        assert len(page.css(".kesesuaian")) == sum(claim.code == code for claim in claims_in(view))


def test_a_claim_lists_its_records_and_its_reasoning(told: tuple[EditionName, Edition, Site]) -> None:
    _edition, view, site = told
    claim = next(one for one in claims_in(view) if one.rule.id == "aplikasi-terdata")
    page = parsed(page_at(site, "/indikator/permenpanrb-59-2020/I15/"))
    told_there = words(page.css_first(".kesesuaian"))
    assert claim.rule.statement in told_there
    assert claim.rule.reasoning in told_there
    against = [view.region.name(fact.subject) for fact in claim.facts if fact.state in {"tidak", "belum-terlihat"}]
    assert against
    assert all(name in told_there for name in against)


def test_a_long_list_of_what_bears_a_claim_out_is_cut_and_counted(told: tuple[EditionName, Edition, Site]) -> None:
    _edition, view, site = told
    claim = next(one for one in claims_in(view) if one.rule.id == "jaringan-opd")
    number = sum(fact.state == "ya" for fact in claim.facts)
    text = words(parsed(page_at(site, "/indikator/permenpanrb-59-2020/I17/")).css_first("body"))
    assert number > FEW
    assert f"dan {number - FEW} lainnya" in text


def test_attempts_are_marked(told: tuple[EditionName, Edition, Site]) -> None:
    edition, _view, site = told
    if edition == "publik":
        assert "ercobaan" not in words(parsed(page_at(site, "/indeks/2025/kesesuaian/")).css_first("body"))
    else:
        assert "Percobaan" in words(parsed(page_at(site, "/indeks/2026-pemdi/kesesuaian/")).css_first("body"))
        page = parsed(page_at(site, "/indikator/permenpanrb-8-2026/I13/"))
        assert words(page.css_first(".kesesuaian__coba")) == "percobaan"


def test_the_page_names_the_date_of_the_records_and_that_the_score_stays(
    told: tuple[EditionName, Edition, Site],
) -> None:
    _edition, _view, site = told
    text = words(parsed(page_at(site, "/indeks/2025/kesesuaian/")).css_first("body"))
    assert "per 1 Mei 2026" in text
    assert "tidak mengubah nilai" in text
