"""docs/rujukan/ is what the program is: no command, option, field, rule or variable is left out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2 import meta, nodes
from tools.rujukan.__main__ import FOLDER, pages
from tools.rujukan.templat import COMMON, OVERRIDE_GLOBALS, declared_variables, template_files

from spbe.checks import open_region
from spbe.editions import INTERNAL
from spbe.history import view_of
from spbe.problems import RULES
from spbe.site import desk, plan, problem_site
from spbe.site.pages.masalah import ikhtisar as masalah
from spbe.site.templates import environment, render
from support.regions import ROOT

PAGES = sorted(pages())
TEMPLATES = template_files()
OF_PAGES = [name for name in TEMPLATES if name.startswith("pages/")]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name: str) -> None:
    """When this fails: ``make rujukan``, and read what has changed."""
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name]


def test_no_page_is_left_over() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == PAGES


def used_in(name: str) -> set[str]:
    """The variables that a template really reads."""
    source = TEMPLATES[name].read_text(encoding="utf-8")
    env = environment(ROOT)
    env.filters["url"] = str  # MkDocs has it for the overrides
    tree = env.parse(source)
    own = {node.target.name for node in tree.find_all(nodes.Assign) if isinstance(node.target, nodes.Name)}
    return meta.find_undeclared_variables(tree) - own - set(env.globals) - set(OVERRIDE_GLOBALS)


def declared_in(name: str) -> dict[str, str]:
    return declared_variables(TEMPLATES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_uses_only_what_it_declares(name: str) -> None:
    common = COMMON if name in OF_PAGES else {}
    assert used_in(name) <= declared_in(name).keys() | common.keys()


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in OF_PAGES])
def test_a_part_declares_only_what_it_uses(name: str) -> None:
    assert declared_in(name).keys() == used_in(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_variable_is_explained(name: str) -> None:
    assert [variable for variable, told in declared_in(name).items() if not told] == []


@pytest.fixture(scope="module")
def passed() -> dict[str, set[frozenset[str]]]:
    """Page template to the sets of names that its sections pass, over the whole sample region."""
    found: dict[str, set[frozenset[str]]] = {}

    def listen(env: jinja2.Environment, template: str, context: Mapping[str, Any]) -> Any:
        found.setdefault(f"pages/{template}.html.j2", set()).add(frozenset(context))
        return render(env, template, context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "render", listen)
        patch.setattr(masalah, "render", listen)
        opened = open_region(ROOT)
        plan(view_of(opened, INTERNAL), ROOT)
        problem_site([RULES["yaml-kosong"].at("a.yaml", 1, 1)], "Uji")
    return found


@pytest.mark.parametrize("name", OF_PAGES)
def test_a_page_declares_what_its_section_passes(name: str, passed: dict[str, set[frozenset[str]]]) -> None:
    common = {"page_title"} if name == "pages/masalah/ikhtisar.html.j2" else COMMON.keys()
    assert passed[name] == {frozenset(declared_in(name).keys() | common)}


def test_a_template_without_a_declaration_is_refused() -> None:
    with pytest.raises(KeyError, match="variables"):
        declared_variables("<p>{{ page_title }}</p>")


def test_every_rule_is_in_the_reference() -> None:
    text = Path(FOLDER, "aturan.md").read_text(encoding="utf-8")
    assert [name for name in RULES if f"### {name}\n" not in text] == []
