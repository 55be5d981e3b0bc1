"""Links from hand-written pages to records: ``[SIMPEG](spbe:aplikasi/simpeg)``, with a fragment if need be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_LINK = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)(spbe:([^)\s>\"#]*)(#[^)\s>\"]*)?)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RecordLink:
    """``kind`` and ``id`` as written, either of them perhaps empty; ``start`` and ``end`` enclose the whole target.

    ``line`` and ``column`` count from 1.
    """

    kind: str
    id: str
    fragment: str
    start: int
    end: int
    line: int
    column: int


def record_links(text: str) -> Iterator[RecordLink]:
    """Every link to a record in the Markdown ``text``, not those in code or in comments."""
    for match in _LINK.finditer(without_code(text)):
        kind, _slash, name = match[2].partition("/")
        start = match.start(1)
        line = text.count("\n", 0, start) + 1
        column = start - text.rfind("\n", 0, start)
        yield RecordLink(kind, name, match[3] or "", start, match.end(1), line, column)


def resolve_record_links(text: str, to: Callable[[RecordLink], str]) -> str:
    """``text`` with the target of every link to a record replaced by what ``to`` makes of it."""
    parts: list[str] = []
    end = 0
    for link in record_links(text):
        parts += [text[end : link.start], to(link)]
        end = link.end
    return "".join([*parts, text[end:]])


def without_code(text: str) -> str:
    """The Markdown ``text`` with blanks for its code and comments, as long as before."""
    for pattern in (_FENCE, _COMMENT, _CODE):
        text = pattern.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    """As many characters, so that positions stay true."""
    return re.sub(r"[^\n]", " ", match[0])
