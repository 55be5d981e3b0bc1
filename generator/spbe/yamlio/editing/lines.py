"""Parts that stand on lines of their own: pairs of a mapping and items of a list without brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from spbe.yamlio.editing.patch import Patch, PatchSpan

_FIELD_TO_FILL_IN: Final = re.compile(r"#\s*[\w-]+:(\s|$)")
"""``# uraian:  # Penjelasan singkat.``, as in the files that ``spbe new`` makes."""


def add_lines(patch: Patch, parts: Sequence[PatchSpan], after: int | None, written: Sequence[str]) -> None:
    """Write ``written`` below the part ``after``, or above the first that stays, which is then ``parts[0]``.

    Each is text whose further lines have their blanks already. Where the parts are kept apart by blank lines, so are
    the new ones.
    """
    margin = " " * parts[0].place.indent
    gap = "\n" * (1 + (len(parts) > 1 and all(_apart(patch, one, two) for one, two in pairwise(parts))))
    if after is None:
        start = parts[0].start
        patch.write(start, start, "".join(one + gap + margin for one in written))
        return
    end = parts[after].end
    if patch.text[end - 1 : end] == "\n" and end > parts[after].start:  # blank lines at the end of a text belong to it
        patch.write(end, end, "".join(margin + one + "\n" for one in written))
        return
    stop = patch.line_end(end)
    patch.write(stop, stop, "".join(gap + margin + one for one in written))


def drop_lines(patch: Patch, parts: Sequence[PatchSpan], gone: set[int]) -> None:
    """Take the parts ``gone`` out, but not all there are; the comments that are theirs go with them."""
    for number in sorted(gone):
        part = parts[number]
        stop = _below(patch, part)
        if patch.begins_line(part.start):
            start = _with_comments_above(patch, patch.line_start(part.start), stop, part.place.indent)
            stop = _with_comments_below(patch, stop, part.place.indent)
            patch.cut(*_with_blank_lines(patch, start, stop))
            continue
        # It stands behind a dash, as the first of its kind: the next one that stays moves up, if nothing is between.
        following = parts[number + 1].start if number + 1 < len(parts) and number + 1 not in gone else None
        if following is not None and not patch.text[stop:following].strip():
            patch.cut(part.start, following)
        else:
            patch.cut(len(patch.text[: part.start].rstrip(" ")), patch.line_end(part.end))


def _below(patch: Patch, part: PatchSpan) -> int:
    """Where the first line below ``part`` begins."""
    if part.end > part.start and patch.text[part.end - 1] == "\n":
        return part.end
    return min(patch.line_end(part.end) + 1, len(patch.text))


def _with_comments_above(patch: Patch, start: int, stop: int, indent: int) -> int:
    """Where the comment that stands directly above begins, if it is about this part alone.

    It stays where it may head a group (a sibling follows at once), where it is the head of the file, and where it
    holds fields to fill in.
    """
    following = patch.text[stop : patch.line_end(stop)]
    if following.strip() and not following.lstrip().startswith("#") and _indent(following) >= indent:
        return start
    first = start
    while first:
        above = patch.line_start(first - 1)
        line = patch.text[above : first - 1]
        if not line.startswith(" " * indent + "#"):
            break
        if _FIELD_TO_FILL_IN.match(line.strip()) or not above:
            return start
        first = above
    return first


def _with_comments_below(patch: Patch, stop: int, indent: int) -> int:
    """Where the comments end that stand further in than the part, and so are of it."""
    at = stop
    while at < len(patch.text):
        line = patch.text[at : patch.line_end(at)]
        at = min(patch.line_end(at) + 1, len(patch.text))
        if line.strip():
            if not line.lstrip(" ").startswith("#") or _indent(line) <= indent:
                break
            stop = at
    return stop


def _with_blank_lines(patch: Patch, start: int, stop: int) -> tuple[int, int]:
    """The stretch with the blank lines that kept it apart, where blank lines stay on its other side or nothing does."""
    if not patch.tidy:
        return start, stop
    before = start
    while before and not patch.text[patch.line_start(before - 1) : before].strip():
        before = patch.line_start(before - 1)
    if stop == len(patch.text):
        return before, stop
    if before < start or not start:
        while stop < len(patch.text) and not patch.text[stop : patch.line_end(stop)].strip():
            stop = min(patch.line_end(stop) + 1, len(patch.text))
    return start, stop


def _apart(patch: Patch, one: PatchSpan, two: PatchSpan) -> bool:
    lines = patch.text[patch.line_end(one.end) : two.start].split("\n")
    return any(not line.strip() for line in lines[1:-1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
