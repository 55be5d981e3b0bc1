"""Changing what a file says and nothing else: every comment, blank line, order and way of writing stays."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from spbe.yamlio.notation import INDENT, after_key, block, in_brackets, one_line
from spbe.yamlio.positions import Path
from spbe.yamlio.reading import parse
from spbe.yamlio.spans import Pair, Span, span_of

_BOM = "\ufeff"
_REST_OF_LINE = re.compile(r"[ \t]*(#[^\r\n]*)?")
_COMMENT_OR_COMMA = re.compile(r"#[^\r\n]*|,")


class NotEditableError(ValueError):
    """The text cannot be changed in its place, for example at an alias; ``path`` names the part."""

    def __init__(self, path: Path) -> None:
        super().__init__(".".join(map(str, path)))
        self.path = path


def edited(text: str, value: Any) -> str:
    """``text``, one YAML document, changed as little as possible so that it says ``value``.

    ``value`` is made of dicts, lists, text and ``None``, as :func:`spbe.yamlio.reading.parse` gives them. Keys and
    items that stay are not touched; new keys come after the one that they follow in ``value``; the order of old keys
    stays. A comment goes only with the value beside which it stands. Line ends are those of ``text``.

    Raises :class:`NotEditableError` where this cannot be done, and never returns a text that says anything else:
    the outcome is read again and compared.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    ending = "\r\n" if "\r\n" in body else "\n"
    if "\r" in body.replace("\r\n", ""):
        raise NotEditableError(())
    plain = body.replace("\r\n", "\n")
    before, _problems = parse("", plain)
    if before is None:
        raise NotEditableError(())
    if before.value == value:
        return text
    root = span_of(plain)
    edits = _Edits(plain)
    edits.change(root, value, (), _Place(0, nested=False))
    made = edits.applied()
    after, _problems = parse("", made)
    if after is None or after.value != value:
        raise NotEditableError(())
    return mark + made.replace("\n", ending)


@dataclass(frozen=True)
class _Place:
    """Where a value stands: ``indent`` is the column of its key or dash; ``nested`` unless it is the whole text."""

    indent: int
    nested: bool = True
    flow: bool = False
    after_dash: bool = False


