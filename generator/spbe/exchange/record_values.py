"""Records as plain values: what JSON can say, in the shapes that :mod:`spbe.exchange.shapes` describes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from spbe.editions.redaction import allowed_fields
from spbe.exchange.shapes import ABSENT
from spbe.model.base import Base, Kelas
from spbe.model.record import Record
from spbe.model.values import Tanggal, decimal_text


def whole_object(record: Base, names: Iterable[str], classes: frozenset[Kelas]) -> dict[str, Any]:
    """The fields ``names`` of ``record``, those without a value too, and why they have none."""
    made = {name: _field(record, name, classes) for name in names}
    made[ABSENT] = _absences(record, made)
    return made


def short_object(record: Base, classes: frozenset[Kelas]) -> dict[str, Any]:
    """The fields of ``record`` that have a value, and those that are known to have none."""
    allowed = allowed_fields(type(record), classes)
    names = [name for name in type(record).model_fields if name in allowed]
    made = {name: _field(record, name, classes) for name in names if record.absence(name) is None}
    absences = _absences(record, names)
    return {**made, ABSENT: absences} if absences else made


def _field(record: Base, name: str, classes: frozenset[Kelas]) -> Any:
    value = getattr(record, name)
    if name == "rencana" and isinstance(record, Record) and isinstance(value, Record):
        return _plan(value, record.planned_fields(), classes)
    return _plain(value, classes)


def _plan(plan: Record, names: tuple[str, ...], classes: frozenset[Kelas]) -> dict[str, Any]:
    allowed = allowed_fields(type(plan), classes)
    shown = [name for name in names if name in allowed]
    made = {name: _field(plan, name, classes) for name in shown if plan.absence(name) is None}
    absences = _absences(plan, shown)
    return {**made, ABSENT: absences} if absences else made


def _absences(record: Base, names: Iterable[str]) -> dict[str, str]:
    found = {name: record.absence(name) for name in names}
    return {name: why for name, why in found.items() if why is not None and why != "kosong"}


def _plain(value: Any, classes: frozenset[Kelas]) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, Tanggal):
        return str(value)
    if isinstance(value, Base):
        return short_object(value, classes)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, classes) for key, item in value.items()}
    return [_plain(item, classes) for item in value]
