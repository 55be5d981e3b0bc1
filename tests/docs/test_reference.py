"""docs/rujukan/ is what the program is: no command, option, field, rule or variable is left out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes
from tools.rujukan.__main__ import FOLDER, pages
from tools.rujukan.contoh import IN_WORDS
from tools.rujukan.templat import COMMON, OVERRIDE_GLOBALS, declared_variables, template_files, variables_in

from spbe.model.sensitive import sensitive_parts
from spbe.problems import RULES
from spbe.problems.rules import FAMILIES
from spbe.site.templates import environment
from support.regions import ROOT

PAGES = sorted(["../../content/panduan/aturan.md", *(path.name for path in FOLDER.iterdir())])
TEMPLATES = template_files()
OF_PAGES = [name for name in TEMPLATES if name.startswith("pages/")]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name: str) -> None:
    """When this fails: ``make rujukan``, and read what has changed."""
    assert (FOLDER / name).read_text(encoding="utf-8") == written()[name]


def test_no_page_is_missing_and_none_left_over() -> None:
    assert sorted(written()) == PAGES


def test_every_rule_has_a_ground_and_an_example_on_its_page() -> None:
    parts = re.split(r"^### (.+)$", written()["aturan.md"], flags=re.MULTILINE)
    told = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert list(told) == [rule.id for family in FAMILIES for rule in family.FAMILY]
    assert [name for name, text in told.items() if text.strip().startswith("- ") or "\nContoh" not in text] == []
    assert set(IN_WORDS) <= RULES.keys()


def test_the_page_of_rules_shows_no_secret() -> None:
    assert [part.rule for part in sensitive_parts(written()["aturan.md"])] == []


@cache
def written() -> dict[str, str]:
    """What ``make rujukan`` writes, by file."""
    return pages()


def used_in(name: str) -> set[str]:
    """The variables that a template really reads."""
    source = TEMPLATES[name].read_text(encoding="utf-8")
    env = environment(ROOT)
    env.filters["url"] = str  # MkDocs has it for the overrides
    tree = env.parse(source)
    own = {node.target.name for node in tree.find_all(nodes.Assign) if isinstance(node.target, nodes.Name)}
    return meta.find_undeclared_variables(tree) - own - set(env.globals) - set(OVERRIDE_GLOBALS)


def declared_in(name: str) -> dict[str, str]:
    return dict(variables_in(name, TEMPLATES[name].read_text(encoding="utf-8")))


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


@pytest.mark.parametrize("name", OF_PAGES)
def test_a_page_receives_what_it_uses_and_nothing_else(name: str) -> None:
    included = Environment(autoescape=True).parse(TEMPLATES[name].read_text(encoding="utf-8"))
    others = [one.template.value for one in included.find_all(nodes.Include) if isinstance(one.template, nodes.Const)]
    used = set().union(used_in(name), *map(used_in, others))
    assert declared_in(name).keys() == used - COMMON.keys()


def test_a_template_without_a_declaration_is_refused() -> None:
    with pytest.raises(KeyError, match="variables"):
        declared_variables("<p>{{ page_title }}</p>")


def test_every_rule_is_in_the_reference() -> None:
    text = Path(FOLDER, "aturan.md").read_text(encoding="utf-8")
    assert [name for name in RULES if f"### {name}\n" not in text] == []
