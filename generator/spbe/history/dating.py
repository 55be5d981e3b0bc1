"""The day on which something that readers of an edition may see last changed: what is hidden moves no date.

Commits are read until one is told. A view is reduced first and dated then, so nothing in the reduction may ask for the
date; ``check``, ``index`` and the internal edition use the date of the whole region.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from spbe.editions import Edition
from spbe.history.path_meaning import place_of
from spbe.history.teller import CommitReader, Step, batches, before_the_cut
from spbe.region.clock import within
from spbe.region.file_naming import FOLDERS
from spbe.region.layout import FORMER_FILES, SETTINGS
from spbe.region.template_folders import OWN
from spbe.sources.folder import FolderSource, newest_of
from spbe.sources.git import FileChange, Repository, repository_around
from spbe.sources.git_command import GitError
from spbe.sources.source import called
from spbe.sources.walk import Walk

STANDARDS: Final = (
    "architecture/referensi.yaml",
    "indicators/upaya.yaml",
    *(former for former, name in FORMER_FILES.items() if name == "indicators/upaya.yaml"),
    "indicators/pembanding.yaml",
    "indicators/instrumen",
)
"""Data that every edition shows and no record holds."""

PLACES: Final = (*FOLDERS, SETTINGS, OWN)
"""Where something may change that is shown."""

WINDOW: Final = 64
"""How many commits are looked at first; then eight times as many, until one is found or there are no more."""

SLICE: Final = 64
"""How many files of a first commit are looked at before the rest: mostly the first one answers."""

Shows = Callable[[str], bool]
"""Whether an edition shows the file of ``content/`` that lies, or lay, at a path below it."""


@dataclass(frozen=True)
class EditionDay:
    """The day of an edition.

    ``day`` is ``None`` when the history was cut off before the commit that would tell it.
    """

    day: date | None


def day_of_edition(view: Edition, root: Path, shows: Shows) -> EditionDay:
    """The day of the newest commit that changed something in the edition, else of the newest file that it shows.

    What is hidden does not move it, not by a commit of its own either. Commits are read until one is found.
    """
    repository = repository_around(root)
    found: EditionDay | None = None
    if isinstance(repository, Repository):
        try:
            found = _committed(view, repository, shows)
        except GitError:
            found = None
    return found or EditionDay(within(newest_of(_shown_files(view, root, shows))))


def _committed(view: Edition, repository: Repository, shows: Shows) -> EditionDay | None:
    """``None`` when nothing that is shown was ever committed."""
    teller, looked, size = CommitReader(view, repository), 0, WINDOW
    while True:
        commits = repository.commits(PLACES, size)
        known, cut = before_the_cut(repository, commits)
        for batch in batches(repository, known[looked:], PLACES):
            for steps in _pieces(batch, view):
                whole = teller.add(steps)
                for step in teller.told():
                    if step.changes or any(_is_shown(file, shows) for file in step.files):
                        return EditionDay(within(step.commit.date))
                if not whole:
                    return EditionDay(None)
        if cut or len(commits) < size:
            return EditionDay(None) if cut else None
        looked, size = len(known), size * 8


def _pieces(batch: Sequence[Step], view: Edition) -> Iterator[list[Step]]:
    """``batch`` at once, but a first commit in slices, what can be seen now before the rest: it only adds."""
    yield [(commit, files) for commit, files in batch if commit.parents]
    shown = frozenset(view.region.files.values())
    for commit, files in batch:
        if not commit.parents:
            ordered = sorted(files, key=lambda file: file.path not in shown)
            for start in range(0, len(ordered), SLICE):
                yield [(commit, tuple(ordered[start : start + SLICE]))]


def _is_shown(file: FileChange, shows: Shows) -> bool:
    """Whether the edition shows this file, which holds no record."""
    if file.before == file.after or place_of(file.path) is not None:
        return False
    if file.path.startswith("content/"):
        return shows(file.path.removeprefix("content/"))
    return any(file.path == place or file.path.startswith(f"{place}/") for place in (SETTINGS, OWN, *STANDARDS))


def _shown_files(view: Edition, root: Path, shows: Shows) -> Iterable[Path]:
    """The data files that hold something of the edition, and the pages and attachments that it shows."""
    records = set(view.region.files.values())
    for folder in FOLDERS:
        for file in Walk(FolderSource(root), PurePosixPath(folder)).files():
            name = str(file)
            place = place_of(name)
            if place is None:
                seen = _is_shown(FileChange(name, None, name), shows)
            elif place.id:
                assessment = place.id.partition("/")[0]
                seen = place.kind in {"profil", "tim"} or assessment in view.region.assessments
            else:
                seen = called(name) in records
            if seen:
                yield root / file
