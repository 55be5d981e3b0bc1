"""A change that is tried before it is written: the region without it and with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spbe.changes.change import Change
from spbe.checks import Opened, open_region
from spbe.problems import Problem
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

    def new_errors(self) -> list[Problem]:
        """The errors that were not there before, wherever they moved to."""
        known = {(one.rule, one.file, one.message) for one in self.before.problems}
        errors = (one for one in self.after.problems if one.severity == "error")
        return [one for one in errors if (one.rule, one.file, one.message) not in known]


@dataclass(frozen=True)
class Trials:
    """Changes of one source, tried one after the other; ``before`` is the region without any of them."""

    source: Path | Source
    today: date | None
    before: Opened
    _reader: DocumentReader

    def of(self, change: Change) -> Trial:
        """The region with ``change``; raises as :func:`tried` does."""
        if not change.files:
            return Trial(self.before, self.before)
        return Trial(self.before, open_region(change.over(self.source), self.today, self._reader))


def trials_of(source: Path | Source, today: date | None = None) -> Trials:
    """Open ``source``, to try changes of it; what they leave as it is is read once."""
    reader = DocumentReader()
    return Trials(source, today, open_region(source, today, reader), reader)


def tried(change: Change, source: Path | Source, today: date | None = None) -> Trial:
    """Open ``source`` as it is and with ``change`` laid over; what both hold is read once.

    Raises :class:`OSError` and :class:`ValueError` where the change could not be written.
    """
    return trials_of(source, today).of(change)
