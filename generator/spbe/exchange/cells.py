"""A row of a table as the texts of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from spbe.exchange.shapes import ABSENT
from spbe.exchange.tables import DataTable, Line

BETWEEN: Final = "; "
"""What stands between the items of a list."""

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def flat_table(table: DataTable) -> tuple[list[str], list[list[str]]]:
    """The headings of ``table`` and its rows as texts, each as long as the headings."""
    plan = list(_plan(table))
    return [heading for heading, _, _ in plan], [_texts(row, plan) for row in table.rows]


def harmless(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would take for a formula and calculate."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _plan(table: DataTable) -> Iterator[tuple[str, str, str | None]]:
    """Heading, column, and the key within it, of each column of text."""
    for column in table.columns:
        if column.name == ABSENT:  # its words stand in the cells themselves
            continue
        if not column.spread:
            yield column.name, column.name, None
            continue
        keys = dict.fromkeys(key for row in table.rows for key in row.get(column.name) or {})
        for key in sorted(keys, key=lambda key: (len(key), key)):  # D2 before D10
            yield f"{column.name}_{key}", column.name, key


def _texts(row: Line, plan: list[tuple[str, str, str | None]]) -> list[str]:
    absent = row.get(ABSENT) or {}
    texts: list[str] = []
    for _heading, name, key in plan:
        value = row.get(name)
        if key is not None:
            value = (value or {}).get(key)
        texts.append(harmless(absent.get(name) or _text(value)))
    return texts


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dict):
        return BETWEEN.join(_entries(value))
    if isinstance(value, list):
        return BETWEEN.join(_item(item) for item in value)
    return str(value)


def _entries(mapping: dict[str, Any]) -> Iterator[str]:
    """``kind/id`` for references by kind, else ``key: value``."""
    for key, value in mapping.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield from (f"{key}/{item}" for item in value)
        else:
            yield f"{key}: {_text(value)}"


def _item(item: Any) -> str:
    """An item of a list: a part of a record has commas between its fields."""
    if not isinstance(item, dict):
        return harmless(_text(item))
    return ", ".join(f"{key}: {_inside(value)}" for key, value in item.items())


def _inside(value: Any) -> str:
    return " + ".join(_inside(item) for item in value) if isinstance(value, list) else _text(value)
