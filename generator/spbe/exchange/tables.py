"""A table as a value: columns that explain themselves, and rows that are ready to be JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]
"""A piece of JSON Schema (2020-12)."""

Line = Mapping[str, Any]
"""One row: names of columns to texts, whole numbers, truth values, ``None``, lists and mappings of these."""


@dataclass(frozen=True)
class DataColumn:
    """A column of a table of data.

    ``schema`` has a title and a description, in the language of the site.

    ``required`` says that every row has a value there. ``spread`` makes a column of CSV out of every key of its
    mappings, where other mappings become one cell.
    """

    name: str
    schema: Schema
    required: bool = False
    spread: bool = False


@dataclass(frozen=True)
class DataTable:
    """A table of data, as it is published in every form.

    ``name`` is the stem of its files. A row may lack a column that its reader may not see in it.
    """

    name: str
    title: str
    description: str
    columns: tuple[DataColumn, ...]
    rows: tuple[Line, ...]
