"""Commits told in the words of an edition, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spbe.editions import Edition
from spbe.history.changes import RecordChange, compare
from spbe.history.path_meaning import place_of
from spbe.history.screening import CommitRecords, screened
from spbe.history.version_redaction import EditionReader
from spbe.history.versions import Raw, Versions, records_in
from spbe.region import Node
from spbe.region.layout import ASSESSMENT_STEM
from spbe.sources.git import Commit, FileChange, Repository

FEWEST: Final = 16
"""How many versions of files are read at first: mostly the newest commits already answer. Then ever more."""

MOST: Final = 4096
"""How many are read at once at most."""

LISTED: Final = 64
"""Of how many commits the files are asked for at first; then of ever more too."""

Step = tuple[Commit, tuple[FileChange, ...]]
"""A commit with the files that it changed."""


@dataclass(frozen=True)
class VisibleCommit:
    """What may be told of a commit: nothing, when all that it changed is hidden."""

    commit: Commit
    files: tuple[FileChange, ...]
    changes: tuple[RecordChange, ...]


class CommitReader:
    """Tells commits one batch after the other.

    What is hidden is known from all that was read: something may cease to be told when older commits are read, but
    nothing begins to be.
    """

    def __init__(self, view: Edition, repository: Repository) -> None:
        self._reader = EditionReader(view)
        self._repository = repository
        self._steps: list[Step] = []
        self._pairs: list[CommitRecords] = []
        self._contents: dict[str, bytes] = {}
        self._understood: dict[tuple[Node, str], Versions | None] = {}
        names = [name for name in view.region.assessments if "\n" not in name]
        self._heads = {name: f"HEAD:./indicators/{name}/{ASSESSMENT_STEM}.yaml" for name in names}

    def add(self, steps: Sequence[Step]) -> bool:
        """Read the next older ``steps``; false when a partial copy lacks contents, with which the reading ends."""
        wanted = {blob for _commit, files in steps for blob in _contents_of(files)}
        heads = set() if self._steps else set(self._heads.values())
        self._contents |= self._repository.contents(sorted((wanted | heads) - self._contents.keys()))
        for commit, files in steps:
            if not self._contents.keys() >= _contents_of(files):
                return False
            self._steps.append((commit, files))
            self._pairs.append(self._pair(commit, files))
        return True

    def told(self) -> list[VisibleCommit]:
        """All that was added so far, newest first."""
        heads: dict[str, Raw | None] = {}
        for name, blob in self._heads.items():
            place = Node(ASSESSMENT_STEM, name)
            known = self._version(place, blob) if blob in self._contents else None
            heads[name] = (known or {}).get(place)
        found = screened(self._reader, self._pairs, heads)
        return [
            VisibleCommit(commit, files, tuple(compare(self._reader, pair.before, pair.after)))
            for (commit, files), pair in zip(self._steps, found, strict=True)
        ]

    def _pair(self, commit: Commit, files: Sequence[FileChange]) -> CommitRecords:
        before: dict[Node, Raw] = {}
        after: dict[Node, Raw] = {}
        for file in files:
            place = place_of(file.path)
            sides = [self._version(place, blob) for blob in (file.before, file.after)] if place else []
            if sides and None not in sides:  # of a file that was not understood nothing can be said
                before |= sides[0] or {}
                after |= sides[1] or {}
        return CommitRecords(commit, before, after)

    def _version(self, place: Node, blob: str | None) -> Versions | None:
        if blob is None:
            return {}
        if (place, blob) not in self._understood:
            self._understood[place, blob] = records_in(place, self._contents[blob])
        return self._understood[place, blob]


def batches(repository: Repository, commits: Sequence[Commit], folders: Sequence[str]) -> Iterator[list[Step]]:
    """``commits`` with their files, a few at a time and then more."""
    most, start, listed = FEWEST, 0, LISTED
    while start < len(commits):
        group = commits[start : start + listed]
        start, listed = start + listed, 4 * listed
        files = repository.files(group, folders)
        batch: list[Step] = []
        number = 0
        for commit in group:
            own = files.get(commit.id, ())
            batch.append((commit, own))
            number += len(_contents_of(own))
            if number >= most:
                yield batch
                batch, number, most = [], 0, min(2 * most, MOST)
        if batch:
            yield batch


def before_the_cut(repository: Repository, commits: Sequence[Commit]) -> tuple[Sequence[Commit], bool]:
    """The commits whose parents are known: in an incomplete copy the oldest looks as if it had made everything."""
    if not repository.shallow:
        return commits, False
    kept = [commit for commit in commits if commit.parents]
    return kept, len(kept) < len(commits)


def blobs_of(file: FileChange) -> list[str]:
    """The names of its contents before and after."""
    return [blob for blob in (file.before, file.after) if blob]


def _contents_of(files: Sequence[FileChange]) -> set[str]:
    """The contents of those that hold records or answers."""
    return {blob for file in files if place_of(file.path) is not None for blob in blobs_of(file)}
