"""Pages that were written by hand, as far as an engine must know them before it builds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import PurePosixPath
from typing import Any

import markdown
import yaml

from spbe.region.page_reader import PageFile
from spbe.site import Block, Heading, Site

_FIRST_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_NAMES = frozenset({"icon", "template", "hide"})  # of files and of parts of the theme
_FIRST_HEADING = re.compile(r"\A\s*<h1[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Extensions:
    """Markdown as a region has set it: names, and the settings of those that have any."""

    names: tuple[str, ...] = ("toc", "tables", "fenced_code")
    settings: dict[str, Any] | None = None

    def render(self, text: str) -> str:
        """``text`` as HTML."""
        return markdown.markdown(text, extensions=list(self.names), extension_configs=self.settings or {})


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page with what its Markdown makes of it; title and description are plain text."""

    page: PageFile
    title: str
    description: str
    headed: bool
    """Whether it has a heading of the first level."""


def written_pages(site: Site, extensions: Extensions) -> Iterator[WrittenPage]:
    """Every hand-written page of ``site``, in order."""
    for page in site.written.pages:
        html = extensions.render(page.text)
        title = str(page.meta.get("title") or "")
        if not title and (heading := _FIRST_HEADING.search(html)):
            title = html_text(heading[1]).strip()
        yield WrittenPage(
            page=page,
            title=title or _from_name(PurePosixPath(page.uri).stem),
            description=" ".join(str(page.meta.get("description") or first_paragraph(html)).split()),
            headed="<h1" in html,
        )


def around_introduction(blocks: tuple[Block, ...], *, headed: bool) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks before and those after the introduction.

    The trail stays on top and the page's own heading below it, unless the introduction is ``headed`` by its own.
    """
    first = next((place for place, block in enumerate(blocks) if isinstance(block, Heading)), 0)
    if headed:
        rest = blocks[first:]
        return blocks[:first], tuple(one for one in rest if not (isinstance(one, Heading) and one.level == 1))
    return blocks[: first + 1], blocks[first + 1 :]


def source_text(page: PageFile) -> str:
    """The whole of ``page`` as an engine reads it: what is published of its head, and its Markdown.

    There always is a head: without one MkDocs takes first lines such as ``Rapat: pukul 9`` for one.
    """
    return f"{head_text(in_html(page.meta))}\n{page.text}"


def in_html(meta: Mapping[str, Any]) -> dict[str, Any]:
    """The head of a page as themes take it, for ready HTML: its words are text."""
    return {key: value if key in _NAMES else _escaped(value) for key, value in meta.items()}


def _escaped(value: Any) -> Any:
    return list(map(_escaped, value)) if isinstance(value, list) else escape(str(value))


def head_text(meta: Any) -> str:
    """The head of a page, with its two lines ``---``."""
    front = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{front}---\n"


def first_paragraph(html: str) -> str:
    """The words of the first paragraph, at most 300 characters; nothing when there is none."""
    first = _FIRST_PARAGRAPH.search(html)
    return " ".join(html_text(first[1]).split())[:300] if first else ""


def html_text(html: str) -> str:
    """The words of a piece of HTML, without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def _from_name(stem: str) -> str:
    """What MkDocs calls a page without any title."""
    name = stem.replace("-", " ").replace("_", " ")
    return name.capitalize() if name == name.lower() else name
