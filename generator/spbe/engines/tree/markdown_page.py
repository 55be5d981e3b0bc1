"""A planned page as a Markdown file that any relative of MkDocs turns into the same page.

Headings are Markdown, so that an engine makes its table of contents of them; everything else is raw HTML, which
Markdown leaves alone. Text from data must stay text in both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any

import jinja2
from markupsafe import Markup

from spbe.engines.hand_written.source_links import with_moved_links, with_record_links
from spbe.engines.hand_written.written_pages import Extensions, WrittenPage, around_introduction, head_text, in_html
from spbe.region.active_content import cleaned
from spbe.site import Block, Heading, Html, Page, Site
from spbe.site.addresses import HOME
from spbe.site.links import reference, relative, resolve
from spbe.site.templates import filled

_SPECIAL = re.compile(r"""[!-+/:-@\[-`{-~]""")
_TO_PAGES = re.compile(r"(href=\"(?:[^\":]*/)?)index\.md((?:[?#][^\"]*)?\")")
_FENCE = re.compile(r"[`~]")


@dataclass(frozen=True)
class MarkdownWriter:
    """What the files of a site's pages are written with; ``moved`` has the place in the tree of hand-written files."""

    site: Site
    moved: Mapping[str, str]
    env: jinja2.Environment
    extensions: Extensions

    def generated(self, page: Page, written: WrittenPage | None) -> str:
        """The file of a generated page; ``written`` stands at its address and comes first."""
        above, below = around_introduction(page.blocks, headed=written.headed) if written else ((), page.blocks)
        pieces = [self._notices(page.address)]
        pieces += [self._block(block, page.address) for block in above]
        pieces.append(self._text(written) if written else "")
        pieces += [self._block(block, page.address) for block in below]
        words = {"title": escape(page.document_title or page.title), "description": escape(page.description)}
        if page.address == HOME:
            del words["title"]  # the site's own name is the title of its home page
        given = in_html(written.page.meta) if written else {}
        return _document(words | {key: value for key, value in given.items() if key != "title"}, pieces)

    def written(self, page: WrittenPage) -> str:
        """The file of a page that was written by hand and stands alone."""
        words = {"title": escape(page.title)} | ({"description": escape(page.description)} if page.description else {})
        return _document({**in_html(page.page.meta), **words}, [self._notices(page.page.address), self._text(page)])

    def foot(self, name: str) -> str:
        """What stands at the foot of every page, as HTML: the ``name`` of the site, the date and scope of its data."""
        day = date.fromisoformat(self.site.date) if self.site.date else None
        return self._render("foot.html", {"name": name, "date": day, "scope": self.site.scope})

    def colour(self) -> str:
        """A style sheet with the region's colour."""
        return self._render("colour.css", {"colour": self.site.colour})

    def _text(self, written: WrittenPage) -> str:
        """The Markdown of a page; where that would publish what it may not, ready HTML without it."""
        page = written.page
        text = with_moved_links(page.text, page.uri, self.moved)
        text = with_record_links(replace(page, uri=self.moved[page.uri]), text, self.site, {}).rstrip()
        html = self.extensions.render(text)
        clean = cleaned(html, free=self.site.written.free)
        return text if clean == html else html_block(_TO_PAGES.sub(r"\1\2", clean), self.env)

    def _block(self, block: Block, address: str) -> str:
        if isinstance(block, Heading):
            return heading_line(block)
        if isinstance(block, Html):
            return html_block(resolve(block.html, lambda target: relative(target, address)), self.env)
        return block.text

    def _notices(self, address: str) -> str:
        notices = [(one.text, reference(one.address) if one.address else None) for one in self.site.notices]
        html = self._render("notices.html", {"notices": notices})
        return html_block(resolve(html, lambda target: relative(target, address)), self.env) if notices else ""

    def _render(self, template: str, context: Mapping[str, object]) -> str:
        return filled(self.env, f"tree/{template}.j2", context)


def heading_line(heading: Heading) -> str:
    """A heading as one line of Markdown: ``## Judul {#id}``."""
    text = _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", " ".join(heading.text.split()))
    return f"{'#' * heading.level} {text} {{#{heading.id}}}"


def html_block(html: str, env: jinja2.Environment) -> str:
    """Ready HTML in one element, which makes all of it one block for Markdown.

    Fences of code are found before blocks of HTML are, so none may be left to find.
    """
    whole = filled(env, "tree/block.html.j2", {"html": Markup(html)})  # noqa: S704  (ready HTML of our templates)
    return _FENCE.sub(lambda match: f"&#{ord(match[0])};", whole)


def _document(meta: Mapping[str, Any], pieces: list[str]) -> str:
    return "\n\n".join([head_text(meta).rstrip("\n"), *filter(None, pieces)]) + "\n"
