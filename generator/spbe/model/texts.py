"""Every text in a record, with its place, what it means, and whether the public may see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from spbe.model.base import Base, fields_of
from spbe.model.marks import mark_of
from spbe.model.values import TextKind


class TextWithin(NamedTuple):
    """A text somewhere in a record.

    ``text`` at ``path`` inside a record; ``public`` when every field on the way is of the class ``publik``.

    ``kind`` is that of the field: an address, the name of an attachment, or plain words.
    """

    path: tuple[str | int, ...]
    text: str
    kind: TextKind
    public: bool


def texts_within(record: Base) -> Iterator[TextWithin]:
    """Every text of ``record`` and of its parts, its coming version too, in declared order."""
    yield from _texts(record, (), public=True)


def attachments_of(record: Base) -> Iterator[TextWithin]:
    """The attachments that ``record`` names, as paths below ``content/lampiran``."""
    return (one for one in texts_within(record) if one.kind is TextKind.ATTACHMENT)


def _texts(record: Base, path: tuple[str | int, ...], *, public: bool) -> Iterator[TextWithin]:
    specs, kinds = fields_of(type(record)), _kinds(type(record))
    for name in specs:
        if name in record.model_fields_set:
            seen = public and specs[name].kelas == "publik"
            yield from _within(getattr(record, name), (*path, name), kinds[name], public=seen)


def _within(value: Any, path: tuple[str | int, ...], kind: TextKind, *, public: bool) -> Iterator[TextWithin]:
    if isinstance(value, str):
        yield TextWithin(path, value, kind, public)
    elif isinstance(value, Base):
        yield from _texts(value, path, public=public)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _within(item, (*path, position), kind, public=public)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _within(item, (*path, str(key)), kind, public=public)


@cache
def _kinds(model: type[Base]) -> Mapping[str, TextKind]:
    return {name: mark_of(info, TextKind) or TextKind.WORDS for name, info in model.model_fields.items()}
