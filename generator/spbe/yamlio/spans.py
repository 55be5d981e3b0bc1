"""From where to where every part of a text stands, for those who change one part and leave the rest as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from spbe.yamlio.parsing import NULLS


@dataclass
class TextSpan:
    """A value as it is written: ``text[start:end]``, an anchor before it included, blanks and comments after it not.

    ``value`` is what :func:`spbe.yamlio.parsing.parse` makes of it. ``pairs`` are those of a mapping, ``items`` those
    of a list; ``flow`` says that they stand in brackets. ``style`` is that of a scalar: ``""``, ``'``, ``"``, ``|``
    or ``>``. What holds an alias is ``fixed``: it says something about another place too.
    """

    start: int
    end: int
    column: int
    value: Any
    flow: bool = False
    style: str = ""
    fixed: bool = False
    pairs: list[KeyValueSpan] = field(default_factory=list)
    items: list[TextSpan] = field(default_factory=list)


@dataclass
class KeyValueSpan:
    """One key of a mapping with its value; the key stands at ``text[start:end]`` and ``column``, counted from 0."""

    key: str
    start: int
    end: int
    column: int
    value: TextSpan


def span_of(text: str) -> TextSpan:
    """The tree of ``text``, which must have parsed before as one document of plain values."""
    # libyaml counts neither a byte order mark nor wide characters as Python does; the reader in Python is exact.
    reader = _Reader(text, iter(yaml.parse(text, Loader=yaml.SafeLoader)))
    for event in reader.events:
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            return reader.span(event)
    raise ValueError("no value")


@dataclass
class _Reader:
    text: str
    events: Iterator[Any]
    anchored: dict[str, Any] = field(default_factory=dict)

    def span(self, event: Any) -> TextSpan:
        """What begins with ``event``; its other events are used up."""
        start, end, column = event.start_mark.index, event.end_mark.index, event.start_mark.column
        if isinstance(event, AliasEvent):
            return TextSpan(start, end, column, self.anchored.get(event.anchor or ""), fixed=True)
        span = TextSpan(start, end, column, None, fixed=event.anchor is not None)
        if isinstance(event, ScalarEvent):
            span.style = event.style or ""
            span.value = None if not span.style and event.value in NULLS else event.value
            span.end = _end_of_scalar(event, self.text)
        else:
            span.flow = bool(event.flow_style)
            end = self._take_pairs(span) if isinstance(event, MappingStartEvent) else self._take_items(span)
            parts = [pair.value for pair in span.pairs] or span.items
            span.fixed = span.fixed or any(part.fixed for part in parts)
            # A list or mapping without brackets ends with its last part; its end event comes at whatever follows.
            last = max(parts[-1].end, *(pair.end for pair in span.pairs), 0) if parts else end
            span.end = end if span.flow else last
        if event.anchor is not None:
            self.anchored[event.anchor] = span.value
        return span

    def _take_pairs(self, span: TextSpan) -> int:
        span.value = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                return _index(event.end_mark)
            key = event.value
            value = self.span(next(self.events))
            span.pairs.append(
                KeyValueSpan(key, event.start_mark.index, event.end_mark.index, event.start_mark.column, value)
            )
            span.value[key] = value.value
        raise ValueError("no end of a mapping")

    def _take_items(self, span: TextSpan) -> int:
        span.value = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                return _index(event.end_mark)
            item = self.span(event)
            span.items.append(item)
            span.value.append(item.value)
        raise ValueError("no end of a list")


def _index(mark: Any) -> int:
    index: int = mark.index
    return index


def _end_of_scalar(event: Any, text: str) -> int:
    """The end of what was written; a block of lines ends before the blank lines and comments that the parser adds."""
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    if event.style in {"|", ">"}:
        written = text[start:end]
        if event.value.endswith("\n\n") or (event.value and not event.value.strip("\n")):
            return start + len(written.rstrip(" \t"))  # blank lines belong to it
        return start + len(written.rstrip())
    return end
