"""A planned page as MkDocs sees it: its HTML is ready, so nothing in it is interpreted again."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import markdown
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from spbe.engines.hand_written.written_pages import around_introduction
from spbe.region.active_content import cleaned
from spbe.site import Block, Heading, Html, Markdown
from spbe.site import Page as PlannedPage
from spbe.site.links import relative, resolve, to_file
from spbe.site.sharing.contact import Contact, report_link, whatsapp_link


def absolute(site_url: str, path: str) -> str:
    """The whole address of the file at ``path`` of a site."""
    return f"{site_url.rstrip('/')}/{quote(path)}"


class HandWritten(Page):
    """A page that was written by hand and stands alone; ``free`` when it may hold active content.

    Readers may send it on when it is ``public``, and reach ``contact`` to say what is wrong on it.
    """

    def __init__(
        self, file: File, config: MkDocsConfig, *, free: bool, public: bool, contact: Contact | None = None
    ) -> None:
        super().__init__(None, file, config)
        self.free = free
        self.public = public
        self.contact = contact

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make HTML of its Markdown and leave out what may not be published."""
        _render_written(self, config, files, free=self.free)
        title = Markup(str(self.title)).striptags()  # noqa: S704  (only to be rid of its markup)
        if self.public and config.site_url:
            self.meta["whatsapp"] = _sent_by_whatsapp(title, self, config)
        _add_report(title, self, self.contact)


def _render_written(page: Page, config: MkDocsConfig, files: Files, *, free: bool) -> None:
    """What MkDocs makes of the Markdown of ``page``, without comments and active content."""
    Page.render(page, config, files)
    page.content = cleaned(page.content or "", free=free)


class ReadyPage(Page):
    """A page of MkDocs whose HTML is ready.

    ``menu_title`` is the page's name in the menu where that differs from its title.

    Readers reach ``contact`` to say what is wrong on the page.

    An ``introduced`` page has a hand-written Markdown file at its address, which comes first and may hold
    active content if the site is ``free``. In an ``offline`` copy links name files.
    """

    def __init__(
        self,
        planned: PlannedPage,
        file: File,
        config: MkDocsConfig,
        *,
        introduced: bool,
        date: str,
        offline: bool = False,
        free: bool = False,
        menu_title: str | None = None,
        contact: Contact | None = None,
    ) -> None:
        # The theme takes a title for ready HTML, and what is in it comes from data.
        super().__init__(str(escape(menu_title or planned.title)), file, config)
        self.planned = planned
        self.introduced = introduced
        self.menu_title = menu_title
        self.offline = offline
        self.free = free
        self.contact = contact
        self.template: str | None = None
        if date:
            self.update_date = date

    def read_source(self, config: MkDocsConfig) -> None:
        """Take description and search facets from the plan; the Markdown file, if any, may add its own."""
        if self.introduced:
            super().read_source(config)
        else:
            self.markdown, self.meta = "", {}
        self.meta = {"description": str(escape(self.planned.description)), **self.meta, "spbe": self.planned}
        if self.planned.picture and config.site_url:
            self.meta["whatsapp"] = _sent_by_whatsapp(self.planned.document_title, self, config)
            self.meta["picture"] = str(escape(absolute(config.site_url, self.planned.picture)))
        _add_report(self.planned.document_title, self, self.contact)
        if self.template:
            self.meta["template"] = self.template

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Put the blocks together; anchors are made known so that MkDocs can check links to them."""
        above: tuple[Block, ...] = ()
        below = self.planned.blocks
        introduction, anchors, items = "", set[str](), list[AnchorLink]()
        if self.introduced:
            _render_written(self, config, files, free=self.free)
            introduction = self.content or ""
            anchors = set(self.present_anchor_ids or ())
            items = list(self.toc)
            above, below = around_introduction(self.planned.blocks, headed="<h1" in introduction)
        self.content = "\n".join(filter(None, [self._ready(above, config), introduction, self._ready(below, config)]))
        headings = [block for block in (*above, *below) if isinstance(block, Heading)]
        self.toc = _joined(items, get_toc(_tokens(headings)))
        self.present_anchor_ids = anchors | {heading.id for heading in headings}

    def _ready(self, blocks: tuple[Block, ...], config: MkDocsConfig) -> str:
        return resolve("\n".join(_html(block, config) for block in blocks), self._link)

    def _link(self, address: str) -> str:
        link = relative(address, self.planned.address)
        return to_file(link) if self.offline else link


def _sent_by_whatsapp(title: str, page: Page, config: MkDocsConfig) -> str:
    """The link that sends on ``page``, which tells whose it is, as an attribute of HTML."""
    told = title if title == config.site_name else f"{title} - {config.site_name}"
    return str(escape(whatsapp_link(told, page.canonical_url or "")))


def _add_report(title: str, page: Page, contact: Contact | None) -> None:
    """Make known to the templates how to say what is wrong on ``page``, if its site has an address and a mail."""
    if contact and contact.mail and page.canonical_url:
        page.meta["report"] = str(escape(report_link(contact.mail, title, page.canonical_url)))


def _joined(introduction: list[AnchorLink], planned: TableOfContents) -> TableOfContents:
    """The headings of the introduction before those of the plan, all below the one heading of the first level."""
    if introduction and introduction[0].level == 1:
        introduction[0].children += list(planned)
        return TableOfContents(introduction)
    items = list(planned)
    if introduction and items:
        items[0].children = introduction + items[0].children
    return TableOfContents(items)


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
