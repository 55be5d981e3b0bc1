"""Links to records in hand-written Markdown, as links between source files, which every engine understands."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from spbe.engines.menu import source_uri
from spbe.model.kinds import KINDS
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
