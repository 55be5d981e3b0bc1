"""What stops with a record is told on its page with ways that exist, and ranked on one page for the region."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.dependence import DOMAINS, RULES, USERS
from spbe.catalogue.impact import FEW, Impact, impact_of
from spbe.editions import PUBLIC, Edition, redact
from spbe.model.aplikasi import Aplikasi
from spbe.model.kinds import KINDS, OFFICE
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from spbe.site.addresses import IMPACT, record_address
from spbe.site.components.impact_panel import exposed, impact_panel
from spbe.site.links import relative
from spbe.site.pages.arsitektur import catatan_dampak
from spbe.site.site_context import SiteContext
from spbe.site.templates import environment
from support.raw_regions import region_of, seen_by
from support.regions import ROOT, open_fast

Pairs = set[tuple[Node, Node]]


def page_at(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))


def words_of(node: LexborHTMLParser) -> str:
    return " ".join(node.text().split())


@pytest.fixture(scope="module")
def public() -> Edition:
    opened = open_fast(ROOT)
    return redact(opened.region, outcomes(opened.region), PUBLIC)


@pytest.fixture(scope="module")
def impact(public: Edition) -> Impact:
    return impact_of(public.region)


@pytest.fixture(scope="module")
def pairs(public: Edition) -> Pairs:
    """Who needs whom, read plainly from the records' own fields."""
    region = public.region
    today = {node for node, record in region.nodes() if getattr(record, "keadaan", "") == "saat-ini"}
    found: Pairs = set()
    for node in today:
        record = region.get(node)
        for relation in region.relations.outgoing.get(node, ()):
            other = relation.target
            if relation.planned or other not in today or node.kind not in DOMAINS:
                continue
            if other.kind == OFFICE and {("*", relation.field), (node.kind, relation.field)} & set(USERS):
                found.add((other, node))
            jenis = getattr(record, "jenis", None)
            for rule in RULES:
                if (rule.kind, rule.field, rule.other) != (node.kind, relation.field, other.kind):
                    continue
                if node.kind == "infrastruktur" and not rule.holds_for(jenis):
                    continue
                if rule.dependent != "arah":
                    found.add((node, other) if rule.dependent == "source" else (other, node))
        for one in record.integrasi if isinstance(record, Aplikasi) else ():
            partner = Node("aplikasi", one.aplikasi)
            if partner in today:
                found |= {(partner, node)} if one.arah in {"mengirim", "dua-arah"} else set()
                found |= {(node, partner)} if one.arah in {"menerima", "dua-arah"} else set()
    return found


def reached(start: Node, pairs: Pairs) -> dict[Node, int]:
    """What depends on ``start``, with its distance, by the plainest search."""
    needed_by: dict[Node, list[Node]] = {}
    for one, needed in pairs:
        needed_by.setdefault(needed, []).append(one)
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in needed_by.get(node, ()):
            if other not in found:
                found[other] = found[node] + 1
                waiting.append(other)
    del found[start]
    return found


def asked(impact: Impact) -> Iterator[Node]:
    return (node for node in impact.graph.nodes if node.kind != OFFICE)


def test_numbers_are_those_of_a_plain_search_for_every_record(impact: Impact, pairs: Pairs) -> None:
    for node in asked(impact):
        found = reached(node, pairs)
        told = impact.dependents(node)
        for kind in (OFFICE, *DOMAINS):
            assert told.counts.get(kind, 0) == sum(one.kind == kind for one in found), (node, kind)
        for paths in told.nearest.values():
            assert [path.distance for path in paths] == sorted(found[path.end] for path in paths), node


def test_every_step_of_every_told_path_is_a_relation_of_a_record(impact: Impact, pairs: Pairs) -> None:
    walked = 0
    for node in asked(impact):
        for path in (one for paths in impact.dependents(node).nearest.values() for one in paths):
            assert path.steps[0] == node
            for needed, needing in zip(path.steps, path.steps[1:], strict=False):
                assert (needing, needed) in pairs, path
                walked += 1
        for path in (one for paths in impact.needs(node).nearest.values() for one in paths):
            for needing, needed in zip(path.steps, path.steps[1:], strict=False):
                assert (needing, needed) in pairs, path
    assert walked > 1000


def test_a_page_lists_the_services_that_stop_with_their_ways(
    impact: Impact, public: Edition, built: Callable[[str], Path]
) -> None:
    site, told = built("arunika"), 0
    for node in asked(impact):
        if node.kind not in {"aplikasi", "infrastruktur", "data"}:
            continue
        address = record_address(node)
        page = page_at(site, address)
        strip = page.css_first('.ringkas a[href="#dampak"]')
        assert strip is not None, address
        assert page.css_first("#dampak") is not None
        services = impact.dependents(node).nearest.get("layanan", ())
        items = {li.css_first("a").attributes["href"]: words_of(li) for li in page.css(".dampak li")}
        for path in services:
            item = items[relative(record_address(path.end), address)]
            assert item.count("←") == len(path.between)
            for step in path.between:
                assert public.region.name(step) in item
            told += 1
        if services:
            near, far = impact.count_direct(node, "layanan"), impact.count(node, "layanan")
            assert (f"{near} layanan langsung" in strip.text()) == (near > 0)
            assert (f"{far} layanan termasuk" in strip.text()) == (near == 0)
            assert (f"{near} layanan langsung, {far} termasuk dampak tidak langsung" in strip.text()) == (
                0 < near < far
            )
    assert told > 100


