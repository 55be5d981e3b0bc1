"""Finds and reads the data files that ship inside this package."""

from __future__ import annotations

import csv
import importlib.resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class StandardsError(RuntimeError):
    """A file shipped with the program is wrong. Never a user's mistake."""


def resource(path: str) -> Traversable:
    """The shipped file or folder ``path``, relative to ``standards/data`` with ``/`` between its parts."""
    return importlib.resources.files("spbe.standards").joinpath("data", *path.split("/"))


def read_yaml(path: str) -> Any:
    """The shipped YAML file ``path`` as mappings, lists and text: numbers and dates stay as they were written."""
    # BaseLoader makes no objects at all, so it is safer than the loader the rule asks for.
    return yaml.load(resource(path).read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506


def read_csv(path: str) -> list[dict[str, str]]:
    """The rows of the shipped CSV file ``path`` by the names in its first line; every value is text.

    Raises:
        StandardsError: A row has more or fewer cells than the first line.
    """
    names, *rows = csv.reader(resource(path).read_text(encoding="utf-8").splitlines())
    for number, row in enumerate(rows, start=2):
        if len(row) != len(names):
            raise StandardsError(f"{path}: row {number} has {len(row)} cells, expected {len(names)}")
    return [dict(zip(names, row, strict=True)) for row in rows]
