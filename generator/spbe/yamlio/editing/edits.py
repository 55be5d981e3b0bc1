"""The edits of a file: one that finds what must change, and four that are told."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from itertools import product
from typing import Any

from spbe.yamlio.editing.changing import add_items, add_pairs, change, drop, refuse_fixed
from spbe.yamlio.editing.patch import NotEditableError, OverlapError, Patch, Place, line_ending, parts_of
from spbe.yamlio.notation import one_line
from spbe.yamlio.parsing import parse
from spbe.yamlio.positions import Path
from spbe.yamlio.spans import TextSpan, span_of

_BOM = "\ufeff"
_TOP = Place(nested=False)


def edited(text: str, value: Any) -> str:
    """``text``, one YAML document, changed as little as possible so that it says ``value``.

    ``value`` is made of dicts, lists, text and ``None``, as :func:`spbe.yamlio.parsing.parse` gives them. Keys and
    items that stay are not touched (items with an ``id`` are told by it); new keys come after the one that they follow
    in ``value``; the order of old keys stays. A comment goes only with what it stands beside, or directly above if it
    is about nothing else. Line ends, a byte order mark and the lack of a last line end stay.

    Raises :class:`NotEditableError` where this cannot be done.
    """
    return _proved(text, lambda _old: value, lambda patch, root: change(patch, root, value, (), _TOP))


def with_value(text: str, path: Path, value: Any) -> str:
    """``text`` with ``value`` at ``path``: another value there, or a new key, which comes last.

    Mappings on the way that are missing or left open are made. Raises :class:`NotEditableError` where something else
    is in the way, or no such item.
    """

    def write(patch: Patch, root: TextSpan) -> None:
        span, place, missing = _found(patch, root, path)
        if not missing:
            change(patch, span, value, path, place)
            return
        within = _nested(missing[1:], value)
        if span.pairs:
            add_pairs(patch, span, len(span.pairs) - 1, {str(missing[0]): within})
        else:
            change(patch, span, {str(missing[0]): within}, path, place)

    return _proved(text, lambda old: _put(old, path, value), write)


def with_item(text: str, path: Path, item: Any, at: int | None = None) -> str:
    """``text`` with ``item`` in the list at ``path``, before the item that is number ``at`` today, or at its end.

    A list that is missing, left open or empty begins with it.
    """
    old = _get(_read(text), path)
    if not isinstance(old, list) or not old:
        if old is not None and old != []:
            raise NotEditableError(path)
        return with_value(text, path, [item])
    number = len(old) if at is None else at
    if not 0 <= number <= len(old):
        raise NotEditableError((*path, number))

    def write(patch: Patch, root: TextSpan) -> None:
        span, _place, _missing = _found(patch, root, path)
        add_items(patch, span, number, [item])

    return _proved(text, lambda whole: _put(whole, path, [*old[:number], item, *old[number:]]), write)


def without(text: str, path: Path) -> str:
    """``text`` without the key or item at ``path``; a list or mapping that had nothing else is left empty.

    Raises :class:`NotEditableError` where nothing stands at ``path``.
    """

    def intended(old: Any) -> Any:
        holder = _get(old, path[:-1])
        del holder[path[-1]]
        return old

    def write(patch: Patch, root: TextSpan) -> None:
        span, place, missing = _found(patch, root, path[:-1])
        if missing or not path:
            raise NotEditableError(path)
        number = [pair.key for pair in span.pairs].index(str(path[-1])) if span.pairs else int(path[-1])
        if len(parts_of(patch, span)) == 1:
            change(patch, span, type(span.value)(), path, place)
        else:
            drop(patch, span, {number}, path[:-1])

    if _get(_read(text), path, missing=_NOTHING) is _NOTHING or not path:
        raise NotEditableError(path)
    return _proved(text, intended, write)


def renamed(text: str, path: Path, key: str) -> str:
    """``text`` with the last key of ``path`` called ``key``, in its place, with all that it says.

    Raises :class:`NotEditableError` where there is none, or one of the new name already.
    """
    holder = _get(_read(text), path[:-1])
    if not path or not isinstance(holder, dict) or path[-1] not in holder or key in holder:
        raise NotEditableError(path)

    def write(patch: Patch, root: TextSpan) -> None:
        span, _place, _missing = _found(patch, root, path[:-1])
        pair = next(pair for pair in span.pairs if pair.key == path[-1])
        patch.write(pair.start, pair.end, one_line(key, flow=span.flow))

    made = {key if name == path[-1] else name: value for name, value in holder.items()}
    return _proved(text, lambda old: _put(old, path[:-1], made), write)


def _read(text: str) -> Any:
    document, _problems = parse("", text.removeprefix(_BOM).replace("\r\n", "\n"))
    if document is None:
        raise NotEditableError
    return document.value


def _proved(text: str, intended: Callable[[Any], Any], write: Callable[[Patch, TextSpan], None]) -> str:
    """``text`` after ``write``, read again and found to say what ``intended`` makes of its value."""
    mark = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(_BOM)
    plain = body.replace("\r\n", "\n")
    if "\r" in plain:
        raise NotEditableError
    before = _read(plain)
    value = intended(copy.deepcopy(before))
    if json.dumps(before) == json.dumps(value):
        return text
    root = span_of(plain)
    for tidy, last in product((True, False), (True, False)):
        patch = Patch(plain, tidy=tidy)
        write(patch, root)
        try:
            made = patch.applied(body)
        except OverlapError:
            continue
        if last and not plain.endswith("\n"):
            made = made.rstrip("\r\n")
        elif not last and not made.endswith("\n"):  # what a text says may hang on its last line end
            made += line_ending(body)
        after, _problems = parse("", made)
        if after is not None and after.value == value:
            return mark + made
    raise NotEditableError


class _Nothing:
    """Stands for what is not there, for ``None`` may be."""


_NOTHING = _Nothing()


def _get(value: Any, path: Path, missing: Any = None) -> Any:
    for key in path:
        inside = isinstance(value, dict) and key in value
        if not inside and not (isinstance(value, list) and key in range(len(value))):
            return missing
        value = value[key]
    return value


def _put(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    key = path[0]
    if isinstance(value, list) and key in range(len(value)):
        return [_put(item, path[1:], new) if number == key else item for number, item in enumerate(value)]
    if isinstance(value, dict | None) and isinstance(key, str):
        held = value or {}
        return {**held, key: _put(held.get(key), path[1:], new)}
    raise NotEditableError(path)


def _nested(path: Path, value: Any) -> Any:
    for key in reversed(path):
        value = {key: value}
    return value


def _found(patch: Patch, root: TextSpan, path: Path) -> tuple[TextSpan, Place, Path]:
    """What stands at ``path``; or the last on the way to it, with the keys that it lacks."""
    span, place = root, _TOP
    for number, key in enumerate(path):
        if isinstance(span.value, dict) and key in span.value and not (span.fixed and not span.pairs):
            position = [pair.key for pair in span.pairs].index(str(key))
        elif isinstance(key, int) and span.items and 0 <= key < len(span.items):
            position = key
        elif isinstance(span.value, dict | None) and all(isinstance(one, str) for one in path[number:]):
            if not span.pairs:
                refuse_fixed(span, path)
            return span, place, path[number:]
        else:
            raise NotEditableError(path)
        part = parts_of(patch, span)[position]
        span, place = part.span, part.place
    return span, place, ()