def test_records_that_are_planned_or_retired_tell_of_no_stop(public: Edition, built: Callable[[str], Path]) -> None:
    seen = 0
    for kind in DOMAINS:
        for name, record in public.region.records[kind].items():
            if getattr(record, "keadaan", "") != "saat-ini":
                page = page_at(built("arunika"), record_address(Node(kind, name)))
                assert page.css_first("#dampak") is None, name
                words = "masih berupa rencana" if record.keadaan == "rencana" else "dihentikan"  # type: ignore[attr-defined]
                assert words in page.css_first(".inti").text(), name
                seen += 1
    assert seen > 5


def test_the_ranking_leads_to_each_record_s_own_section(impact: Impact, built: Callable[[str], Path]) -> None:
    page = page_at(built("arunika"), IMPACT)
    rows = [
        (
            row.css_first("th a").attributes["href"],
            *(int(cell.text()) for cell in row.css("td.angka, td[data-urut]")[:5]),
        )
        for row in page.css("#dampak tbody tr")
    ]
    counts = {
        f"{relative(record_address(node), IMPACT)}#dampak": tuple(
            number
            for numbers in (
                (impact.count_direct(node, "layanan"), impact.count(node, "layanan")),
                (impact.count_direct(node, OFFICE), impact.count(node, OFFICE)),
                (impact.count(node, "aplikasi"),),
            )
            for number in numbers
        )
        for node in asked(impact)
    }

    assert len(rows) > 50
    assert [row[1:] for row in rows] == [counts[str(row[0])] for row in rows]
    assert [row[1:] for row in rows] == sorted((row[1:] for row in rows), reverse=True)
    assert {where for where, found in counts.items() if found[1] or found[4]} == {row[0] for row in rows}


def context_of(world: Mapping[str, Sequence[dict[str, Any]]]) -> SiteContext:
    return SiteContext(seen_by(region_of(world), "internal"), environment(ROOT), ROOT)


@pytest.mark.parametrize("number", [KINDS["layanan"].paths + FEW, KINDS["layanan"].paths + FEW + 1])
def test_more_services_than_a_page_tells_are_on_a_page_of_their_own(number: int) -> None:
    services = [{"id": f"l{one}"} for one in range(number)]
    context = context_of({"layanan": services, "aplikasi": [{"id": "a", "layanan": [one["id"] for one in services]}]})
    node = Node("aplikasi", "a")
    told = impact_panel(context, node, context.region.records["aplikasi"]["a"])
    assert told is not None
    listed = told.lists[0]
    addresses = {page.address for page in catatan_dampak.pages(context)}

    assert listed.more == number - len(listed.direct)
    assert listed.more == 0 or listed.more > FEW, "a few more are told rather than counted"
    assert (told.address in addresses) == (listed.more > 0)
    assert (f"{record_address(node)}dampak/" in addresses) == (listed.more > 0)


CHAIN: dict[str, list[dict[str, Any]]] = {
    "infrastruktur": [
        {"id": "pusat", "jenis": "pusat-data"},
        {"id": "server", "jenis": "server", "fasilitas": ["pusat"]},
        {"id": "sepi", "jenis": "server"},
    ],
    "aplikasi": [
        {"id": "a", "infrastruktur": ["server"], "layanan": ["dekat"], "data_dipakai": ["d"]},
        {"id": "b", "layanan": ["jauh"], "integrasi": [{"aplikasi": "a", "arah": "menerima"}]},
    ],
    "data": [{"id": "d"}],
    "layanan": [{"id": "dekat"}, {"id": "jauh"}],
}


@pytest.mark.parametrize("name", ["infrastruktur/pusat", "infrastruktur/server", "data/d", "aplikasi/a"])
def test_direct_is_what_an_application_on_it_carries_and_not_what_its_partners_do(name: str) -> None:
    context, node = context_of(CHAIN), Node(*name.split("/"))
    near, far = Node("layanan", "dekat"), Node("layanan", "jauh")
    told = impact_panel(context, node, context.region.records[node.kind][node.id])

    assert (context.impact.count_direct(node, "layanan"), context.impact.count(node, "layanan")) == (1, 2)
    assert context.impact.is_direct(node, near)
    assert not context.impact.is_direct(node, far)
    assert told is not None
    assert told.short == "1 layanan langsung, 2 termasuk dampak tidak langsung"
    assert [one.node for one in told.lists[0].direct] == [near]
    assert [one.node for one in told.lists[0].indirect] == [far]


def test_the_arrow_is_explained_only_where_one_is_drawn() -> None:
    context = context_of(
        {"layanan": [{"id": "l"}], "aplikasi": [{"id": "a", "layanan": ["l"]}]} | {"data": CHAIN["data"]}
    )
    alone = impact_panel(context, Node("aplikasi", "a"), context.region.records["aplikasi"]["a"])
    assert alone is not None
    assert alone.lists
    assert not alone.has_ways
    chain = context_of(CHAIN)
    server = impact_panel(chain, Node("infrastruktur", "server"), chain.region.records["infrastruktur"]["server"])
    assert server is not None
    assert server.has_ways


def exposure(**fields: object) -> str | None:
    record = {"id": "k", "jenis": "audit", "melindungi": {"aplikasi": ["a"]}, **fields}
    region = region_of({"aplikasi": [{"id": "a"}, {"id": "b"}], "keamanan": [record]})
    node = Node("keamanan", "k")
    found = region.get(node)
    assert found is not None
    return exposed(SiteContext(seen_by(region, "internal"), environment(ROOT), ROOT), node, found)


def test_only_what_is_protected_today_becomes_more_exposed() -> None:
    planned = {"rencana": {"melindungi": {"aplikasi": ["a", "b"]}}}
    assert "1 aplikasi" in (exposure() or "")
    assert exposure(**planned) == exposure()
    assert exposure(melindungi={}, **planned) is None
    assert exposure(hasil="belum-dilaksanakan") is None
