"""What a change would mean for the check of the region, before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spbe.changes.change import Change
from spbe.checks import Opened, open_region
from spbe.problems import Problem
from spbe.sources.source import Source
from spbe.yamlio import Reader


@dataclass(frozen=True)
class Consequences:
    """The region ``before`` and ``after``, with the problems that come with the change and those that go.

    A problem is known again by its rule, file, key and words, not by its line, which moves with every edit above it.
    """

    before: Opened
    after: Opened
    new: tuple[Problem, ...]
    fixed: tuple[Problem, ...]

    @property
    def harmful(self) -> bool:
        """Whether an error would come that is not there today."""
        return any(problem.severity == "error" for problem in self.new)


def consequences(
    change: Change, source: Path | Source, today: date | None = None, before: Opened | None = None
) -> Consequences:
    """Open ``source`` as it is, unless it is opened as ``before`` already, and with ``change`` laid over it.

    Raises :class:`OSError` and :class:`ValueError` where the change could not be written.
    """
    reader = Reader()
    first = before or open_region(source, today, reader)
    second = open_region(change.over(source), today, reader)
    return Consequences(first, second, *_told_apart(first.problems, second.problems))


def _told_apart(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    return tuple(_beyond(after, before)), tuple(_beyond(before, after))


def _beyond(found: Iterable[Problem], known: Iterable[Problem]) -> Iterable[Problem]:
    """Those of ``found`` that ``known`` does not hold, as often as it does not."""
    held = Counter(map(_identity, known))
    for problem in found:
        if held[_identity(problem)]:
            held[_identity(problem)] -= 1
        else:
            yield problem


def _identity(problem: Problem) -> tuple[str, ...]:
    return problem.rule, problem.severity, problem.file, problem.key, problem.message
