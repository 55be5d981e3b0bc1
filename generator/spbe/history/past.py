"""The last changes of a region's data, as readers of one edition may be told of them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Final, Literal

from spbe.editions import Edition
from spbe.history.changes import HistoryStep
from spbe.history.teller import CommitReader, VisibleCommit, batches, before_the_cut, blobs_of
from spbe.region.file_naming import FOLDERS
from spbe.sources.git import FileChange, Repository, repository_around
from spbe.sources.git_command import GitError

MONTHS: Final = 12
"""How far back changes are told, in months before that of the reference date."""

COMMITS: Final = 50
"""How many steps are told."""

VERSIONS: Final = 4000
"""How many versions of files that can be seen they may have together: a fifth of a millisecond each."""

ID_LENGTH: Final = 10
"""Letters of a step's name: fixed, for git's own choice depends on how much else a copy holds."""

State = Literal["ada", "tanpa-git", "belum-ada", "tak-terbaca", "terpotong"]


@dataclass(frozen=True)
class Past:
    """What may be told of the past.

    ``state`` says whether the past is known.

    It is (``ada``); there is no repository; nothing of the region was committed yet; git cannot read the repository;
    or its past was cut off.

    ``since`` is the first day that was looked at, later when the steps or the versions were too many (``limited``)
    or when an incomplete copy of the repository begins later (``state``).
    """

    state: State
    since: date
    steps: tuple[HistoryStep, ...] = ()
    limited: bool = False


def past_of(view: Edition, root: Path) -> Past:
    """What changed in the region at ``root`` up to the reference date; only what is committed counts.

    Every bound is one of what is told: commits that touch only what is hidden are read, and leave no trace.
    """
    today = view.region.date
    since = date(today.year - MONTHS // 12, today.month, 1)
    repository = repository_around(root)
    if not isinstance(repository, Repository):
        return Past("tanpa-git" if repository.kind == "no-repository" else "tak-terbaca", since)
    try:
        return _past(view, repository, today, since)
    except GitError:
        return Past("tak-terbaca", since)


def _past(view: Edition, repository: Repository, today: date, since: date) -> Past:
    commits = repository.commits(FOLDERS)
    if not commits:
        return Past("belum-ada", since)
    known, cut = before_the_cut(repository, [commit for commit in commits if commit.date >= since])
    teller = CommitReader(view, repository)
    shown = frozenset(view.region.files.values())
    found: list[VisibleCommit] = []
    limited = False
    for batch in batches(repository, known, FOLDERS):
        light = list(takewhile(lambda step: _weight(step[1], shown) <= VERSIONS, batch))
        whole = teller.add(light)
        found, limited = _affordable(
            [step for step in teller.told() if step.changes and step.commit.date <= today], shown
        )
        cut, limited = cut or not whole, limited or len(light) < len(batch)
        if limited or not whole:
            break
    steps = tuple(HistoryStep(step.commit.id[:ID_LENGTH], step.commit.date, step.changes) for step in found)
    if limited or cut:
        since = min((step.date for step in steps), default=today)
    return Past("terpotong" if cut else "ada", since, steps, limited)


def _affordable(told: Sequence[VisibleCommit], shown: Container[str]) -> tuple[list[VisibleCommit], bool]:
    """The newest steps within the bounds, and whether there are more."""
    weight = 0
    for number, step in enumerate(told):
        weight += _weight(step.files, shown)
        if number == COMMITS or weight > VERSIONS:
            return list(told[:number]), True
    return list(told), False


def _weight(files: Sequence[FileChange], shown: Container[str]) -> int:
    """How many versions of files that can be seen now a step has."""
    return sum(len(blobs_of(file)) for file in files if file.path in shown)
