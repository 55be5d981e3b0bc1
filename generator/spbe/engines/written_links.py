"""Links to records in hand-written Markdown, as links between source files, which every engine understands."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from spbe.engines.menu import source_uri
from spbe.model.kinds import KINDS
from spbe.region.record_links import RecordLink, resolve_record_links
from spbe.site import Site
from spbe.site.addresses import HOME, catalogue_address


def with_record_links(text: str, uri: str, site: Site, sources: Mapping[str, str]) -> str:
    """The Markdown ``text`` of the file ``uri`` with ``spbe:kind/id`` resolved.

    ``sources`` has the generated pages whose source is a hand-written file, by address. A record that this edition
    hides is replaced by the list of its kind.
    """

    def target(link: RecordLink) -> str:
        otherwise = catalogue_address(link.kind) if link.kind in KINDS else HOME
        address, _mark, row = site.records.get(f"{link.kind}/{link.id}", otherwise).partition("#")
        file = sources.get(address, source_uri(address))
        found = posixpath.relpath(file, posixpath.dirname(uri) or ".")
        return found + (f"#{row}" if row else link.fragment)

    return resolve_record_links(text, target)
