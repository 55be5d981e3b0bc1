"""Captions of tables in pages written by hand: Markdown knows none, and a table without one has no name."""

from __future__ import annotations

import re
from typing import Final

_HEADING_OR_TABLE: Final = re.compile(r"<h[1-6][^>]*>(?P<words>.*?)</h[1-6]>|<table>(?!\s*<caption)", re.DOTALL)


def with_captions(html: str) -> str:
    """``html`` with a caption for each table that has none, out of sight: the words of the heading above it."""
    heading = ""

    def named(found: re.Match[str]) -> str:
        nonlocal heading
        if found["words"] is not None:
            heading = re.sub(r"<[^>]+>", "", found["words"]).replace("¶", "").strip()
        elif heading:
            return f'<table><caption class="tersembunyi">{heading}</caption>'
        return found[0]

    return _HEADING_OR_TABLE.sub(named, html) if "<table>" in html else html
