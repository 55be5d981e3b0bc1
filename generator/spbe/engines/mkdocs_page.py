"""A planned page as MkDocs sees it: its HTML is ready, so nothing in it is interpreted again."""

from __future__ import annotations

from typing import Any

import markdown
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from spbe.site import Block, Heading, Html, Markdown
from spbe.site import Page as PlannedPage
from spbe.site.links import relative, resolve


class ReadyPage(Page):
    """``menu_title`` is the page's name in the menu where that differs from its title.

    An ``introduced`` page has a hand-written Markdown file at its address, which comes first.
    """

    def __init__(
        self,
        planned: PlannedPage,
        file: File,
        config: MkDocsConfig,
        *,
        introduced: bool,
        date: str,
        menu_title: str | None = None,
    ) -> None:
        super().__init__(menu_title or planned.title, file, config)
        self.planned = planned
        self.introduced = introduced
        if date:
            self.update_date = date

    def read_source(self, config: MkDocsConfig) -> None:
        """Take description and search facets from the plan; the Markdown file, if any, may add its own."""
        if self.introduced:
            super().read_source(config)
        else:
            self.markdown, self.meta = "", {}
        self.meta = {"description": self.planned.description, "spbe": self.planned, **self.meta}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Put the blocks together; anchors are made known so that MkDocs can check links to them."""
        blocks = self.planned.blocks
        before = ""
        anchors: set[str] = set()
        if self.introduced:
            super().render(config, files)
            before = self.content or ""
            anchors = set(self.present_anchor_ids or ())
            if "<h1" in before:
                blocks = tuple(block for block in blocks if not (isinstance(block, Heading) and block.level == 1))
        html = "\n".join(_html(block, config) for block in blocks)
        self.content = before + resolve(html, lambda address: relative(address, self.planned.address))
        headings = [block for block in blocks if isinstance(block, Heading)]
        self.toc = get_toc(_tokens(headings))
        self.present_anchor_ids = anchors | {heading.id for heading in headings}


def _html(block: Block, config: MkDocsConfig) -> str:
    if isinstance(block, Html):
        return block.html
    if isinstance(block, Markdown):
        return markdown.markdown(
            block.text, extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {}
        )
    return f'<h{block.level} id="{escape(block.id)}">{escape(block.text)}</h{block.level}>'


def _tokens(headings: list[Heading]) -> list[Any]:
    """Headings as the nested tokens of Python-Markdown's ``toc`` extension."""
    top: list[Any] = []
    open_tokens: list[Any] = []
    for heading in headings:
        token = {"level": heading.level, "id": heading.id, "name": str(escape(heading.text)), "children": []}
        while open_tokens and open_tokens[-1]["level"] >= heading.level:
            open_tokens.pop()
        (open_tokens[-1]["children"] if open_tokens else top).append(token)
        open_tokens.append(token)
    return top
