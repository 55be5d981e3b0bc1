"""Whether an edition shows a file of ``content/``, now or, for one that is gone, when it was there."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from spbe.editions import View
from spbe.engines.menu import address_of
from spbe.model.bukti import Bukti
from spbe.region.layout import ATTACHMENTS
from spbe.site.addresses import ARCHITECTURE_HOME, INDEX, OFFICES
from spbe.site.page import file_key
from spbe.site.planning import closed_addresses
from spbe.sources.folder import Walk

GENERATED: Final = (ARCHITECTURE_HOME, INDEX, OFFICES)
"""Below these stand pages of records and assessments: one that is gone may have been written for what is hidden."""


def shown_in(view: View, root: Path) -> Callable[[str], bool]:
    """What tells of a path below ``content/`` of the region at ``root`` whether ``view`` shows the file.

    A page is shown unless it was written for what is hidden; an attachment when something that is shown names it.
    """
    content, closed = root / "content", closed_addresses(view)
    named = {file_key(f"{ATTACHMENTS}/{name}") for name in _named_by_records(view)}

    def is_page(uri: str) -> bool:
        if any(part.startswith(".") for part in uri.split("/")):
            return False
        address = address_of(uri)
        if any(address.startswith(one) for one in closed):
            return False
        return (content / uri).is_file() or not address.startswith(GENERATED)

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
        if not uri.startswith(f"{ATTACHMENTS}/") or not (content / uri).is_file() or key in view.closed_files:
            return False
        return key in named or key in words()

    return shows


def _named_by_records(view: View) -> list[str]:
    files = [record.berkas for record in view.region.records["bukti"].values() if isinstance(record, Bukti)]
    return [name for name in (*files, view.region.profil.logo) if name]
