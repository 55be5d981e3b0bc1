"""The records in one version of a file, as they were written; nothing is validated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spbe.region import Node
from spbe.yamlio import parse
from spbe.yamlio.guard import decode

Raw = Mapping[str, Any]
"""A record as written: texts, lists, mappings and ``None``."""

Versions = Mapping[Node, Raw]


def records_in(place: Node, content: bytes | None) -> Versions | None:
    """The records that a file at ``place`` with this content holds; ``None`` when it cannot be understood."""
    if content is None:
        return {}
    text, problems = decode("", content)
    if problems:
        return None
    document, problems = parse("", text)
    if document is None or problems:
        return None
    if place.id:
        return {place: document.value} if isinstance(document.value, dict) else None
    items = document.value if isinstance(document.value, list) else [document.value]
    found: dict[Node, Raw] = {}
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str) or not name.strip():
            return None
        found[Node(place.kind, name.strip())] = item
    return found
