"""Whether an edition shows a file of ``content/``, now or, for a page that is gone, when it was there."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from spbe.editions import View
from spbe.engines.menu import address_of
from spbe.model.bukti import Bukti
from spbe.model.kinds import ARCHITECTURE
from spbe.region.layout import ATTACHMENTS
from spbe.site.addresses import assessment_address, has_pages, record_address
from spbe.site.page import file_key
from spbe.sources.folder import Walk


def shown_in(view: View, root: Path) -> Callable[[str], bool]:
    """What tells of a path below ``content/`` of the region at ``root`` whether ``view`` shows the file.

    At and below the address of a record or an assessment a page is shown only together with that, so that what is
    hidden and what never was look the same; an attachment is shown when something that is shown names it.
    """
    content = root / "content"
    nodes = (node for node, _record in view.region.nodes() if has_pages(node.kind))
    stands = {*map(record_address, nodes), *map(assessment_address, view.region.assessments)}
    files = [record.berkas for record in view.region.records["bukti"].values() if isinstance(record, Bukti)]
    named = {file_key(f"{ATTACHMENTS}/{name}") for name in (*files, view.region.profil.logo) if name}

    def is_page(uri: str) -> bool:
        hidden = any(part.startswith(".") for part in uri.split("/"))
        owner = _owner(address_of(uri))
        return not hidden and (owner is None or owner in stands)

    @cache
    def words() -> str:
        """What the pages that are shown say, addresses read as names of files."""
        walk = Walk(content)
        pages = (path for path in walk.files(content) if path.suffix == ".md")
        shown = [page for page in pages if is_page(page.relative_to(content).as_posix())]
        texts = (page.read_text("utf-8", "replace") for page in shown)
        return unicodedata.normalize("NFC", unquote(" ".join(texts))).casefold()

    def shows(uri: str) -> bool:
        if uri.endswith(".md"):
            return is_page(uri)
        key = file_key(uri)
        is_attachment = uri.startswith(f"{ATTACHMENTS}/") and (content / uri).is_file()
        return is_attachment and (key in named or key in words())

    return shows


def _owner(address: str) -> str | None:
    """The address of the record or assessment that ``address`` belongs to, if it lies where those have theirs."""
    parts = address.strip("/").split("/")
    depth = {"arsitektur": 3, "perangkat-daerah": 2, "indeks": 2}.get(parts[0])
    if depth is None or len(parts) < depth or (depth == 3 and parts[1] not in ARCHITECTURE):
        return None
    return f"/{'/'.join(parts[:depth])}/"
