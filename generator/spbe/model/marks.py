"""The marks on a field's type: what ``Annotated`` hangs on it, or on a part of it such as the item of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic.fields import FieldInfo

M = TypeVar("M")


def mark_of(info: FieldInfo, sort: type[M]) -> M | None:
    """The first mark of ``sort`` on the field, the outermost first; ``None`` when there is none."""
    return next((mark for mark in marks_of(info) if isinstance(mark, sort)), None)


def mark_of_items(info: FieldInfo, sort: type[M]) -> M | None:
    """The first mark of ``sort`` on what a mapping holds at its keys; ``None`` for a field of another shape."""
    if get_origin(info.annotation) is not dict:
        return None
    return next((mark for mark in _within((), get_args(info.annotation)[1]) if isinstance(mark, sort)), None)


def marks_of(info: FieldInfo) -> Iterator[Any]:
    """Every mark on the field, the outermost first; those within a part that is a model of its own are not its."""
    return _within(info.metadata, info.annotation)


def _within(metadata: Iterable[Any], annotation: Any) -> Iterator[Any]:
    yield from metadata
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _within(more, inner)
    else:
        for part in get_args(annotation):
            yield from _within((), part)
