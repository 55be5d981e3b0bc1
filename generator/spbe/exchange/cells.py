"""A row of a table as the texts of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from spbe.exchange.cell_text import joined
from spbe.exchange.shapes import ABSENT
from spbe.exchange.tables import DataTable, Line, Schema

Safe = Callable[[str], str]
"""What a text goes through before it stands in a cell."""

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class FlatColumn:
    """A column of plain cells: its heading, the ``name`` of the table's column, and the ``key`` within it, if any."""

    heading: str
    name: str
    key: str | None
    schema: Schema


def flat_table(table: DataTable) -> tuple[list[str], list[list[str]]]:
    """The headings of ``table`` and its rows as texts, each as long as the headings."""
    plan = list(flat_columns(table))
    return [one.heading for one in plan], [[cell_text(row, one) for one in plan] for row in table.rows]


def flat_columns(table: DataTable, *, with_absences: bool = False) -> Iterator[FlatColumn]:
    """Each column of ``table``, one that is spread as a column per key.

    What rows say about their gaps is none of them unless ``with_absences``: its words stand in the cells themselves.
    """
    for column in table.columns:
        if column.name == ABSENT and not with_absences:
            continue
        if not column.spread:
            yield FlatColumn(column.name, column.name, None, column.schema)
            continue
        keys = dict.fromkeys(key for row in table.rows for key in row.get(column.name) or {})
        for key in sorted(keys, key=lambda key: (len(key), key)):  # D2 before D10
            yield FlatColumn(f"{column.name}_{key}", column.name, key, column.schema["additionalProperties"])


def value_at(row: Line, column: FlatColumn) -> Any:
    """The value of ``row`` in ``column``; ``None`` where there is none."""
    value = row.get(column.name)
    return value if column.key is None else (value or {}).get(column.key)


def harmless(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would take for a formula and calculate."""
    return f"'{text}" if text.startswith(_RISKY) else text


def as_it_is(text: str) -> str:
    """``text``, for files whose cells say themselves that they are no formulas."""
    return text


def cell_text(row: Line, column: FlatColumn, safe: Safe = harmless) -> str:
    """What ``row`` says in ``column``, the word for a gap too; each text in it made ``safe``."""
    absent = row.get(ABSENT) or {}
    return safe(absent.get(column.name) or _text(value_at(row, column), safe))


def _text(value: Any, safe: Safe) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dict):
        return joined(_entries(value, safe))
    if isinstance(value, list):
        return joined(_item(item, safe) for item in value)
    return str(value)


def _entries(mapping: dict[str, Any], safe: Safe) -> Iterator[str]:
    """``kind/id`` for references by kind, else ``key: value``."""
    for key, value in mapping.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield from (f"{key}/{item}" for item in value)
        else:
            yield f"{key}: {_text(value, safe)}"


def _item(item: Any, safe: Safe) -> str:
    """An item of a list: a part of a record has commas between its fields."""
    if not isinstance(item, dict):
        return safe(_text(item, safe))
    return ", ".join(f"{key}: {_inside(value, safe)}" for key, value in item.items())


def _inside(value: Any, safe: Safe) -> str:
    return " + ".join(_inside(item, safe) for item in value) if isinstance(value, list) else _text(value, safe)
