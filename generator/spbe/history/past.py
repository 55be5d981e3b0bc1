"""The last changes of a region's data, as readers of one edition may be told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from spbe.editions import View
from spbe.history.changes import Step, compare
from spbe.history.places import place_of
from spbe.history.screening import Pair, screened
from spbe.history.telling import Reader
from spbe.history.versions import Raw, Versions, records_in
from spbe.region import Node
from spbe.region.clock import DATA_FOLDERS
from spbe.region.layout import ASSESSMENT_STEM
from spbe.sources.command import GitError
from spbe.sources.git import Commit, FileChange, Repository, repository_around

MONTHS: Final = 12
"""How far back changes are told, in months before that of the reference date."""

COMMITS: Final = 50
"""How many steps are looked at."""

VERSIONS: Final = 4000
"""How many versions of files are read: a fifth of a millisecond each."""

ID_LENGTH: Final = 10
"""Letters of a step's name: fixed, for git's own choice depends on how much else a copy holds."""

State = Literal["ada", "tanpa-git", "belum-ada", "tak-terbaca", "terpotong"]


@dataclass(frozen=True)
class Past:
    """``state`` says whether the past is known.

    It is (``ada``); there is no repository; nothing of the region was committed yet; git cannot read the repository;
    or its past was cut off.

    ``since`` is the first day that was looked at, later when the steps or the versions were too many (``limited``)
    or when an incomplete copy of the repository begins later (``state``).
    """

    state: State
    since: date
    steps: tuple[Step, ...] = ()
    limited: bool = False


def past_of(view: View, root: Path) -> Past:
    """What changed in the region at ``root`` up to the reference date; only what is committed counts."""
    today = view.region.date
    since = date(today.year - MONTHS // 12, today.month, 1)
    repository = repository_around(root)
    if not isinstance(repository, Repository):
        return Past("tanpa-git" if repository.kind == "no-repository" else "tak-terbaca", since)
    try:
        return _past(view, repository, today, since)
    except GitError:
        return Past("tak-terbaca", since)


def _past(view: View, repository: Repository, today: date, since: date) -> Past:
    latest = repository.commits(DATA_FOLDERS, COMMITS + 1)
    if not latest:
        return Past("belum-ada", since)
    commits = [commit for commit in latest if commit.date >= since]
    limited = len(commits) > COMMITS
    whole, cut = _before_the_cut(repository, commits[:COMMITS])
    affordable = _affordable(whole)
    limited = limited or len(affordable) < len(whole)
    pairs, heads = _read(repository, view, affordable)
    reader = Reader(view)
    steps = [
        Step(pair.commit.id[:ID_LENGTH], pair.commit.date, tuple(compare(reader, pair.before, pair.after)))
        for pair in screened(reader, pairs, heads)
        if pair.commit.date <= today
    ]
    if limited or cut:
        since = min((commit.date for commit in affordable), default=today)
    return Past("terpotong" if cut else "ada", since, tuple(step for step in steps if step.changes), limited)


def _before_the_cut(repository: Repository, commits: Sequence[Commit]) -> tuple[Sequence[Commit], bool]:
    """The commits whose parents are known: in an incomplete copy the oldest looks as if it had made everything."""
    if not repository.shallow:
        return commits, False
    kept = [commit for commit in commits if not commit.root]
    return kept, len(kept) < len(commits)


def _told_files(commit: Commit) -> list[FileChange]:
    return [file for file in commit.files if place_of(file.path) is not None]


def _affordable(commits: Sequence[Commit]) -> list[Commit]:
    """The newest commits that together have no more than ``VERSIONS`` versions of files."""
    blobs: set[str] = set()
    for number, commit in enumerate(commits):
        blobs.update(blob for file in _told_files(commit) for blob in (file.before, file.after) if blob)
        if len(blobs) > VERSIONS:
            return list(commits[:number])
    return list(commits)


def _read(repository: Repository, view: View, commits: Sequence[Commit]) -> tuple[list[Pair], Mapping[str, Raw | None]]:
    """The records that each commit changed, and the heads of the assessments as last committed."""
    names = [name for name in view.region.assessments if "\n" not in name]
    heads = {name: f"HEAD:./indicators/{name}/{ASSESSMENT_STEM}.yaml" for name in names}
    blobs = (blob for commit in commits for file in _told_files(commit) for blob in (file.before, file.after) if blob)
    contents = repository.contents([*heads.values(), *blobs])
    understood: dict[tuple[Node, str], Versions | None] = {}

    def version(place: Node, blob: str | None) -> Versions | None:
        if blob is None:
            return {}
        if (place, blob) not in understood:
            content = contents.get(blob)
            understood[place, blob] = None if content is None else records_in(place, content)
        return understood[place, blob]

    pairs: list[Pair] = []
    for commit in commits:
        before: dict[Node, Raw] = {}
        after: dict[Node, Raw] = {}
        for file in _told_files(commit):
            place = place_of(file.path)
            sides = [version(place, blob) for blob in (file.before, file.after)] if place else []
            if sides and None not in sides:  # of a file that was not understood nothing can be said
                before |= sides[0] or {}
                after |= sides[1] or {}
        pairs.append(Pair(commit, before, after))
    last: dict[str, Raw | None] = {}
    for name, blob in heads.items():
        place = Node(ASSESSMENT_STEM, name)
        last[name] = (version(place, blob) or {}).get(place)
    return pairs, last
