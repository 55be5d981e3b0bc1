"""What stops with a record is told on its page with ways that exist, and ranked on one page for the region."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from spbe.catalogue.dependence import DOMAINS, OFFICE, RULES, USERS
from spbe.catalogue.impact import SHOWN, Impact, impact_of
from spbe.checks import open_region
from spbe.editions import View, reduce
from spbe.model.aplikasi import Aplikasi
from spbe.region import Node
from spbe.scoring.outcomes import outcomes
from spbe.site.addresses import IMPACT, record_address
from spbe.site.links import relative

Pairs = set[tuple[Node, Node]]


def page_at(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address.strip("/") / "index.html").read_text("utf-8"))


def words_of(node: LexborHTMLParser) -> str:
    return " ".join(node.text().split())


@pytest.fixture(scope="module")
def public(built: Callable[[str], Path]) -> View:
    opened = open_region(built("arunika").parent)
    return reduce(opened.region, outcomes(opened.region), "publik")


@pytest.fixture(scope="module")
def impact(public: View) -> Impact:
    return impact_of(public.region, public.lost, public.visible_fields)


@pytest.fixture(scope="module")
def pairs(public: View) -> Pairs:
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
    impact: Impact, public: View, built: Callable[[str], Path]
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
            assert f"{impact.dependents(node).counts['layanan']} layanan" in strip.text()
    assert told > 100


def test_records_that_are_planned_or_retired_tell_of_no_stop(public: View, built: Callable[[str], Path]) -> None:
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


def test_a_shortened_list_says_so_and_its_numbers_are_lower_bounds(
    impact: Impact, built: Callable[[str], Path]
) -> None:
    shortened = [node for node in asked(impact) if node.kind == "aplikasi" and impact.dependents(node).hidden]
    whole = [node for node in asked(impact) if node.kind == "aplikasi" and not impact.dependents(node).at_least]
    assert shortened
    assert whole

    for node in shortened:
        page = page_at(built("arunika"), record_address(node))
        assert "ada catatan yang tidak ditampilkan" in words_of(page.css_first(".spbe-isi"))
        assert page.css_first('.ringkas a[href="#dampak"]').text().startswith(("sedikitnya", "tidak dapat dinilai"))
    for node in whole:
        page = page_at(built("arunika"), record_address(node))
        assert "sedikitnya" not in page.css_first('.ringkas a[href="#dampak"]').text()


def test_the_ranking_leads_to_each_record_s_own_section(impact: Impact, built: Callable[[str], Path]) -> None:
    page = page_at(built("arunika"), IMPACT)
    rows = [
        (
            row.css_first("th a").attributes["href"],
            *(int(cell.text()) for cell in row.css("td.angka, td[data-urut]")[:3]),
        )
        for row in page.css("#dampak tbody tr")
    ]
    counts = {
        f"{relative(record_address(node), IMPACT)}#dampak": tuple(
            impact.count(node, kind) for kind in ("layanan", OFFICE, "aplikasi")
        )
        for node in asked(impact)
    }

    assert len(rows) > 50
    assert [row[1:] for row in rows] == [counts[str(row[0])] for row in rows]
    assert [row[1:] for row in rows] == sorted((row[1:] for row in rows), reverse=True)
    assert {where for where, found in counts.items() if found[0] or found[2]} == {row[0] for row in rows}


def test_more_services_than_a_page_tells_are_on_a_page_of_their_own(
    impact: Impact, built: Callable[[str], Path]
) -> None:
    assert impact.long_lists
    for node in impact.long_lists:
        page = page_at(built("arunika"), f"{record_address(node)}dampak/")
        above = page_at(built("arunika"), record_address(node))
        assert len(page.css("tbody tr")) == impact.count(node, "layanan") > SHOWN["layanan"]
        assert any(link.attributes["href"] == "dampak/" for link in above.css(".spbe-isi a"))
