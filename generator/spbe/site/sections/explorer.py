"""The explorer: a walk through the relations from any record."""

from __future__ import annotations

from spbe.site.desk import Desk
from spbe.site.page import Page


def pages(desk: Desk) -> list[Page]:
    """Nothing yet."""
    del desk
    return []
