"""A difference as the comment on a pull request: verdict, sentences, and the detail folded, in at most 60,000 bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from spbe.differences.difference import Difference
from spbe.differences.difference_text import blocks_of
from spbe.differences.telling.story import story_of
from spbe.i18n import gettext as _
from spbe.wording import formatting

BYTES: Final = 60_000
"""The greatest size: hosts refuse comments that are longer than 65,536 characters."""

LINE: Final = 1_000
"""How many letters of one line are told."""

_SIGNS = re.compile(r"([\\`*_\[\]|~$])")
_FIRST = re.compile(r"^(?=[#+=>-])|^(?=\d+[.)])")
_MENTION = re.compile(r"([@#!%&~$])(?=[\w\"])")
"""What hosts take for a person, an issue, a request or a label."""


def markdown_of(difference: Difference, before: str, after: str) -> str:
    """The comment, in the language in force; empty where nothing that somebody wrote is another one."""
    story = story_of(difference)
    if not story:
        return ""
    lines = [f"**{_plain(story.verdict)}**", "", *(f"- {_plain(one.text)}" for one in story.sentences)]
    if story.untold:
        lines.append(f"- {_('Dan {n} hal lain, di bawah.').format(n=formatting.number(story.untold))}")
    parts = [_Part(title, tuple(map(_line, rows))) for title, rows in blocks_of(difference)]
    whole = "\n".join((*lines, "", *(part.text() for part in parts)))
    if len(whole.encode()) <= BYTES:
        return whole
    words = _("Komentar ini dipotong; selengkapnya: jalankan {perintah}.")
    command = f"`spbe diff {_code(before)} {_code(after)}`"
    return _cut([lines[0], "", f"> {words.format(perintah=command)}", *lines[1:], ""], parts)


@dataclass(frozen=True)
class _Part:
    """One part of the detail, which opens when asked; lines keep their depth."""

    title: str
    rows: tuple[str, ...]

    def text(self) -> str:
        return "\n".join((f"<details><summary>{escape(self.title)}</summary>", "", *self.rows, "", "</details>", ""))

    def cut(self, most: int) -> str:
        """As many of its lines as ``most`` bytes hold; empty where there is no room for one."""
        rows = 0
        left = most - len(_Part(self.title, ()).text().encode())
        while rows < len(self.rows) and (left := left - len(self.rows[rows].encode()) - 1) >= 0:
            rows += 1
        return _Part(self.title, self.rows[:rows]).text() if rows else ""


def _cut(lines: Iterable[str], parts: Iterable[_Part]) -> str:
    """As many whole lines, and of the detail as many lines of each part, as there is room for."""
    told, left = [], BYTES
    for line in lines:
        size = len(line.encode()) + 1
        if size <= left:
            told.append(line)
            left -= size
    for part in parts:
        text = part.cut(left - 1)
        if text:
            told.append(text)
            left -= len(text.encode()) + 1
    return "\n".join(told)


def _line(row: str) -> str:
    text = row.strip()
    return f"{' ' * (len(row) - len(row.lstrip()) - 2)}- {_plain(text)}"


def _plain(text: str) -> str:
    """``text`` so that it is shown as it stands: nothing in it is markup, a mention of somebody, or a link."""
    short = " ".join(text.split())
    short = short if len(short) <= LINE else short[:LINE] + "…"
    apart = _FIRST.sub("\u2060", _MENTION.sub("\\1\u2060", short))
    shown = _SIGNS.sub(r"\\\1", apart.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    return shown.replace("://", ":\u2060//").replace("www.", "www\u2060.")


def _code(text: str) -> str:
    return re.sub(r"[^\w./~^@-]", "", text)