@dataclass
class _Edits:
    """Replacements of stretches of ``text`` that do not overlap: start, end, new text."""

    text: str
    found: list[tuple[int, int, str]] = field(default_factory=list)

    def applied(self) -> str:
        text = self.text
        # Of two insertions at one place the one that was found first comes first.
        order = sorted(enumerate(self.found), key=lambda one: (one[1][0], one[1][1], one[0]), reverse=True)
        for _number, (start, end, new) in order:
            text = text[:start] + new + text[end:]
        return text

    def replace(self, start: int, end: int, new: str) -> None:
        self.found.append((start, end, new))

    def change(self, span: Span, value: Any, path: Path, place: _Place) -> None:
        """Let what stands at ``span`` say ``value``."""
        if span.value == value:
            return
        if isinstance(value, dict) and isinstance(span.value, dict) and value.keys() & span.value.keys():
            self._mapping(span, value, path)
        elif isinstance(value, list) and isinstance(span.value, list) and span.items and value:
            self._list(span, value, path)
        elif span.fixed:
            raise NotEditableError(path)
        else:
            self._whole(span, value, place)

    def _whole(self, span: Span, value: Any, place: _Place) -> None:
        if not place.nested:
            self.replace(span.start, span.end, block(value, 0) if isinstance(value, dict | list) and value else "")
            return
        if place.flow:
            self.replace(span.start, span.end, in_brackets(value) if value is not None else "null")
            return
        start, end = span.start, span.end
        comment = ""
        if span.style in {"|", ">"}:  # a comment may stand behind the mark of the block
            header = self.text[start : self._line_end(start)]
            comment = "  " + header[header.index("#") :] if "#" in header else ""
        new = after_key(value, place.indent)
        if place.after_dash and isinstance(value, dict | list) and value:
            new = " " + (block(value, place.indent + INDENT) if isinstance(value, dict) else in_brackets(value))
        elif place.after_dash and value is None:
            new = " null"
        while start and self.text[start - 1] in " \t\n" and not self._after_comment(start):
            start -= 1
        head, newline, rest = new.partition("\n")
        tail = comment or self._rest_of_line(end)
        if newline and tail.strip():  # the comment stays on the line of the key
            self.replace(start, end + len(self._rest_of_line(end)), head + tail.rstrip() + newline + rest)
        else:
            self.replace(start, end, head + comment + newline + rest)

    def _after_comment(self, start: int) -> bool:
        """Whether only blanks stand between ``start`` and the end of a line with a comment."""
        line = self.text[self.text.rfind("\n", 0, start - 1) + 1 : start - 1]
        return self.text[start - 1] == "\n" and "#" in line

    def _mapping(self, span: Span, value: dict[str, Any], path: Path) -> None:
        kept = [pair for pair in span.pairs if pair.key in value]
        for number, pair in enumerate(span.pairs):
            if pair.key in value:
                place = _Place(pair.column, flow=span.flow)
                self.change(pair.value, value[pair.key], (*path, pair.key), place)
            else:
                self._refuse_fixed(pair.value, (*path, pair.key))
                parts = [(one.start, max(one.end, one.value.end)) for one in span.pairs]
                self._drop(span, parts, number, {n for n, one in enumerate(span.pairs) if one.key in value})
        previous: Pair | None = None
        by_key = {pair.key: pair for pair in span.pairs}
        waiting: list[str] = []
        for key in value:
            if key not in by_key:
                waiting.append(key)
                continue
            self._add_pairs(span, previous, waiting, value, kept)
            previous, waiting = by_key[key], []
        self._add_pairs(span, previous, waiting, value, kept)

    def _add_pairs(
        self, span: Span, previous: Pair | None, keys: list[str], value: dict[str, Any], kept: Sequence[Pair]
    ) -> None:
        if not keys:
            return
        first = kept[0]
        if span.flow:
            written = ", ".join(in_brackets({key: value[key]})[1:-1] for key in keys)
            if previous is None:
                self.replace(first.start, first.start, written + ", ")
            else:
                end = max(previous.end, previous.value.end)
                self.replace(end, end, ", " + written)
            return
        margin = " " * first.column
        lines = [f"{one_line(key)}:{after_key(value[key], first.column)}" for key in keys]
        if previous is None:
            self.replace(first.start, first.start, "".join(line + "\n" + margin for line in lines))
        else:
            self._insert_after(max(previous.end, previous.value.end), [margin + line for line in lines])

    def _list(self, span: Span, value: list[Any], path: Path) -> None:
        old, new = [_key(item) for item in span.value], [_key(item) for item in value]
        steps = difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
        kept = {n for name, a, b, c, d in steps for n in range(a, min(b, a + d - c)) if name in {"equal", "replace"}}
        dashes = [] if span.flow else list(self._dashes(span))
        parts = [
            (item.start if span.flow else dashes[n], max(item.end, item.start)) for n, item in enumerate(span.items)
        ]
        for _name, a, b, c, d in steps:
            both = min(b - a, d - c)
            for n in range(both):
                place = _Place(span.column if span.flow else self._column(dashes[a + n]), flow=span.flow)
                place = _Place(place.indent, flow=span.flow, after_dash=not span.flow)
                self.change(span.items[a + n], value[c + n], (*path, a + n), place)
            for n in range(a + both, b):
                self._refuse_fixed(span.items[n], (*path, n))
                self._drop(span, parts, n, kept)
            if d - c > both:
                self._add_items(span, parts, a + both, value[c + both : d], dashes)

    def _add_items(
        self, span: Span, parts: list[tuple[int, int]], at: int, items: list[Any], dashes: list[int]
    ) -> None:
        """New ``items`` before the one that stands at position ``at`` today."""
        if span.flow:
            written = ", ".join("null" if item is None else in_brackets(item) for item in items)
            if at:
                self.replace(parts[at - 1][1], parts[at - 1][1], ", " + written)
            else:
                self.replace(parts[0][0], parts[0][0], written + ", ")
            return
        column = self._column(dashes[0])
        lines = [block([item], column) for item in items]
        if at:
            self._insert_after(parts[at - 1][1], [" " * column + line for line in lines])
        else:
            self.replace(dashes[0], dashes[0], "".join(line + "\n" + " " * column for line in lines))

    def _drop(self, span: Span, parts: list[tuple[int, int]], number: int, kept: set[int]) -> None:
        """Take the part ``number`` of ``span`` out, of which the parts ``kept`` stay."""
        start, end = parts[number]
        if span.flow:
            self._drop_in_brackets(parts, number, kept)
            return
        line = self.text.rfind("\n", 0, start) + 1
        stop = self._line_end(end)
        if not self.text[line:start].strip():  # it has its lines for itself
            self.replace(line, min(stop + 1, len(self.text)), "")
            return
        # It stands behind a dash, as the first of its kind: the next one that stays moves up, if nothing is between.
        following = next((n for n in range(number + 1, len(parts)) if n in kept), None)
        between = self.text[stop : parts[number + 1][0]] if number + 1 < len(parts) else "#"
        if following == number + 1 and not between.strip():
            self.replace(start, parts[number + 1][0], "")
        else:
            self.replace(self._after_text(start), stop, "")

    def _drop_in_brackets(self, parts: list[tuple[int, int]], number: int, kept: set[int]) -> None:
        start, end = parts[number]
        if any(n > number for n in kept):
            comma = self._comma(end)
            while self.text[comma + 1 : comma + 2] == " ":
                comma += 1
            self.replace(start, comma + 1, "")
        else:  # with the comma before it
            comma = self._comma(parts[number - 1][1])
            between = self.text[comma + 1 : start]
            self.replace(comma, comma + 1, "")
            self.replace(start - (len(between) if not between.strip(" ") else 0), end, "")

    def _comma(self, start: int) -> int:
        """The next comma from ``start`` on that is not within a comment."""
        for match in _COMMENT_OR_COMMA.finditer(self.text, start):
            if match[0] == ",":
                return match.start()
        raise NotEditableError(())

    def _refuse_fixed(self, span: Span, path: Path) -> None:
        if span.fixed:
            raise NotEditableError(path)

    def _dashes(self, span: Span) -> Iterator[int]:
        """Where the dash of each item of a list without brackets stands."""
        at, pattern = span.start, re.compile(r"-(?=\s|\Z)")
        for number, item in enumerate(span.items):
            found = pattern.search(self.text, at)
            if found is None:
                raise NotEditableError(())
            if not number:
                pattern = re.compile(rf"(?m)(?<=^[ ]{{{self._column(found.start())}}})-(?=\s|\Z)")
            yield found.start()
            at = max(item.end, found.end())

    def _insert_after(self, end: int, lines: list[str]) -> None:
        """New ``lines`` below the one in which something ends at ``end``."""
        stop = self._line_end(end)
        self.replace(stop, stop, "".join("\n" + line for line in lines))

    def _rest_of_line(self, at: int) -> str:
        found = _REST_OF_LINE.match(self.text, at)
        return found[0] if found else ""

    def _after_text(self, at: int) -> int:
        """Where the blanks before ``at`` begin."""
        return len(self.text[:at].rstrip(" "))

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _column(self, at: int) -> int:
        return at - self.text.rfind("\n", 0, at) - 1


def _key(item: Any) -> str:
    return json.dumps(item, ensure_ascii=False)
