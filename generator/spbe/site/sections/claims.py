"""What a level claims, held against the architecture."""

from __future__ import annotations

from spbe.site.desk import Desk
from spbe.site.page import Page


def pages(desk: Desk, name: str) -> list[Page]:  # noqa: ARG001
    """The page of the assessment ``name``; none where there is nothing to tell."""
    return []
