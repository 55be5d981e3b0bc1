"""A change that is tried before it is written: the region without it and with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spbe.changes.change import Change
from spbe.checks import Opened, open_region
from spbe.sources.source import Source
from spbe.yamlio import DocumentReader


@dataclass(frozen=True)
class Trial:
    """The region ``before`` and ``after``, both checked.

    What that means for readers and which problems come and go is told by
    :func:`spbe.differences.difference_between`, as for any two states of a region.
    """

    before: Opened
    after: Opened


def tried(change: Change, source: Path | Source, today: date | None = None) -> Trial:
    """Open ``source`` as it is and with ``change`` laid over; what both hold is read once.

    Raises :class:`OSError` and :class:`ValueError` where the change could not be written.
    """
    reader = DocumentReader()
    return Trial(open_region(source, today, reader), open_region(change.over(source), today, reader))
