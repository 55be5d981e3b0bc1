"""Links from hand-written pages to records: ``[SIMPEG](spbe:aplikasi/simpeg)``, with a fragment if need be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from spbe.region.page_links import PageLink, page_links, with_targets

SCHEME: Final = "spbe:"
"""What a reference to something of the site begins with, where a link is expected."""


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link to a record in a hand-written page.

    ``kind`` and ``id`` as written, either of them perhaps empty; ``line`` and ``column`` count from 1.
    """

    kind: str
    id: str
    fragment: str
    line: int
    column: int
    in_html: bool


def record_links(text: str) -> Iterator[RecordLink]:
    """Every link to a record in the Markdown ``text``, not those in code or in comments."""
    return (link for link in map(_record_link, page_links(text)) if link is not None)


def resolve_record_links(text: str, to: Callable[[RecordLink], str]) -> str:
    """``text`` with the target of every link to a record replaced by what ``to`` makes of it."""

    def target(link: PageLink) -> str | None:
        found = _record_link(link)
        return to(found) if found else None

    return with_targets(text, target)


def _record_link(link: PageLink) -> RecordLink | None:
    if not link.target.casefold().startswith(SCHEME):
        return None
    name, mark, fragment = link.target[len(SCHEME) :].partition("#")
    kind, _slash, one = name.partition("/")
    return RecordLink(kind, one, mark + fragment, link.line, link.column, link.in_html)
