"""Links stay references until an engine resolves them.

A 404 page, a copy opened from disk and a site with folder addresses need different ones for the same page.
In HTML a reference is the value of an ``href`` or ``src``: ``spbe:/indeks/2025/#kerja`` is an address of this site.
Text from data is escaped and can therefore never look like one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from spbe.region.record_links import SCHEME

_REFERENCE = re.compile(r'(?<= )(href|src)="spbe:([^"]*)"')


def reference(address: str) -> str:
    """What to write into ``href`` for ``address``."""
    return SCHEME + address


def resolve(text: str, to: Callable[[str], str]) -> str:
    """``text`` with every reference replaced by what ``to`` makes of its address."""
    if SCHEME not in text:
        return text

    def replace(match: re.Match[str]) -> str:
        return f'{match[1]}="{html.escape(to(html.unescape(match[2])), quote=True)}"'

    return _REFERENCE.sub(replace, text)


def relative(target: str, page: str) -> str:
    """The way from the page at address ``page`` to ``target``, both folder addresses of one site.

    ``relative("/indeks/2025/#kerja", "/indikator/")`` is ``../indeks/2025/#kerja``; a query stays likewise.
    """
    path, rest = _cut(target)
    if path and not path.startswith("/"):
        raise ValueError(f"not an address of this site: {target!r}")
    if path in ("", page):
        return rest if rest.startswith("#") else "./" + rest
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    found = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (found or "./") + rest


def to_file(link: str) -> str:
    """``link`` with the file of a folder named, as a copy opened from disk needs it.

    ``to_file("../indeks/2025/#kerja")`` is ``../indeks/2025/index.html#kerja``.
    """
    path, rest = _cut(link)
    return (path + "index.html" if path.endswith("/") else path) + rest


def _cut(target: str) -> tuple[str, str]:
    """The path of ``target``, and what a script or an anchor on the page there makes of the rest."""
    end = re.search("[?#]|$", target)
    return (target[: end.start()], target[end.start() :]) if end else (target, "")
