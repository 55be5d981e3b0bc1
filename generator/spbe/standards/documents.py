"""The official documents that national results were read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from spbe.standards.resources import StandardsError, read_yaml


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One official document; of two, the one with the larger ``urutan`` (year reported on) is newer.

    The data file says too which copy was read (``salinan``); that is for whoever checks it, never for pages.
    """

    id: str
    judul: str
    urutan: int
    catatan: str = ""


@cache
def results_notes() -> Mapping[str, Any]:
    """``hasil/hasil.yaml`` as parsed: what its tables are, and where each was read."""
    notes: dict[str, Any] = read_yaml("hasil/hasil.yaml")
    return MappingProxyType(notes)


@cache
def documents() -> Mapping[str, Dokumen]:
    """Every document by id.

    Raises:
        StandardsError: Two documents claim the same place in the order.
    """
    found = {
        key: Dokumen(key, entry["judul"], int(entry["urutan"]), entry.get("catatan", ""))
        for key, entry in results_notes()["dokumen"].items()
    }
    if len({document.urutan for document in found.values()}) != len(found):
        raise StandardsError("hasil.yaml: two documents have the same urutan")
    return MappingProxyType(found)
