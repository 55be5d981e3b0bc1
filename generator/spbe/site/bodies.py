"""The bodies of pages as a preview made them last: what is made of the same as before is not made again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import jinja2
from jinja2 import meta

from spbe.i18n import language
from spbe.site.page import Block
from spbe.site.templates import render

WHOLE: Final = frozenset({"region", "view"})
"""Names that every template may use; a body made of them may depend on anything."""

Context = dict[str, Any]


class Bodies:
    """Bodies by the addresses of their pages, each with the templates and the values that it was made of.

    Values are compared as values, so the sections must give templates nothing that changes in place.
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, Context, tuple[Block, ...]]] = {}
        self._templates: dict[tuple[jinja2.Environment, str], object] = {}

    def body(
        self, env: jinja2.Environment, template: str, address: str, own: Context, whole: Context
    ) -> tuple[Block, ...]:
        """The page at ``address`` that ``pages/<template>.html.j2`` makes of ``own`` and, if it must, of ``whole``."""
        sources = self._sources(env, f"pages/{template}.html.j2")
        if sources is None:
            return render(env, template, {**own, **whole})
        known = self._made.get(address)
        if known and known[0] == sources and known[1] == own:
            return known[2]
        blocks = render(env, template, {**own, **whole})
        self._made[address] = (sources, own, blocks)
        return blocks

    def _sources(self, env: jinja2.Environment, template: str) -> object:
        """What stands for the template and all that it uses; ``None`` when one of them looks at the whole region."""
        if not any(known is env for known, _name in self._templates):
            self._templates.clear()  # another plan: templates may have been edited
        if (env, template) not in self._templates:
            found = _closure(env, template)
            self._templates[env, template] = found and (language(), tuple(sorted(found.items())))
        return self._templates[env, template]


def _closure(env: jinja2.Environment, template: str) -> Mapping[str, str] | None:
    """The text of ``template`` and of every template that it names; ``None`` when that cannot be told or helps not."""
    texts: dict[str, str] = {}
    waiting: list[str | None] = [template]
    while waiting:
        name = waiting.pop()
        if name is None or env.loader is None:
            return None
        if name in texts:
            continue
        try:
            texts[name] = env.loader.get_source(env, name)[0]
            tree = env.parse(texts[name])
        except jinja2.TemplateError:
            return None  # rendering tells it, with its place
        if meta.find_undeclared_variables(tree) & WHOLE:
            return None
        waiting += meta.find_referenced_templates(tree)
    return texts
