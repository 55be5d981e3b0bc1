"""The part of a page that the theme makes, rendered once for all pages that share it.

Two records of one section differ in their title, content and a few other words; all else that the theme writes around
them is the same text, and rendering it takes most of a build. The shell of a group is one full rendering with marks in
the place of those words. It is made for the third page of its group, and used only after the second one, rendered in
full, was found equal to the shell filled in, so a region's own template which needs more of a page is simply rendered
in full every time.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import escape
from mkdocs.structure.toc import AnchorLink

from spbe.engines.mkdocs.ready_page import ReadyPage

TEMPLATE: Final = "spbe-halaman.html"
"""The template of pages that may share a shell; its one expression is :meth:`LayoutCache.page`."""
FULL: Final = "main.html"
"""The template of a whole page."""
# Private-use characters, which no filter of a template changes; a page that holds one itself is rendered in full.
_OPEN, _SHUT = "\ue000", "\ue001"
_MARK: Final = re.compile(f"{_OPEN}(\\w+)(?:<h1)?{_SHUT}")

_SHARED: Final = ("picture", "whatsapp", "report")
"""What the meta data of a page holds for sending it on."""

Words = dict[str, str]
Parts = list[str]


@dataclass
class PageGroup:
    """Pages with the same key.

    ``first`` is the context of the first one and ``second`` what was made of the second, until there is a shell;
    ``full`` says that none fits; ``pages`` counts.
    """

    first: Mapping[str, Any] | None = None
    second: tuple[Words, str] | None = None
    shell: Parts | None = None
    full: bool = False
    pages: int = 0


class LayoutCache:
    """The shells of one build; made anew for each, because menu, theme and templates may have changed."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._groups: dict[tuple[Any, ...], PageGroup] = {}

    @property
    def groups(self) -> tuple[PageGroup, ...]:
        """The groups so far."""
        return tuple(self._groups.values())

    @property
    def page(self) -> Callable[[Context], str]:
        """For templates: the whole page of the context that calls it."""

        @pass_context
        def page(context: Context) -> str:
            return self.render(context.get_all())

        return page

    def render(self, context: Mapping[str, Any]) -> str:
        """The HTML of ``context['page']``, which is a :class:`ReadyPage`, exactly as a full rendering gives it."""
        page: ReadyPage = context["page"]
        words = _words(page)
        if not _plain(words):
            return self._full(context)
        group = self._groups.setdefault(_key(page, words, context), PageGroup())
        group.pages += 1
        if group.first and group.second:
            self._decide(group, self._shell(group.first), *group.second)
        if group.shell:
            return _filled(group.shell, words)
        html = self._full(context)
        if group.pages == 1:
            group.first = context
        elif group.pages == 2:
            group.second = words, html
        return html

    def _decide(self, group: PageGroup, shell: Parts, words: Words, html: str) -> None:
        """Take ``shell`` for ``group`` if it gives the page that was made in full, ``html`` of ``words``."""
        group.first = group.second = None
        if _filled(shell, words) == html:
            group.shell = shell
        else:
            group.full = True

    def _full(self, context: Mapping[str, Any]) -> str:
        return self._environment.get_template(FULL).render(context)

    def _shell(self, context: Mapping[str, Any]) -> Parts:
        return _MARK.split(self._full({**context, "page": _marked(context["page"])}))


def shares_layout(page: ReadyPage) -> bool:
    """Whether ``page`` may share its shell: what is introduced by hand or stands in the menu is one of a kind."""
    return not page.introduced and page.parent is None and page.menu_title is None


def _words(page: ReadyPage) -> Words:
    """What differs between the pages of a group, as the templates write it."""
    planned = page.planned
    return {
        "title": page.title or "",
        "document": str(escape(planned.document_title)),
        "description": page.meta.get("description") or "",
        **{name: page.meta.get(name) or "" for name in _SHARED},
        "canonical": page.canonical_url or "",
        "content": page.content or "",
        "edit": str(escape(page.edit_url or "")),
    }


def _plain(words: Words) -> bool:
    """Whether nothing in ``words`` looks like a mark, or would be changed by the filters of a template."""
    title = words["title"]
    return title == " ".join(title.split()) and not any(_OPEN in word or _SHUT in word for word in words.values())


def _key(page: ReadyPage, words: Words, context: Mapping[str, Any]) -> tuple[Any, ...]:
    """What else the templates look at; two pages with the same key differ in :func:`_words` only."""
    given = tuple(bool(word) for word in words.values())
    headed = "<h1" in (page.content or "")
    folder = page.url.rstrip("/").rpartition("/")[0]  # links of the menu are relative to it
    return (
        page.planned.kind,
        folder,
        context["base_url"],
        tuple(_contents(page.toc)),
        tuple(page.planned.search),
        given,
        headed,
    )


def _contents(items: Iterable[AnchorLink]) -> Iterator[tuple[int, str, str]]:
    """The headings of a page; the theme does not show the first level, which is the title."""
    for item in items:
        yield item.level, item.id, item.title if item.level > 1 else ""
        yield from _contents(item.children)


def _marked(page: ReadyPage) -> ReadyPage:
    """A copy of ``page`` with marks for its words; what is empty stays empty."""

    def sign(name: str, value: str | None, inside: str = "") -> str:
        return f"{_OPEN}{name}{inside}{_SHUT}" if value else ""

    planned, marked = page.planned, copy.copy(page)
    marked.planned = replace(
        planned,
        title=sign("title", planned.title),
        document_title=sign("document", planned.document_title),
        description=sign("description", planned.description),
    )
    marked.title = sign("title", page.title)
    marked.content = sign("content", page.content, "<h1" if "<h1" in (page.content or "") else "")
    marked.canonical_url = sign("canonical", page.canonical_url) or None
    marked.edit_url = sign("edit", page.edit_url) or None
    marked.meta = {
        **page.meta,
        "description": sign("description", page.meta.get("description")),
        **{name: sign(name, page.meta.get(name)) for name in _SHARED},
        "spbe": marked.planned,
    }
    return marked


def _filled(shell: Parts, words: Words) -> str:
    """``shell`` is text and names in turn, as :func:`re.split` gives them."""
    filled = shell.copy()
    filled[1::2] = [words[name] for name in shell[1::2]]
    return "".join(filled)
