"""The one reader of hand-written pages: for the checks and for every engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from spbe.model.base import fields_of
from spbe.model.halaman import KepalaHalaman
from spbe.problems import RULES, Problem
from spbe.region.page_links import folder_of
from spbe.yamlio.document import Document
from spbe.yamlio.guard import page_characters
from spbe.yamlio.parsing import understand
from spbe.yamlio.positions import Position
from spbe.yamlio.validation import did_you_mean, shorten, validate

_FENCE = re.compile(r"-{3}[ \t]*\n")
_HEAD = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n|)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)\n*", re.DOTALL)
_KEY = re.compile(r"-{3}[ \t]*\n[A-Za-z_][\w-]*:(?: |\n)")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A hand-written page: ``uri`` is its place in ``content/``, ``file`` what it is called in messages.

    ``meta`` is what of its head is known and right, the only part of it that is ever published; ``text`` the Markdown
    below it, which begins after ``lines`` lines. ``positions`` are those of the values of ``meta``.
    """

    uri: str
    file: str
    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    lines: int = 0
    positions: Mapping[str, Position] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The address of the page."""
        return address_of(self.uri)

    @property
    def title(self) -> str:
        """What its head calls it, else its first heading, else its file."""
        heading = re.search(r"^# +(.+?)[ #]*$", self.text, re.MULTILINE)
        return str(self.meta.get("title") or (heading[1] if heading else self.uri))


def address_of(uri: str) -> str:
    """The address of the Markdown file ``uri`` of ``content/``; ``README.md`` counts as ``index.md``."""
    folder = folder_of(uri)
    return f"/{folder}/" if folder else "/"


def page_in(uri: str, file: str, content: bytes) -> tuple[PageFile, tuple[Problem, ...]]:
    """The page that ``content`` is, as far as it can be read, and what is wrong with its file and its head."""
    found: list[Problem] = []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        found.append(RULES["halaman-utf8"].at(file, line, column))
        text = content.decode("utf-8-sig", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not found:
        found += page_characters(file, text)
    page = PageFile(uri, file, text)
    if not _FENCE.match(text):
        return page, tuple(found)
    head = _HEAD.match(text)
    if head is None:
        if _KEY.match(text):
            found.append(RULES["halaman-kepala"].at(file, 1, 1))
        return page, tuple(found)
    page = replace(page, text=text[head.end() :], lines=text.count("\n", 0, head.end()))
    if head["yaml"].strip():
        meta, positions, wrong = _meta(file, head["yaml"])
        found += wrong
        page = replace(page, meta=meta, positions=positions)
    return page, tuple(found)


def _meta(file: str, source: str) -> tuple[dict[str, Any], dict[str, Position], Iterable[Problem]]:
    """The known keys of a head with their values, as the engines know them; ``source`` begins on the second line."""
    document, problems = understand(file, f"\n{source}".encode())
    if document is None:
        only_comments = all(problem.rule == "yaml-kosong" for problem in problems)
        return {}, {}, () if only_comments else problems
    found: list[Problem] = []
    given = document.value
    if isinstance(given, dict):
        known = fields_of(KepalaHalaman)
        for key in given.keys() - known.keys():
            line, column = document.position((key,), of_key=True)
            meant = did_you_mean(key, known)
            found.append(RULES["halaman-kunci"].at(file, line, column, key, kunci=shorten(key), maksud=meant))
        given = {key: value for key, value in given.items() if key in known}
    head, wrong = validate(KepalaHalaman, Document(file, document.text, given))
    meta = _plain(head) if head else {}
    return meta, {key: document.position((key,)) for key in meta}, (*found, *wrong)


def _plain(head: KepalaHalaman) -> dict[str, Any]:
    values = {name: getattr(head, name) for name in fields_of(KepalaHalaman) if name in head.model_fields_set}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}
