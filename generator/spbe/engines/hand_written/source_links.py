"""Links in hand-written Markdown as links between source files, which every engine understands.

In a tree every page is the ``index.md`` of its folder: Zensical counts links in raw HTML from the source file and
MkDocs from the page, and only then are both the same place.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlunsplit

from spbe.engines.menu import source_uri
from spbe.model.kinds import KINDS
from spbe.region.page_links import PageLink, with_targets
from spbe.region.page_reader import PageFile
from spbe.region.record_links import RecordLink, resolve_record_links
from spbe.site import Site
from spbe.site.addresses import HOME, catalogue_address
from spbe.site.links import relative, to_file


def with_record_links(page: PageFile, text: str, site: Site, sources: Mapping[str, str], *, files: bool = False) -> str:
    """``text``, the Markdown of ``page``, with ``spbe:kind/id`` resolved.

    ``sources`` has the generated pages whose source is a hand-written file, by address; with ``files`` links in raw
    HTML name files. A record that this edition hides is replaced by the list of its kind.
    """

    def target(link: RecordLink) -> str:
        otherwise = catalogue_address(link.kind) if link.kind in KINDS else HOME
        address, _mark, row = site.records.get(f"{link.kind}/{link.id}", otherwise).partition("#")
        end = f"#{row}" if row else link.fragment
        if link.in_html:  # engines leave it alone, so it counts from the page
            found = relative(address, page.address)
            return (to_file(found) if files else found) + end
        file = sources.get(address, source_uri(address))
        return posixpath.relpath(file, posixpath.dirname(page.uri) or ".") + end

    return resolve_record_links(text, target)


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
