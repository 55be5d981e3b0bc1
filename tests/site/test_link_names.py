"""On a page, links of one name lead to one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborNode

from support.built_sites import pages_of
from support.regions import ROOT, open_fast

pytestmark = pytest.mark.slow

WITH_CONTEXT = {"table", "svg"}
"""Where row, column or place tell the links of one name apart."""


def above(node: LexborNode) -> Iterator[str]:
    while node.parent is not None:
        node = node.parent
        yield node.tag or ""


def test_links_of_one_name_lead_to_one_place(built: Callable[[str], Path]) -> None:
    """Two records may have one name; whoever wrote them answers for that."""
    names = [record.nama for _node, record in open_fast(ROOT).region.nodes()]
    twins = {name for name in names if names.count(name) > 1}
    wrong: dict[tuple[str, str], list[str]] = {}
    for address, page in pages_of(built("arunika")).items():
        places: dict[str, set[str]] = defaultdict(set)
        for link in page.css("#menu a, .spbe-isi a:not(.headerlink)"):
            if not WITH_CONTEXT & set(above(link)):
                name = " ".join((link.attributes.get("aria-label") or link.text()).split())
                target = urljoin(address, link.attributes["href"] or "")
                if not target.startswith(f"{address}#"):  # a part of this page
                    places[name].add(target.partition("#")[0])
        for name, found in places.items():
            if len(found) > 1 and name and not any(twin in name for twin in twins):
                wrong[address, name] = sorted(found)
    assert wrong == {}, "\n".join(f"{one} {two}" for one, two in wrong.items())
