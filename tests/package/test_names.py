"""A name means one thing in the whole package."""

from __future__ import annotations

import ast
import re
from collections import defaultdict

from support.package_sources import PACKAGE, modules

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
        for name in re.findall(r"^class ([^\W_]\w*)", path.read_text("utf-8"), re.MULTILINE):
            found[name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: places for name, places in found.items() if len(places) > 1} == {}


def test_a_class_is_said_to_be_something_before_its_fields_are_explained() -> None:
    found = [
        f"{place}: {node.name}"
        for place, tree in modules(r'(?s)\bclass .*"""``')
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and (ast.get_docstring(node) or "").startswith("``")
    ]
    assert found == []
