"""The bodies of pages as a preview made them last: what is made of the same as before is not made again."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Final, TypeVar, cast

import jinja2

from spbe.i18n import language
from spbe.site.page import Block
from spbe.site.templates import render

WHOLE: Final = frozenset({"region", "view"})
"""Names that every template may use; a body made of them may depend on anything."""
_NAMING: Final = frozenset({"extends", "include", "import", "from"})
_AFTER_NAME: Final = frozenset({"as", "import", "ignore", "with", "without"})

Context = dict[str, Any]
T = TypeVar("T")


class RenderCache:
    """Bodies by the addresses of their pages, each with the templates and the values that it was made of.

    Values are compared as values, so the pages must give templates nothing that changes in place.
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, Context, tuple[Block, ...]]] = {}
        self._templates: dict[tuple[jinja2.Environment, str], object] = {}
        self._named: dict[str, tuple[str | None, ...] | None] = {}
        self._others: dict[str, tuple[object, object]] = {}

    def same(self, name: str, made_of: object, make: Callable[[], T]) -> T:
        """What ``make`` gives, or gave when the thing called ``name`` was last made, if it was of the same."""
        known = self._others.get(name)
        if known and known[0] == made_of:
            return cast("T", known[1])
        made = make()
        self._others[name] = (made_of, made)
        return made

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
            found = self._closure(env, template)
            self._templates[env, template] = found and (language(), tuple(sorted(found.items())))
        return self._templates[env, template]

    def _closure(self, env: jinja2.Environment, template: str) -> Mapping[str, str] | None:
        """The text of ``template`` and of every template that it names; ``None`` when it looks at the whole region.

        Or when one of them cannot be used: rendering tells that, with its place.
        """
        texts: dict[str, str] = {}
        waiting: list[str | None] = [template]
        while waiting:
            name = waiting.pop()
            if name is None or env.loader is None:
                return None
            if name in texts:
                continue
            try:
                text = texts[name] = env.loader.get_source(env, name)[0]
                if text not in self._named:
                    self._named[text] = _named(env, text)
            except jinja2.TemplateError:
                return None
            named = self._named[text]
            if named is None:
                return None
            waiting += named
        return texts


def _named(env: jinja2.Environment, text: str) -> tuple[str | None, ...] | None:
    """The templates that the template ``text`` names; ``None`` when it looks at the whole region.

    Its words are enough, which are found in a sixth of the time that parsing takes: a name of its own that is called
    ``region`` counts as the region, and what is not plainly one text as a template that nobody can tell.
    """
    words = [(kind, word) for _line, kind, word in env.lex(text) if kind != "whitespace"]
    if any(kind == "name" and word in WHOLE and before != "." for (_kind, before), (kind, word) in pairwise(words)):
        return None
    found: list[str | None] = []
    for number, (kind, word) in enumerate(words):
        if kind == "name" and word in _NAMING and words[number - 1][0] == "block_begin":
            match words[number + 1 : number + 3]:
                case [("string", name), (ending, after)] if ending == "block_end" or after in _AFTER_NAME:
                    found.append(literal_eval(name))
                case _:
                    found.append(None)
    return tuple(found)
