"""Records as their authors would write them: texts, lists and mappings, in which a word says why a field is empty."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from spbe.differences.plain import ListPart, plain_of
from spbe.model.base import Base
from spbe.model.values import Tanggal, decimal_text


def written_record(record: Base) -> dict[str, Any]:
    """What ``record`` says: read again, it is the same record."""
    return {name: _written(value) for name, value in plain_of(record).items()}


def _written(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | Tanggal):  # most are one of those so far; asking for a mapping takes far longer
        return str(value)
    if isinstance(value, ListPart):
        return _written(value.fields)
    if isinstance(value, Mapping):
        return {str(key): _written(item) for key, item in value.items()}
    return decimal_text(value) if isinstance(value, Fraction) else str(value)
