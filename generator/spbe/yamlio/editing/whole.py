"""A value that is written anew, with the comment beside it kept."""

from __future__ import annotations

import re
from typing import Any, Final

from spbe.yamlio.editing.patch import Patch, Place
from spbe.yamlio.notation import INDENT, after_key, block, in_brackets, sentences
from spbe.yamlio.parsing import parse
from spbe.yamlio.spans import TextSpan

_GAP: Final = re.compile(r"\s*")
_BLOCKS: Final = frozenset({"|", ">"})


def write_whole(patch: Patch, span: TextSpan, value: Any, place: Place) -> None:
    """Put ``value`` in the place of what stands at ``span``."""
    full = isinstance(value, dict | list) and bool(value)
    if not place.nested:
        patch.write(span.start, span.end, block(value, 0) if full else in_brackets(value))
    elif place.flow:
        colon = ": " if place.bare_key else " " if patch.text[span.start - 1 : span.start] == ":" else ""
        patch.write(span.start, span.end, colon + in_brackets(value))
    elif span.flow and not span.value and full and type(value) is type(span.value):
        inside = patch.text[span.start + 1 : span.end - 1]
        written = in_brackets(value)
        kept = written[1:-1] + inside if inside.strip() else None  # a comment within empty brackets
        patch.write(span.start, span.end, written if kept is None else written[0] + kept + written[-1])
    elif span.style in _BLOCKS and isinstance(value, str) and (lines := _relined(patch, span, value)):
        patch.write(span.start, span.end, lines)
    else:
        _after_key(patch, span, value, place)


def _after_key(patch: Patch, span: TextSpan, value: Any, place: Place) -> None:
    start, end = span.start, span.end
    comment = ""
    if span.style in _BLOCKS:  # a comment may stand behind the mark of the block
        header = patch.text[start : patch.line_end(start)]
        comment = "  " + header[header.index("#") :] if "#" in header else ""
    new = after_key(value, place.indent)
    if place.after_dash and isinstance(value, dict | list) and value:
        new = " " + (block(value, place.indent + INDENT) if isinstance(value, dict) else in_brackets(value))
    elif place.after_dash and value is None:
        new = " null"
    while start and patch.text[start - 1] in " \t\n" and not _after_comment(patch, start):
        start -= 1
    head, newline, rest = new.partition("\n")
    if end > span.start and patch.text[end - 1] == "\n":  # blank lines at the end of a text belong to it
        end -= 1
    tail = comment or patch.rest_of_line(end)
    if newline and tail.strip():  # the comment stays on the line of the key
        patch.write(start, end + len(patch.rest_of_line(end)), head + tail.rstrip() + newline + rest)
    else:
        patch.write(start, end, head + comment + newline + rest)


def _after_comment(patch: Patch, start: int) -> bool:
    """Whether only blanks stand between ``start`` and the end of a line with a comment."""
    line = patch.text[patch.line_start(start - 1) : start - 1]
    return patch.text[start - 1] == "\n" and "#" in line


def _relined(patch: Patch, span: TextSpan, value: str) -> str | None:
    """The lines at ``span`` with those exchanged that say something else now; ``None`` where no line would stay."""
    header, *lines = patch.text[span.start : span.end].split("\n")
    above, begin = _lines_kept(lines, value)
    turned, finish = _lines_kept([line[::-1] for line in reversed(lines[above:])], value[begin:][::-1])
    stop = len(value) - finish
    if not above and not turned:
        return None
    margin = next(line[: len(line) - len(line.lstrip(" "))] for line in lines if line.strip())
    between = value[begin:stop].strip(" \n") if header.startswith(">") else value[begin:stop].strip("\n")
    new = sentences(between) if header.startswith(">") else between.split("\n")
    made = [header, *lines[:above], *(margin + line if line else "" for line in new if between)]
    text = "\n".join([*made, *(lines[-turned:] if turned else [])])
    document, _problems = parse("", "x: " + _dedented(text) + "\n")
    return text if document is not None and document.value == {"x": value} else None


def _lines_kept(lines: list[str], value: str) -> tuple[int, int]:
    """How many of ``lines`` say how ``value`` begins, and how much of it."""
    at = 0
    for number, line in enumerate(lines):
        words = line.strip()
        end = at + len(words)
        if not value.startswith(words, at) or (words and end < len(value) and not value[end].isspace()):
            return number, at
        gap = _GAP.match(value, end)
        at = gap.end() if gap and words else end
    return len(lines), at


def _dedented(text: str) -> str:
    """A block of lines as it would stand below a key at the margin."""
    header, *lines = text.split("\n")
    least = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    return "\n".join([header, *("  " + line[least:] if line.strip() else "" for line in lines)])
