"""Tables as files: the same table gives the same bytes."""

from __future__ import annotations

import codecs
import csv
import io
import json
from typing import Any

from spbe.exchange.cells import flat_columns, flat_table
from spbe.exchange.shapes import DECIMAL
from spbe.exchange.tables import DataTable


def csv_bytes(table: DataTable) -> tuple[bytes, int]:
    """CSV as RFC 4180 wants it, in UTF-8 with the byte order mark that spreadsheets look for; and its columns."""
    headings, rows = flat_table(table)
    return csv_lines([headings, *rows], ","), len(headings)


def semicolon_csv_bytes(table: DataTable) -> bytes:
    """CSV for spreadsheets set to Indonesian: a semicolon between columns, a comma in decimal numbers."""
    headings, rows = flat_table(table)
    decimal = [column.schema.get("pattern") == DECIMAL for column in flat_columns(table)]
    told = ([cell.replace(".", ",") if one else cell for cell, one in zip(row, decimal, strict=True)] for row in rows)
    return csv_lines([headings, *told], ";")


def csv_lines(lines: list[list[str]], delimiter: str = ",") -> bytes:
    """CSV of ``lines`` as it is taken away everywhere: lines end as RFC 4180 wants, the byte order mark is first."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n", delimiter=delimiter).writerows(lines)
    return codecs.BOM_UTF8 + stream.getvalue().encode()


def json_bytes(value: Any) -> bytes:
    """JSON in UTF-8; a list has one item a line, so that two versions can be compared; an object one key a line."""
    return f"{_json_text(value)}\n".encode()


def _json_text(value: Any) -> str:
    # With ``indent`` the json module leaves its fast encoder, which a region's thousands of rows feel.
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{json.dumps(key)}: {_json_text(item)}" for key, item in value.items()) + "\n}"
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)
