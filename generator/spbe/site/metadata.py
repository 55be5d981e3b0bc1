"""What tells pages apart outside the site: a title and a description that no other page has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spbe.site.page import Page

DESCRIPTION_LENGTH = 300
"""Search engines cut what is longer."""


def distinct(pages: Sequence[Page]) -> tuple[Page, ...]:
    """``pages`` with titles and descriptions that differ: by their qualifier, and if need be by their address."""
    titles = [f"{page.title} · {page.qualifier}" if page.qualifier else page.title for page in pages]
    seen = Counter(titles)
    titles = [
        f"{title} ({_name(page)})" if seen[title] > 1 else title for title, page in zip(titles, pages, strict=True)
    ]
    told = Counter(page.description for page in pages)
    return tuple(
        replace(
            page,
            document_title=title,
            description=f"{title}: {page.description}"[:DESCRIPTION_LENGTH]
            if told[page.description] > 1
            else page.description,
        )
        for page, title in zip(pages, titles, strict=True)
    )


def _name(page: Page) -> str:
    return page.address.strip("/").replace("/", " ")
