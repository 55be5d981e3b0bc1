"""A site as a value: pages made of blocks, files, and a menu. No engine is known here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spbe.editions.written import Written
from spbe.site.later import Later
from spbe.site.sharing.contact import Contact


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``text`` is plain text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Html:
    """Ready HTML. Its links to other pages are ``spbe:`` references, see :mod:`spbe.site.links`."""

    html: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown to be understood by the engine; never text from a data file."""

    text: str


Block = Heading | Html | Markdown


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``address`` starts and ends with a slash; ``kind`` names its family (``indeks-langkah`` …).

    Everything but ``body`` is known before the page is rendered; that is made when somebody asks for it.

    ``parent`` is the address of the page above it, for the breadcrumb. ``source`` is the file of the region
    that it mostly comes from. ``search`` holds facets for the search index: name to value. ``qualifier`` tells
    pages of one title apart (the kind of a record, the instrument of an indicator); ``menu`` is what a page is called
    in the menu, below its parent, if it stands there, in its ``menu_group``; ``document_title`` is unique
    within the site and made of both when the site is planned. ``questions`` are what the page answers, in the words of
    those who ask; ``beside`` is a page about an assessment or instrument that the region does not lead with.
    ``picture`` is the path of what other programs show of it.
    """

    address: str
    title: str
    description: str
    kind: str
    body: Later[tuple[Block, ...]]
    parent: str | None = None
    source: str | None = None
    search: dict[str, str] = field(default_factory=dict)
    qualifier: str = ""
    menu: str | None = None
    menu_group: str = ""
    document_title: str = ""
    questions: tuple[str, ...] = ()
    beside: bool = False
    picture: str | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the page says."""
        return self.body.value

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The page's headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A record as search finds it: ``address`` leads to its page, or to its part of one.

    ``words`` are plain texts of what it says, ``beside`` of what stands around it; ``search`` is as in :class:`Page`.
    """

    address: str
    title: str
    words: tuple[str, ...]
    beside: tuple[str, ...]
    search: dict[str, str]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site: ``path`` below the site's root, and its bytes, which may be made when they are asked for."""

    path: str
    body: bytes | Later[bytes]

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.body if isinstance(self.body, bytes) else self.body.value


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the menu: a page, and the pages below it. Single records are never in the menu.

    ``group`` names those beside it that belong together; without it stands what belongs to no group.
    """

    title: str
    address: str
    children: tuple[MenuItem, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """What every page must say, with the page that says more, if any."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address and the one that it leads to now; both start and end with a slash."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that an engine needs to publish.

    ``language`` is that of the interface; ``styles`` and ``scripts`` are paths of assets that every page loads;
    ``date`` is the reference date of all ages, ``YYYY-MM-DD``; ``scope`` is the sentence at the foot of every page
    that says what figures and lists were made of; ``logo``, ``icon`` and ``feed`` are paths on the site, ``colour`` a
    ``#rrggbb`` of the region, ``contact`` how its office is reached. ``records`` maps ``kind/id``, former ids too, to
    the addresses of what may be seen: that is what ``spbe:kind/id`` in a hand-written page means. ``indexed`` says
    whether search engines may list the site and readers be invited to send it on, ``editable`` whether its readers
    may be shown the way to the source files. ``findings`` are all records, for search; ``pictures`` what other
    programs show of pages, apart from ``files`` because no page loads them. ``written`` is what of ``content/`` goes
    with them; nothing else does.
    """

    title: str
    language: str
    pages: tuple[Page, ...]
    menu: tuple[MenuItem, ...]
    shipped: tuple[Asset, ...] = ()
    files: Later[tuple[Asset, ...]] = field(default_factory=lambda: Later(tuple[Asset, ...]))
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    date: str = ""
    scope: str = ""
    logo: str | None = None
    icon: str | None = None
    feed_file: Later[Asset | None] = field(default_factory=lambda: Later(lambda: None))
    colour: str | None = None
    contact: Contact | None = None
    redirects: tuple[Redirect, ...] = ()
    records: dict[str, str] = field(default_factory=dict)
    indexed: bool = True
    editable: bool = False
    pictures: Later[tuple[Asset, ...]] = field(default_factory=lambda: Later(tuple[Asset, ...]))
    findings: Later[tuple[SearchEntry, ...]] = field(default_factory=lambda: Later(tuple[SearchEntry, ...]))
    written: Written = field(default_factory=Written)

    @property
    def menu_groups(self) -> dict[str, str]:
        """Address to group of every entry of the menu that has one."""

        def below(items: tuple[MenuItem, ...]) -> Iterator[tuple[str, str]]:
            for item in items:
                if item.group:
                    yield item.address, item.group
                yield from below(item.children)

        return dict(below(self.menu))

    @property
    def assets(self) -> tuple[Asset, ...]:
        """All files that go with the pages."""
        return (*self.shipped, *self.files.value)

    @property
    def feed(self) -> str | None:
        """Where the feed of changes lies on the site; ``None`` while no change is known."""
        return self.feed_file.value.path if self.feed_file.value else None

    @property
    def entries(self) -> tuple[SearchEntry, ...]:
        """All records, for search."""
        return self.findings.value

    def render(self) -> None:
        """Make the body of every page now. Raises :class:`spbe.site.templates.TemplateFaultError`."""
        for page in self.pages:
            _ = page.blocks


def family_of(template: str) -> str:
    """The family of the pages that ``pages/<template>.html.j2`` makes: ``indeks/langkah`` makes ``indeks-langkah``."""
    return template.removesuffix("/ikhtisar").translate(str.maketrans("/_", "--"))
