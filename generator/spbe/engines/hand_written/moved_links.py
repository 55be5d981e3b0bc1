"""Links in hand-written Markdown when the files move: in a tree every page is the ``index.md`` of its folder.

Zensical counts links in raw HTML from the source file and MkDocs from the page; only then are both the same place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlunsplit

from spbe.region.page_links import PageLink, with_targets


def with_moved_links(text: str, uri: str, moved: Mapping[str, str]) -> str:
    """The Markdown ``text`` of the file ``uri`` with its relative links as they must be where ``moved`` puts it.

    ``moved`` has old places to new ones; what stays where it was is there with that place. Only links to what is in
    it count from the file: like MkDocs this leaves alone what counts from the page, and raw HTML.
    """
    here, there = posixpath.dirname(uri), posixpath.dirname(moved.get(uri, uri)) or "."

    def target(link: PageLink) -> str | None:
        parts = link.parts
        if link.in_html or parts is None or parts.scheme or parts.netloc or parts.path.startswith("/"):
            return None
        old = posixpath.normpath(posixpath.join(here, unquote(parts.path)))
        if not parts.path or not (old in moved or old.endswith(".md") or old.startswith("lampiran/")):
            return None
        new = quote(posixpath.relpath(moved.get(old, old), there))
        return urlunsplit(("", "", new, parts.query, parts.fragment))

    return with_targets(text, target)
