"""Links of hand-written pages to addresses that pages had once."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spbe.region.page_links import page_links
from spbe.region.site_addresses import MOVED

_VARIES: Final = re.compile(r"<[^>]+>")


def with_present_links(text: str) -> tuple[str, list[tuple[str, str]]]:
    """``text``, Markdown of a page, with the present addresses in its links; and old and new of each that moved."""
    moved: list[tuple[str, str]] = []
    for link in reversed(list(page_links(text))):
        parts = link.parts
        if parts is None or parts.scheme or parts.netloc:
            continue
        written = text[link.start : link.end]
        present = present_address(written)
        if present != written:
            text = text[: link.start] + present + text[link.end :]
            moved.insert(0, (written, present))
    return text, moved


def present_address(target: str) -> str:
    """``target``, a link within the site, by the address that its page has now."""
    for form, new in _forms():
        found = form.search(target)
        if found:
            before, *values, after = found.groups()
            return target[: found.start()] + before + _filled(new, values) + after + target[found.end() :]
    return target


def _filled(form: str, values: list[str]) -> str:
    for value in values:
        form = _VARIES.sub(lambda _found, value=value: value, form, count=1)  # type: ignore[misc]
    return form


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the former addresses with the present ones: a name of its own goes before what varies."""
    ordered = sorted(MOVED, key=lambda pair: (pair[0].count("<"), -len(pair[0])))
    return tuple(
        (re.compile(r"(^|/)" + _VARIES.sub("([^/#?]+)", old.strip("/")) + r"(/|$|(?=[#?]))"), new.strip("/"))
        for old, new in ordered
    )
