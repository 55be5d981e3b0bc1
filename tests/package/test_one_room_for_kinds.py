"""What must be said of a kind is said in one room: no table by kind elsewhere, no kind asked for by a literal."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from spbe.model.kinds import KINDS
from support.package_sources import modules

DECLARED = ("model/", "standards/", "site/kind_presentations.py")
"""Where kinds are declared; what the fields of the model and the nation's rules are called is there too."""

TABLES = {
    "catalogue/claims/security.py": "what an indicator asks to be audited",
    "catalogue/similarity.py": "reasons for an overlap, which have such names",
    "catalogue/dependence.py": "one relation each: what it means is declared there",
    "site/pages/arsitektur/overlap_reasons.py": "reasons for an overlap, which have such names",
}


NAMED = rf"""["']({"|".join(KINDS)})["']|\bOFFICE\b"""
"""How the text of a module names a kind."""


def elsewhere() -> Iterator[tuple[str, ast.Module]]:
    """The modules that name a kind where none is declared."""
    return ((place, tree) for place, tree in modules(NAMED) if not place.startswith(DECLARED))


def slug_of(node: ast.expr | None) -> str | None:
    """The kind that ``node`` names, alone or as the first of a tuple."""
    first = node.elts[0] if isinstance(node, ast.Tuple) and node.elts else node
    if isinstance(first, ast.Name) and first.id == "OFFICE":
        return "perangkat-daerah"
    return first.value if isinstance(first, ast.Constant) and first.value in KINDS else None


def tables(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and len({slug_of(key) for key in node.keys} - {None}) > 1:
            yield node.lineno


def comparisons(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            asked = any(_name(side) in {"kind", "slug"} for side in sides)
            told = [one for side in sides for one in (side.elts if isinstance(side, ast.Set | ast.Tuple) else [side])]
            if asked and any(isinstance(one, ast.Constant) and one.value in KINDS for one in told):
                yield node.lineno


def _name(node: ast.expr) -> str:
    return str(getattr(node, "attr", getattr(node, "id", "")))


def test_no_module_keeps_a_table_by_kind() -> None:
    found = {place: lines for place, tree in elsewhere() if (lines := list(tables(tree)))}
    assert {place: lines for place, lines in found.items() if place not in TABLES} == {}
    assert TABLES.keys() <= found.keys()


def test_no_module_asks_for_a_kind_by_a_literal() -> None:
    found = {place: lines for place, tree in elsewhere() if (lines := list(comparisons(tree)))}
    assert found == {}  # a question about records of one class asks ``kind_of`` that class


def test_a_table_and_a_literal_are_seen() -> None:
    said = 'X = {"aplikasi": 1, OFFICE: 2}\nY = {("data", ""): 1, ("layanan", ""): 2}\nZ = {"data": 1, "nama": 2}'
    asked = 'node.kind == "data"\nkind in {"aplikasi", "bukti"}\nname == "data"\nkind == "entah"'
    assert list(tables(ast.parse(said))) == [1, 2]
    assert list(comparisons(ast.parse(asked))) == [1, 2]
