"""Links in hand-written Markdown when the files move: in a tree every page is the ``index.md`` of its folder.

Zensical counts links in raw HTML from the source file and MkDocs from the page; only then are both the same place.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from spbe.region.record_links import without_code

_TARGET = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)([^)\s>\"]+)", re.MULTILINE)


def with_moved_links(text: str, uri: str, moved: Mapping[str, str]) -> str:
    """The Markdown ``text`` of the file ``uri`` with its relative links as they must be where ``moved`` puts it.

    ``moved`` has old places to new ones; what is not in it stays where it was. Only links to Markdown files and
    attachments count from the file: like MkDocs this leaves alone what counts from the page, and raw HTML.
    """
    here, there = posixpath.dirname(uri), posixpath.dirname(moved.get(uri, uri)) or "."
    parts: list[str] = []
    end = 0
    for match in _TARGET.finditer(without_code(text)):
        link = urlsplit(match[1])
        old = posixpath.normpath(posixpath.join(here, unquote(link.path)))
        elsewhere = link.scheme or link.netloc or link.path.startswith("/")
        if elsewhere or not (old.endswith(".md") or old.startswith("lampiran/")):
            continue
        new = quote(posixpath.relpath(moved.get(old, old), there))
        parts += [text[end : match.start(1)], urlunsplit(("", "", new, link.query, link.fragment))]
        end = match.end(1)
    return "".join([*parts, text[end:]])
