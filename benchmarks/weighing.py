"""How many bytes pages have, and what a browser loads to show one."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_IN_STYLES = re.compile(rb"url\(['\"]?([^'\")]+)['\"]?\)")


class _Wanted(HTMLParser):
    """The files that a page names for its own look and working."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload"}:
            self.files.append(given.get("href") or "")
        elif tag in {"script", "img"}:
            self.files.append(given.get("src") or "")


def loaded(site: Path, page: str = "index.html") -> dict[str, int]:
    """The files of ``site`` that a browser loads for ``page``, the page too, each with its bytes, uncompressed."""
    found = {page: (site / page).stat().st_size}
    wanted = _Wanted()
    wanted.feed((site / page).read_text("utf-8"))
    names = [urlsplit(urljoin(f"/{page}", name)).path for name in wanted.files if name and not name.startswith("data:")]
    for name in names:
        path = unquote(name).lstrip("/")
        content = (site / path).read_bytes()
        found[path] = len(content)
        if path.endswith(".css"):
            inner = (match.decode() for match in _IN_STYLES.findall(content))
            names += [urlsplit(urljoin(name, link)).path for link in inner if not link.startswith("data:")]
    return found


def ours(name: str) -> bool:
    """Whether the file ``name`` is written by us or the region and not by the theme."""
    return not name.startswith("assets/")
