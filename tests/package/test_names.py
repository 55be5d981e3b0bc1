"""A name means one thing in the whole package."""

from __future__ import annotations

import ast
from collections import defaultdict

from support.regions import ROOT

PACKAGE = ROOT / "generator" / "spbe"


ADDRESSED = "site/pages/"
"""Modules in there are called by the words of an address, which may come again below another."""


def test_no_two_modules_have_the_same_name() -> None:
    places = (path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py")))
    found: dict[str, list[str]] = defaultdict(list)
    for place in places:
        name = place.rpartition("/")[2]
        if not name.startswith("__") and not place.startswith(ADDRESSED):
            found[name].append(place)
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_no_two_classes_have_the_same_name() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_a_class_is_said_to_be_something_before_its_fields_are_explained() -> None:
    found = [
        f"{path.relative_to(PACKAGE).as_posix()}: {node.name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and (ast.get_docstring(node) or "").startswith("``")
    ]
    assert found == []
