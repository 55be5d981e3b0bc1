"""Text to plain values in one pass over the parser's events.

Building from events rather than from composed nodes lets depth, aliases and tags be refused before they can
do harm (libyaml's composer overflows the C stack on deep input), and keeps every scalar as it was written.
"""

from __future__ import annotations

import errno
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from spbe.i18n import gettext
from spbe.problems import RULES, Problem
from spbe.problems.system import said
from spbe.sources.source import Source, TooLargeError
from spbe.yamlio.document import Document
from spbe.yamlio.events import events
from spbe.yamlio.guard import decode, odd_characters, too_large
from spbe.yamlio.limits import DEPTH, FILE_BYTES, VALUES
from spbe.yamlio.lookalikes import lookalike
from spbe.yamlio.syntax import lookalike_problem, syntax_problem, undefined_alias

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML 1.2 takes for nothing, written without quotes."""


def read_document(source: Source, path: str, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read the file at ``path``, to be called ``file`` in messages; a document that has problems is ``None``."""
    content, problems = content_of(source, path, file)
    return (None, problems) if content is None else understand(file, content)


def content_of(source: Source, path: str, file: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of the file at ``path``, or why there are none to be had."""
    try:
        return source.read(path, FILE_BYTES), ()
    except TooLargeError as error:
        return None, (too_large(file, error.size),)
    except OSError as error:
        return None, (RULES["berkas-tak-terbaca"].at(file, sebab=reason(error)),)


def understand(file: str, content: bytes, *, tags: bool = False) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in the bytes ``content`` of ``file``; ``None`` when it has errors.

    With ``tags`` values may carry tags of YAML, which :func:`spbe.yamlio.typed.typed_value` understands.
    """
    text, problems = decode(file, content)
    if problems:
        return None, problems
    document, problems = parse(file, text, tags=tags)
    return document, (*problems, *odd_characters(file, text))


def reason(error: OSError) -> str:
    """Why a file or folder that was listed cannot be read, in the user's language."""
    return gettext("tautannya menunjuk ke berkas yang tidak ada") if error.errno == errno.ENOENT else said(error)


def parse(file: str, text: str, *, tags: bool = False) -> tuple[Document | None, tuple[Problem, ...]]:
    """Understand ``text`` as one YAML document of plain values; otherwise say everything that is wrong."""
    builder = _Builder(file, tags=tags)
    try:
        for event in events(text):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(file, text, error))
    if builder.problems:
        return None, tuple(builder.problems)
    if builder.root is None:
        return None, (RULES["yaml-kosong"].at(file, 1, 1),)
    if isinstance(builder.root, str) and (mistaken := lookalike(text)):  # keys that were not taken for such
        return None, (lookalike_problem(file, mistaken),)
    return Document(file, text, builder.root), ()


class _Builder:
    """Puts events together; ``stack`` holds the open containers with the key that awaits a value."""

    def __init__(self, file: str, *, tags: bool = False) -> None:
        self.file = file
        self._tags = tags
        self.root: Any = None
        self.problems: list[Problem] = []
        self.stopped = False
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._values = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, ScalarEvent):
            self._refuse_tag(event)
            plain = event.style in {None, ""}  # libyaml says "", the reader in Python None
            value = None if plain and event.value in NULLS else event.value
            self._add(event, value, 1)
            if event.anchor:
                self._anchors[event.anchor] = (value, 1)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._refuse_tag(event)
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._close()
        elif isinstance(event, AliasEvent):
            if event.anchor not in self._anchors:
                self.problems.append(undefined_alias(self.file, event.start_mark))
            value, size = self._anchors.get(event.anchor or "", (None, 1))
            self._add(event, value, size)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "yaml-dokumen-ganda")

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self._stack) >= DEPTH:
            self._stop(event, "yaml-terlalu-dalam", batas=DEPTH)
            return
        container: Any = {} if isinstance(event, MappingStartEvent) else []
        self._stack.append(_Open(container, event, self._values))

    def _close(self) -> None:
        done = self._stack.pop()
        size = self._values - done.values_before + 1
        if done.start.anchor:
            self._anchors[done.start.anchor] = (done.container, size)
        self._add(done.start, done.container, 1)

    def _add(self, event: Any, value: Any, size: int) -> None:
        self._values += size
        if self._values > VALUES:
            self._stop(event, "yaml-terlalu-banyak", batas=VALUES)
            return
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        if isinstance(top.container, list):
            top.container.append(value)
        elif top.key is None:
            self._take_key(top, event)
        else:
            top.container[top.key] = value
            top.key = None

    def _take_key(self, top: _Open, event: Any) -> None:
        if not isinstance(event, ScalarEvent):
            self._report(event, "yaml-kunci-bukan-teks")
            top.key = f"\0{len(top.container)}"
            return
        key = event.value
        if key in top.container:
            self._report(event, "yaml-kunci-ganda", kunci=key, baris=top.lines[key])
        else:
            start: Any = event.start_mark
            top.lines[key] = start.line + 1
        top.key = key

    def _refuse_tag(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag is not None and not self._tags:
            self._report(event, "yaml-tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _report(self, event: Any, rule: str, **params: object) -> None:
        mark: Any = event.start_mark
        key = str(params.get("kunci", ""))
        self.problems.append(RULES[rule].at(self.file, mark.line + 1, mark.column + 1, key, **params))

    def _stop(self, event: Any, rule: str, **params: object) -> None:
        self._report(event, rule, **params)
        self.stopped = True


class _Open:
    """A list or mapping whose end has not been read yet."""

    __slots__ = ("container", "key", "lines", "start", "values_before")

    def __init__(self, container: Any, start: Any, values_before: int) -> None:
        self.container = container
        self.start = start
        self.values_before = values_before
        self.key: str | None = None
        self.lines: dict[str, int] = {}
