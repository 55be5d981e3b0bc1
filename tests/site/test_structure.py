"""The structure of every page: what the standard asks for beyond syntax, and what assistive technology leans on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from support.built_sites import is_redirect, pages_of

SITES = ["arunika", "bandar-lampung", "madiun"]
POINTING = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "list", "headers")
INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary"
PHRASING_ONLY = "p, h1, h2, h3, h4, h5, h6, span, em, strong, small, code, button, label, dt, caption, time"
BLOCKS = "div, p, ul, ol, dl, table, figure, section, article, nav, details, h1, h2, h3, h4, h5, h6"
OUTDATED = "center, font, big, strike, tt, [align], [bgcolor], [border], table[summary], [valign], a[name]"
LANDMARKS = {"header": 1, "main": 1, "footer": 1}

Built = Callable[[str], Path]
Page = tuple[str, LexborHTMLParser]


def shown_in(site: Path) -> Iterator[Page]:
    """Every page of ``site``; redirects have no content."""
    return ((address, page) for address, page in pages_of(site).items() if not is_redirect(page))


def ids_pointed_to(page: LexborHTMLParser) -> Iterator[str]:
    for attribute in POINTING:
        for node in page.css(f"[{attribute}]"):
            yield from (node.attributes[attribute] or "").split()


def faults_in(page: LexborHTMLParser) -> Iterator[str]:
    """What a checker of the standard would say about the contents of elements."""
    ids = {node.attributes["id"] for node in page.css("[id]")}
    yield from (f"nothing has the id {name}" for name in ids_pointed_to(page) if name not in ids)
    for outer in page.css(INTERACTIVE):
        yield from (f"{inner.tag} in {outer.tag}" for inner in outer.css(INTERACTIVE) if inner.mem_id != outer.mem_id)
    for outer in page.css(PHRASING_ONLY):
        inner = next((one for one in outer.css(BLOCKS) if one.mem_id != outer.mem_id), None)
        if inner is not None and outer.tag != "dt":
            yield f"{inner.tag} in {outer.tag}: {outer.html[:80] if outer.html else ''}"
    yield from (f"outdated: {(node.html or '')[:80]}" for node in page.css(OUTDATED))
    yield from (f"not alone in {node.parent.tag}" for node in page.css("ul > *, ol > *") if node.tag != "li")
    yield from (f"{node.tag} in dl" for node in page.css("dl > *") if node.tag not in {"dt", "dd", "div"})
    yield from ("checkbox with autocomplete" for _ in page.css("input[type=checkbox][autocomplete]"))
    yield from ("img without alt" for _ in page.css("img:not([alt])"))
    yield from ("empty heading" for node in page.css("h1,h2,h3,h4,h5,h6") if not node.text(strip=True))
    for box in page.css(".tabel:not([aria-label])"):
        yield from ("table without caption" for table in box.css("table") if table.css_first("caption") is None)
    for table in page.css("table"):
        widths = {
            sum(int(cell.attributes.get("colspan") or 1) for cell in row.css("th, td")) for row in table.css("tr")
        }
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells"


@pytest.mark.parametrize("name", SITES)
def test_elements_hold_what_the_standard_allows(name: str, built: Built) -> None:
    found = [f"{address}: {fault}" for address, page in shown_in(built(name)) for fault in faults_in(page)]

    assert found == []


def test_faults_in_the_content_of_elements_are_seen() -> None:
    bad = """<label for="tiada">x</label><a href="#"><button>y</button></a><span><div>z</div></span>
    <ul><p>q</p></ul><img src="a.png"><h2></h2><dl><p></p></dl><font>b</font>
    <div class="tabel"><table><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></table></div>"""
    told = "\n".join(faults_in(LexborHTMLParser(bad)))

    for fault in (
        "the id tiada",
        "button in a",
        "div in span",
        "not alone in ul",
        "img without alt",
        "empty heading",
        "without caption",
        "rows of [1, 2] cells",
        "p in dl",
        "outdated: <font>",
    ):
        assert fault in told


@pytest.mark.parametrize("name", SITES)
def test_headings_begin_with_one_and_skip_no_level(name: str, built: Built) -> None:
    for address, page in shown_in(built(name)):
        levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, address
        content = levels[levels.index(1) :]
        assert all(after <= before + 1 for before, after in pairwise(content)), (address, levels)


@pytest.mark.parametrize("name", SITES)
def test_every_page_has_its_landmarks_and_navigations_have_names_of_their_own(name: str, built: Built) -> None:
    for address, page in shown_in(built(name)):
        top = {tag: len([node for node in page.css(tag) if not within_sections(node)]) for tag in LANDMARKS}
        assert top == LANDMARKS, address
        names = [
            node.attributes.get("aria-label") or node.attributes.get("aria-labelledby") for node in page.css("nav")
        ]
        assert None not in names, address
        assert len(names) == len(set(names)), (address, names)
        if address != "/404.html":  # its content begins after the head, which is short
            skip = page.css_first("a.md-skip").attributes["href"] or ""
            assert page.css_first(f'main [id="{skip.removeprefix("#")}"]') is not None, address


def within_sections(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in {"article", "section", "aside", "main"} and node.tag != "main":
            return True
        above = above.parent
    return False


@pytest.mark.parametrize("name", SITES)
def test_descriptions_are_sentences_of_a_useful_length(name: str, built: Built) -> None:
    for address, page in shown_in(built(name)):
        described = (page.css_first("meta[name=description]").attributes["content"] or "").strip()
        assert 20 <= len(described) <= 300, (address, described)
