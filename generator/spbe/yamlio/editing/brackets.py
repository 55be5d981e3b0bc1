"""Parts of lists and mappings in brackets: one more, one less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from spbe.yamlio.editing.patch import NotEditableError, Patch, PatchSpan

_COMMENT_OR_COMMA: Final = re.compile(r"#[^\n]*|,")
_TO_COMMA: Final = re.compile(r"(?:\s|#[^\n]*)*,")


def add_in_brackets(patch: Patch, parts: Sequence[PatchSpan], after: int | None, written: Sequence[str]) -> None:
    """Write ``written`` behind the part ``after``, or before the first that stays, which is then ``parts[0]``."""
    if after is None:
        first = parts[0].start
        apart = "\n" + " " * patch.column(first) if patch.begins_line(first) else " "
        patch.write(first, first, "".join(f"{one},{apart}" for one in written))
        return
    last = parts[after]
    comma = _TO_COMMA.match(patch.text, last.end)
    line = patch.line_end(comma.end() if comma else last.end)
    alone = after + 1 == len(parts) or parts[after + 1].start > line
    rest = patch.rest_of_line(comma.end() if comma else last.end)
    if not (patch.begins_line(last.start) and alone and "\n" in patch.text[line : line + 1]):
        patch.write(last.end, last.end, "".join(f", {one}" for one in written))
    elif len(rest) < line - (comma.end() if comma else last.end):  # the bracket closes on this line
        patch.write(last.end, last.end, "".join(f",\n{' ' * patch.column(last.start)}{one}" for one in written))
    else:
        margin = "\n" + " " * patch.column(last.start)
        if comma is None:
            patch.write(last.end, last.end, ",")
        patch.write(line, line, ("" if comma else ",").join(margin + one + ("," if comma else "") for one in written))


def drop_in_brackets(patch: Patch, parts: Sequence[PatchSpan], gone: set[int]) -> None:
    """Take the parts ``gone`` out, but not all there are."""
    last_kept = max(number for number in range(len(parts)) if number not in gone)
    closes_with_comma = _TO_COMMA.match(patch.text, parts[-1].end) is not None
    for number in sorted(gone):
        part = parts[number]
        if number < last_kept:
            _with_comma_behind(patch, part)
        elif closes_with_comma:
            _with_comma_behind(patch, part)
            before = patch.text[patch.line_start(part.start) : part.start]
            patch.cut(part.start - (len(before) - len(before.rstrip(" "))) * bool(before.strip()), part.start)
        else:
            comma = _comma(patch, parts[number - 1].end)
            patch.cut(comma, comma + 1)
            between = patch.text[comma + 1 : part.start]
            patch.cut(part.start - (len(between) if not between.strip(" ") else 0), part.end)


def _with_comma_behind(patch: Patch, part: PatchSpan) -> None:
    stop = _comma(patch, part.end) + 1
    line = patch.line_end(stop)
    if patch.begins_line(part.start) and stop + len(patch.rest_of_line(stop)) == line < len(patch.text):
        patch.cut(patch.line_start(part.start), line + 1)  # it has its lines for itself
        return
    while patch.text[stop : stop + 1] == " ":
        stop += 1
    patch.cut(part.start, stop)


def _comma(patch: Patch, start: int) -> int:
    """The next comma from ``start`` on that is not within a comment."""
    for match in _COMMENT_OR_COMMA.finditer(patch.text, start):
        if match[0] == ",":
            return match.start()
    raise NotEditableError
