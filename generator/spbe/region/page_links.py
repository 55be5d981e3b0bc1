"""Every link and picture in a hand-written page, with its place: Markdown's own and those in raw HTML."""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import SplitResult, unquote, urlsplit

from spbe.region.page_text import without_code

_INLINE = re.compile(r"\]\(\s*(?:<(?P<angle>[^>\n]*)>|(?P<plain>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))")
_DEFINITION = re.compile(
    r"^[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<(?P<angle>[^>\n]*)>|(?P<plain>[^\s<>]+))", re.MULTILINE
)
_AUTOMATIC = re.compile(r"<(?P<plain>[a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z][a-zA-Z0-9:-]*(?=[\s/])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(
    r"[\s/\"'](?P<name>href|srcset|src|poster|xlink:href|data)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<plain>[^\s\"'=<>`]+))",
    re.IGNORECASE,
)
_OF_SRCSET = re.compile(r"(?:^|,)\s*([^\s,]+)")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link in a hand-written page.

    ``target`` as it is meant, that is without HTML's escapes; ``start`` and ``end`` enclose it as it is written.

    ``line`` and ``column`` count from 1, within the text. A link ``in_html`` counts from the page, one of Markdown
    from its file; ``shown`` says that it is a picture of Markdown.
    """

    target: str
    start: int
    end: int
    line: int
    column: int
    in_html: bool
    shown: bool = False

    @property
    def parts(self) -> SplitResult | None:
        """The parts of the target; ``None`` where it cannot be taken apart."""
        try:
            return urlsplit(self.target)
        except ValueError:
            return None

    def files(self, uri: str) -> tuple[str, ...]:
        """Which files of ``content/`` may be meant in the page ``uri``, spelled as they are written."""
        parts = self.parts
        if parts is None or parts.scheme or parts.netloc or not parts.path:
            return ()
        path = unquote(parts.path)
        if path.startswith("/"):
            return (posixpath.normpath(path.lstrip("/")),)
        folders = [posixpath.dirname(uri)]
        if self.in_html:
            folders.append(folder_of(uri))
        return tuple(dict.fromkeys(posixpath.normpath(posixpath.join(one, path)) for one in folders))


def spelled(uri: str) -> str:
    """``uri`` with its letters composed, for file systems and editors compose them differently."""
    return unicodedata.normalize("NFC", uri)


def folder_of(uri: str) -> str:
    """The folder of the site in which the page of the Markdown file ``uri`` stands."""
    stem = posixpath.splitext(uri)[0]
    return posixpath.dirname(uri) if posixpath.basename(stem) in {"index", "README"} else stem


@lru_cache(maxsize=1000)
def page_links(text: str) -> tuple[PageLink, ...]:
    """Every link in the Markdown ``text`` in order, not those in code or in comments.

    Several checks ask of every page, and a preview after every edit.
    """
    bare = without_code(text)
    found: dict[int, PageLink] = {}
    for pattern in (_INLINE, _DEFINITION, _AUTOMATIC):
        for match in pattern.finditer(bare):
            group = "angle" if match.groupdict().get("angle") is not None else "plain"
            link = _link(bare, match.start(group), match.end(group), in_html=False)
            shown = pattern is _INLINE and _is_picture(bare, match.start())
            found[link.start] = replace(link, shown=shown)
    for tag in _TAG.finditer(bare):
        for match in _ATTRIBUTE.finditer(tag[0]):
            group = next(name for name in ("double", "single", "plain") if match[name] is not None)
            first = tag.start() + match.start(group)
            spans = [(0, len(match[group]))]
            if match["name"].lower() == "srcset":
                spans = [one.span(1) for one in _OF_SRCSET.finditer(match[group])]
            for start, end in spans:
                found.setdefault(first + start, _link(bare, first + start, first + end, in_html=True))
    return tuple(found[start] for start in sorted(found))


def with_targets(text: str, to: Callable[[PageLink], str | None]) -> str:
    """``text`` with the target of every link replaced by what ``to`` makes of it, if anything."""
    parts: list[str] = []
    end = 0
    for link in page_links(text):
        made = to(link)
        if made is not None and link.start >= end:
            parts += [text[end : link.start], html.escape(made) if link.in_html else made]
            end = link.end
    return "".join([*parts, text[end:]])


def _is_picture(text: str, end: int) -> bool:
    """Whether an exclamation mark stands before the bracket that the one at ``end`` closes."""
    depth = 0
    for at in range(end, max(end - 2000, -1), -1):
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if depth == 0:
            return at > 0 and text[at - 1] == "!"
    return False


def _link(text: str, start: int, end: int, *, in_html: bool) -> PageLink:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return PageLink(html.unescape(text[start:end]).strip(), start, end, line, column, in_html)
