"""What a record says as plain nested values: to be compared, walked through and told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from spbe.model.base import Base
from spbe.model.record import Record
from spbe.model.values import Tanggal

_SINGLE: Final = (str, int, Tanggal)
"""Asked for first, for most values are one of these, and asking for a model or a mapping takes far longer."""

Plain = Mapping[str, Any]
"""Field to value, in declared order, for fields about which something is said.

A value is text, a number, a date, ``True`` or ``False``; a mapping; a tuple of those or of :class:`ListPart`; or a
word of
absence (``belum diketahui``, ``tidak ada``).
"""


@dataclass(frozen=True)
class ListPart:
    """A part of a list: ``name`` is what it is told apart by, the value of the first field that it must have."""

    name: str
    fields: Plain
    written: Base = field(compare=False)


def plain_of(record: Base) -> Plain:
    """The fields of ``record`` that say something; of its coming version only what that changes."""
    return _plain(record, type(record).model_fields)


def _plain(record: Base, names: Any) -> Plain:
    found: dict[str, Any] = {}
    said, absent = record.__dict__, record.absences
    for name in names:
        value = said[name]
        if name in absent:
            found[name] = absent[name]
        elif value is None or value == () or value == {}:
            continue
        elif name == "rencana" and isinstance(record, Record) and isinstance(value, Record):
            found[name] = _plain(value, record.planned_fields())
        else:
            found[name] = _value(value)
    return found


def _value(value: Any) -> Any:
    if isinstance(value, _SINGLE):
        return value
    if isinstance(value, list | tuple):
        return tuple(map(_item, value))
    if isinstance(value, Base):
        return plain_of(value)
    if isinstance(value, Mapping):
        return {str(key): _value(item) for key, item in value.items()}
    return value


def _item(value: Any) -> Any:
    if isinstance(value, _SINGLE):
        return value
    return ListPart(_name(value), plain_of(value), value) if isinstance(value, Base) else _value(value)


def _name(part: Base) -> str:
    """Empty where a part needs no field, so that nothing tells it apart."""
    needed = next((name for name, info in type(part).model_fields.items() if info.is_required()), None)
    value = getattr(part, needed) if needed else ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
