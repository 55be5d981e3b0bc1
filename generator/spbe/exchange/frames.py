"""The tables of a region as data frames, for those who analyse the data: what :func:`spbe.frames` gives.

pandas is imported here and nowhere on the way to a page: see decision 0007.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spbe.checks import open_region
from spbe.editions import EDITIONS, Audience, EditionName
from spbe.exchange.cells import flat_columns, value_at
from spbe.exchange.collection import tables
from spbe.exchange.shapes import DECIMAL
from spbe.exchange.tables import DataTable, Schema
from spbe.history import dated_view
from spbe.model.kinds import OFFICE
from spbe.problems.report import text_report
from spbe.problems.usage import RefusalError, WrongUsageError

if TYPE_CHECKING:
    import pandas as pd


def region_frames(root: Path, edition: EditionName, opd: str | None, today: date | None) -> dict[str, pd.DataFrame]:
    """The frames of the region at ``root`` by the names of their tables: see :func:`spbe.frames`."""
    if edition not in EDITIONS or (opd is None) == (edition == "opd"):
        raise WrongUsageError(f"edition={edition!r}, opd={opd!r}: {' | '.join(EDITIONS)}; opd with edition='opd' only")
    opened = open_region(root, today)
    if not opened.sound:
        raise RefusalError(text_report(opened.problems, everything=False))
    if opd is not None and opd not in opened.region.records[OFFICE]:
        raise WrongUsageError(f"opd={opd!r}: {', '.join(opened.region.records[OFFICE]) or '–'}")
    view, _known = dated_view(opened, Audience(edition, opd))
    return {table.name: frame(table) for table in tables(view)}


def frame(table: DataTable) -> pd.DataFrame:
    """``table`` with a type for each column that has one: whole numbers, decimals, truth values and texts.

    Lists and mappings stay what they are in its JSON file; a column that its CSV file spreads is spread here too.
    """
    import pandas as pd

    return pd.DataFrame(
        {
            one.heading: pd.Series([value_at(row, one) for row in table.rows], dtype=_dtype(one.schema))
            for one in flat_columns(table, with_absences=True)
        }
    )


def _dtype(schema: Schema) -> str:
    """The name of pandas's type, one that knows of missing values; ``object`` for what has none."""
    shapes: list[Any] = [one for one in schema.get("anyOf", [schema]) if one != {"type": "null"}]
    shape = shapes[0] if len(shapes) == 1 else {}
    named = shape.get("type", "string" if "oneOf" in shape or "enum" in shape else None)
    types = {"integer": "Int64", "boolean": "boolean", "string": "string"}
    found = next((one for one in ([named] if isinstance(named, str) else named or []) if one != "null"), "")
    return "Float64" if shape.get("pattern") == DECIMAL else types.get(found, "object")
