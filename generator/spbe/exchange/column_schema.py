"""The JSON Schema (2020-12) of each JSON file, derived from the columns of its table."""

from __future__ import annotations

from spbe.exchange.tables import DataTable, Schema
from spbe.yamlio.jsonschema import DIALECT


def table_schema(table: DataTable) -> Schema:
    """A list of rows; nothing but the columns may stand in one."""
    return {"$schema": DIALECT, "title": table.title, "description": table.description, **rows_schema(table)}


def rows_schema(table: DataTable) -> Schema:
    """The list of rows of ``table``, as a part of another schema."""
    line: Schema = {
        "type": "object",
        "properties": {column.name: column.schema for column in table.columns},
        "required": [column.name for column in table.columns if column.required],
        "additionalProperties": False,
    }
    return {"type": "array", "items": line}
