"""What templates say of themselves: the names that they give, mention and use, read from their syntax trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import jinja2
from jinja2 import meta, nodes


@dataclass(frozen=True)
class ParsedTemplate:
    """What others may take from a template; made once for each text, for most ship with the program or the theme."""

    tree: nodes.Template

    @cached_property
    def given(self) -> frozenset[str]:
        """What it gives to those that import or extend it."""
        return frozenset(top_names(self.tree))

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """Every name in it."""
        return frozenset(one.name for one in self.tree.find_all(nodes.Name))

    @cached_property
    def used(self) -> frozenset[str]:
        """The templates that it names."""
        return frozenset(name for name in meta.find_referenced_templates(self.tree) if name)


@lru_cache(maxsize=1000)
def parsed_template(source: str, *, of_theme: bool) -> ParsedTemplate:
    """The template whose text is ``source``. Raises :class:`jinja2.TemplateSyntaxError`."""
    return ParsedTemplate(_parser(of_theme=of_theme).parse(source))


@cache
def _parser(*, of_theme: bool) -> jinja2.Environment:
    return jinja2.Environment(extensions=["jinja2.ext.i18n"] if of_theme else ())  # noqa: S701  (only parsed)


def names_in(node: nodes.Node) -> Iterator[nodes.Name]:
    """The names in ``node``, itself included."""
    yield from (one for one in (node, *node.find_all(nodes.Name)) if isinstance(one, nodes.Name))


def top_names(tree: nodes.Template) -> set[str]:
    """What a template gives to those that import or extend it."""
    found = {macro.name for macro in tree.find_all(nodes.Macro)}
    for one in tree.find_all((nodes.Assign, nodes.AssignBlock)):
        target = one.target  # type: ignore[attr-defined]
        found |= {name.name for name in names_in(target)}
    found |= {one.target for one in tree.find_all(nodes.Import)}
    for each in tree.find_all(nodes.FromImport):
        found |= {name[1] if isinstance(name, tuple) else name for name in each.names}
    return found
