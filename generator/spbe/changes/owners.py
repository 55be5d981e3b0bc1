"""``CODEOWNERS`` brought in step with the records."""

from __future__ import annotations

from pathlib import Path

from spbe.changes.change import Change
from spbe.region import read_region
from spbe.region.code_owners import place_of, wanted, written
from spbe.region.entries import Entries
from spbe.sources.folder import source_of


def owners_change(root: Path) -> Change:
    """The change that lets the file in ``root`` say what the records do; without files where it does already."""
    source = source_of(root)
    reading = read_region(source)
    place, there = place_of(source), written(source)
    text = wanted(Entries(tuple(reading.entries), reading.unread), there)
    before = None if there is None else there.encode()
    return Change("spbe codeowners", {} if text == there else {place: text.encode()}, {place: before})
