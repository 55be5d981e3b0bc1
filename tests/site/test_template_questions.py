"""A template says what it is given: what is true is decided in the code beside it, where types and tests see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from spbe.site.templates import environment
from support.regions import ROOT

PAGES = ROOT / "site_templates/pages"
ASKED = {
    "perubahan/ikhtisar": "which sentence says why there is no history",
    "indeks/ikhtisar": "which marks the key of the chart explains",
    "indeks/laporan": "why an answer names no evidence",
    "indeks/langkah": "which option of a select is chosen",
}
"""Pages that ask which of a closed list a value is, to choose the words for it."""


def name_of(path: Path) -> str:
    return path.relative_to(PAGES).as_posix().removesuffix(".html.j2")


def is_number(node: nodes.Expr) -> bool:
    """A count: a length, or a number written there."""
    if isinstance(node, nodes.Filter):
        return node.name == "length"
    return isinstance(node, nodes.Const) and isinstance(node.value, int)


def decisions(tree: nodes.Template) -> Iterator[str]:
    """Comparisons that are none of counts, and questions to the region."""
    for one in tree.find_all(nodes.Compare):
        if not any(is_number(side) for side in (one.expr, *(other.expr for other in one.ops))):
            yield f"line {one.lineno}: a comparison of values"
    for call in tree.find_all(nodes.Call):
        asked = call.node
        if isinstance(asked, nodes.Getattr) and asked.attr in {"get", "present", "absence", "name"}:
            yield f"line {call.lineno}: {asked.attr}"
        if isinstance(asked, nodes.Name) and asked.name == "Node":
            yield f"line {call.lineno}: Node"


@pytest.fixture(scope="module")
def templates() -> jinja2.Environment:
    return environment(ROOT)


def test_no_page_decides_what_is_true(templates: jinja2.Environment) -> None:
    found = {name_of(path): list(decisions(templates.parse(path.read_text("utf-8")))) for path in PAGES.rglob("*.j2")}
    assert {name: told for name, told in found.items() if told and name not in ASKED} == {}
    assert {name for name in ASKED if not found[name]} == set()


def test_a_decision_is_seen(templates: jinja2.Environment) -> None:
    said = '{% if a.date < b.date %}{% endif %}{% if a.kode in ("RAA",) %}{% endif %}{{ region.get(Node("x", "y")) }}'
    assert len(list(decisions(templates.parse(said)))) == 4
    plain = "{% if rows | length > 3 %}{% endif %}{% if means.versions > 1 %}{% endif %}{{ at(address) }}"
    assert list(decisions(templates.parse(plain))) == []
