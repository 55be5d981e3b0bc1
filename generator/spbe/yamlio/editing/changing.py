"""What must change in a text so that a value says another, found part by part."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence
from typing import Any

from spbe.yamlio.editing.brackets import add_in_brackets, drop_in_brackets
from spbe.yamlio.editing.lines import add_lines, drop_lines
from spbe.yamlio.editing.patch import NotEditableError, Patch, PatchSpan, Place, parts_of
from spbe.yamlio.editing.whole import write_whole
from spbe.yamlio.notation import after_key, block, in_brackets, one_line
from spbe.yamlio.positions import Path
from spbe.yamlio.spans import TextSpan


def change(patch: Patch, span: TextSpan, value: Any, path: Path, place: Place) -> None:
    """Let what stands at ``span`` say ``value``."""
    if span.value == value:
        return
    if isinstance(value, dict) and span.pairs and value.keys() & span.value.keys():
        _change_mapping(patch, span, value, path)
    elif isinstance(value, list) and span.items and value:
        _change_list(patch, span, value, path)
    else:
        refuse_fixed(span, path)
        write_whole(patch, span, value, place)


def _change_mapping(patch: Patch, span: TextSpan, value: dict[str, Any], path: Path) -> None:
    parts = parts_of(patch, span)
    numbers: dict[str, int] = {pair.key: number for number, pair in enumerate(span.pairs)}
    for name, number in numbers.items():
        if name in value:
            change(patch, parts[number].span, value[name], (*path, name), parts[number].place)
    drop(patch, span, {number for name, number in numbers.items() if name not in value}, path)
    first = min(numbers[key] for key in value if key in numbers)
    after: int | None = None
    waiting: dict[str, Any] = {}
    for key, said in value.items():
        if key not in numbers:
            waiting[key] = said
            continue
        add_pairs(patch, span, after, waiting, first)
        after, waiting = numbers[key], {}
    add_pairs(patch, span, after, waiting, first)


def add_pairs(patch: Patch, span: TextSpan, after: int | None, pairs: dict[str, Any], first: int = 0) -> None:
    """New ``pairs`` behind the one that is number ``after``, or before all from ``first`` on."""
    parts = parts_of(patch, span)[first if after is None else 0 :]
    if not pairs:
        return
    if span.flow:
        add_in_brackets(patch, parts, after, [in_brackets({key: value})[1:-1] for key, value in pairs.items()])
        return
    column = parts[0].place.indent
    add_lines(patch, parts, after, [f"{one_line(key)}:{after_key(value, column)}" for key, value in pairs.items()])


def _change_list(patch: Patch, span: TextSpan, value: list[Any], path: Path) -> None:
    old, new = [_identity(item) for item in span.value], [_identity(item) for item in value]
    parts = parts_of(patch, span)
    gone: set[int] = set()
    for _name, a, b, c, d in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        both = min(b - a, d - c)
        for n in range(both):
            change(patch, parts[a + n].span, value[c + n], (*path, a + n), parts[a + n].place)
        gone |= set(range(a + both, b))
        if d - c > both:
            add_items(patch, span, a + both, value[c + both : d])
    drop(patch, span, gone, path)


def add_items(patch: Patch, span: TextSpan, at: int, items: Sequence[Any]) -> None:
    """New ``items`` before the one that stands at position ``at`` today."""
    parts = parts_of(patch, span)
    after = at - 1 if at else None
    if span.flow:
        add_in_brackets(patch, parts, after, [in_brackets(item) for item in items])
    else:
        add_lines(patch, parts, after, [block([item], parts[0].place.indent) for item in items])


def drop(patch: Patch, span: TextSpan, gone: set[int], path: Path) -> None:
    """Take the parts ``gone`` of ``span`` out, but not all there are."""
    if not gone:
        return
    parts: Sequence[PatchSpan] = parts_of(patch, span)
    for number in gone:
        refuse_fixed(parts[number].span, (*path, span.pairs[number].key if span.pairs else number))
    (drop_in_brackets if span.flow else drop_lines)(patch, parts, gone)


def refuse_fixed(span: TextSpan, path: Path) -> None:
    """Raises :class:`NotEditableError` for what is said at another place too."""
    if span.fixed:
        raise NotEditableError(path)


def _identity(item: Any) -> str:
    """By what an item of a list is known again."""
    if isinstance(item, dict) and isinstance(item.get("id"), str):
        return json.dumps({"id": item["id"]}, ensure_ascii=False)
    return json.dumps(item, ensure_ascii=False)
