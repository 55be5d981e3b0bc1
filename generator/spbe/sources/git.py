"""The git repository around a region: its steps, its former contents, and what keeps them from being known.

Nothing here depends on the user's settings, on the time zone or on where the folder lies; nothing is fetched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from spbe.sources.git_command import GitError, GitHindrance, GitOutput, git_output, run_git
from spbe.sources.source import CHUNK


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a commit did to a file.

    ``before`` and ``after`` name the contents of the file at ``path``; ``None`` where it did not exist.
    """

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """What a commit holds at ``path``: its ``mode`` as git writes it, and the ``name`` of its content."""

    mode: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Commit:
    """One step of the history, dated where its committer was; without ``parents`` nothing before it is known here."""

    id: str
    date: date
    parents: tuple[str, ...]


@dataclass(frozen=True)
class Repository:
    """The git repository around ``root``; paths are relative to ``root``.

    ``shallow`` when its past was cut off, ``empty`` while nothing was ever committed. Every question may raise
    :class:`spbe.sources.git_command.GitError`.
    """

    root: Path
    shallow: bool
    empty: bool

    def newest(self, paths: Sequence[str] = (".",), end: str = "HEAD") -> date | None:
        """The day on which something at ``paths`` last changed, up to ``end``; ``None`` when they never did."""
        return next((commit.date for commit in self.commits(paths, 1, end)), None)

    def commits(self, paths: Sequence[str], most: int | None = None, end: str = "HEAD") -> tuple[Commit, ...]:
        """The last ``most`` steps up to ``end`` that changed something at ``paths``, or all of them, newest first.

        They are those of the main line: a merge stands for what it brought there.
        """
        if self.empty:
            return ()
        form = ("--first-parent", "--encoding=UTF-8", "--format=%H %cI %P", *([f"--max-count={most}"] if most else []))
        said = run_git(self.root, "rev-list", *form, end, "--", *paths).decode("ascii", "replace")
        found = (line.split() for line in said.splitlines() if not line.startswith("commit "))
        return tuple(Commit(name, _day(day), tuple(parents)) for name, day, *parents in found)

    def commit_of(self, revision: str) -> str | None:
        """The name of the commit that ``revision`` means: a branch, a tag, a beginning of its name, ``HEAD~3``."""
        if not revision or "\0" in revision:
            return None
        said = _answer(self.root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}")
        return said.decode("ascii", "replace").strip() if said else None

    def tree(self, commit: str) -> Iterator[TreeEntry]:
        """Everything that ``commit`` holds in the folder of ``root``, and below it."""
        for line in run_git(self.root, "ls-tree", "-r", "-z", commit).split(b"\0"):
            said, _tab, path = line.partition(b"\t")
            if path:
                mode, _type, name = said.decode("ascii", "replace").split()
                yield TreeEntry(mode, name, path.decode("utf-8", "surrogateescape"))

    def blobs(self, names: Sequence[str]) -> Iterator[tuple[str, int | None, Iterator[bytes]]]:
        """Each of ``names`` in order, with the size of its content and the content piece by piece.

        The size is ``None`` for what is missing. The pieces of one are lost when the next is asked for.
        """
        if not names:
            return
        with git_output(self.root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode()) as git:
            for name in names:
                words = git.line().split()
                if not words:
                    git.demand_success()
                    return
                size = int(words[2]) if len(words) == 3 and words[1] == b"blob" and words[2].isdigit() else None
                pieces = _pieces(git, size or 0)
                yield name, size, pieces
                for _piece in pieces:
                    pass
                if size is not None:
                    git.read(1)

    def files(self, commits: Sequence[Commit], paths: Sequence[str]) -> Mapping[str, tuple[FileChange, ...]]:
        """What each of ``commits`` changed at ``paths``, by the names of those that did."""
        asked = "".join(f"{' '.join((commit.id, *commit.parents[:1]))}\n" for commit in commits)
        form = ("--stdin", "-r", "-z", "--root", "--raw", "--no-abbrev", "--no-renames", "--relative")
        said = run_git(self.root, "diff-tree", *form, "--", *paths, given=asked.encode()) if commits else b""
        return {name: tuple(files) for name, files in _files(said).items()}

    def prefix(self) -> str:
        """The folder of ``root`` as seen from the top of the repository: empty or ending with a slash."""
        return (_answer(self.root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "replace").removesuffix("\n")

    def branch(self) -> str | None:
        """The branch that is checked out.

        Where none is, as in most CI: the only branch of ``origin`` that ends here, else the main one there.
        """
        if said := _answer(self.root, "symbolic-ref", "--quiet", "--short", "HEAD"):
            return said.decode("utf-8", "replace").strip()
        remote = "refs/remotes/origin"
        ends = _answer(self.root, "for-each-ref", "--points-at=HEAD", "--format=%(refname)", remote)
        found = {line for line in (ends or b"").decode("utf-8", "replace").split() if line != f"{remote}/HEAD"}
        main = (
            (_answer(self.root, "symbolic-ref", "--quiet", f"{remote}/HEAD") or b"").decode("utf-8", "replace").strip()
        )
        name = found.pop() if len(found) == 1 else main
        return name.removeprefix(f"{remote}/") or None

    def published(self) -> tuple[str, str] | None:
        """The URL of ``origin``, as written, and the commit that is checked out, if ``origin`` is known to have it."""
        remote = "refs/remotes/origin"
        url = (_answer(self.root, "config", "--get", "remote.origin.url") or b"").decode("utf-8", "replace").strip()
        commit = (_answer(self.root, "rev-parse", "--verify", "HEAD") or b"").decode("ascii", "replace").strip()
        there = _answer(self.root, "for-each-ref", "--count=1", "--contains=HEAD", "--format=%(refname)", remote)
        return (url, commit) if url and commit and there else None

    def contents(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """The contents that ``names`` stand for: names of objects, or ``HEAD:./path``.

        Unknown ones are left out, and those that a partial copy left with its remote.
        """
        wanted = list(dict.fromkeys(names))
        if not wanted or self.empty:
            return {}
        try:
            return self._objects(wanted)
        except GitError:
            said = run_git(self.root, "rev-list", "--objects", "--missing=print", "HEAD").decode("utf-8", "replace")
            absent = {line[1:] for line in said.splitlines() if line.startswith("?")}
            if not absent & set(wanted):
                raise
            return self._objects([name for name in wanted if name not in absent])

    def _objects(self, wanted: Sequence[str]) -> dict[str, bytes]:
        said = run_git(self.root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
        return dict(_objects(wanted, said))

    def tracks(self, folder: Path) -> bool:
        """Whether files in ``folder`` are kept in this repository, not in a submodule.

        Where git cannot tell, all that is there is.
        """
        try:
            said = run_git(self.root, "ls-files", "--stage", "-z", "--", str(folder.resolve()))
        except GitError as error:
            elsewhere = any(words in error.hindrance.reason for words in ("outside repository", "is in submodule"))
            return folder.exists() and not elsewhere
        return any(line and not line.startswith(b"160000 ") for line in said.split(b"\0"))


def _pieces(git: GitOutput, size: int) -> Iterator[bytes]:
    while size > 0:
        piece = git.read(min(size, CHUNK))
        if not piece:
            git.demand_success()
            return
        size -= len(piece)
        yield piece


def _answer(root: Path, *words: str) -> bytes | None:
    """What git prints; ``None`` where it has no answer to what need not have one."""
    try:
        return run_git(root, *words)
    except GitError:
        return None


def repository_around(root: Path) -> Repository | GitHindrance:
    """The repository that ``root`` lies in, or why there is none to be asked."""
    if not _is_marked(root):
        return GitHindrance("no-repository")
    try:
        inside, shallow = run_git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository").split()
        if inside != b"true":
            run_git(root, "rev-parse", "--show-toplevel")  # says why the folder does not belong to it
        return Repository(root, shallow == b"true" and _is_cut_off(root), _is_empty(root))
    except GitError as error:
        return error.hindrance


def _is_marked(root: Path) -> bool:
    """Whether ``root`` or a folder above it has something by which git knows a repository, sound or not."""
    here = Path(os.path.realpath(root))
    return any(os.path.lexists(folder / ".git") for folder in (here, *here.parents))


def _is_empty(root: Path) -> bool:
    """Whether nothing was committed yet: there is no ``HEAD``, and not because its name leads to nonsense."""
    try:
        run_git(root, "rev-parse", "--quiet", "--verify", "HEAD")
    except GitError:
        branch = run_git(root, "symbolic-ref", "--quiet", "HEAD").decode("utf-8", "surrogateescape").strip()
        if any((folder / branch).is_file() for folder in _places_of_branches(root)):
            run_git(root, "rev-list", "--max-count=1", "HEAD", "--")  # says what is wrong with it
        return True
    return False


def _is_cut_off(root: Path) -> bool:
    """Whether a shallow copy lacks anything: its oldest commit may be the very first one."""
    place = run_git(root, "rev-parse", "--git-path", "shallow").decode("utf-8", "surrogateescape").removesuffix("\n")
    try:
        oldest = (root / place).read_bytes()
    except OSError:
        return True
    return b"\nparent " in run_git(root, "cat-file", "--batch", given=oldest)


def _places_of_branches(root: Path) -> tuple[Path, ...]:
    said = run_git(root, "rev-parse", "--git-dir", "--git-common-dir").decode("utf-8", "surrogateescape")
    return tuple(root / line for line in said.splitlines())


def _day(written: str) -> date:
    """The day of ``2026-01-01T06:30:00+07:00`` as it was there; one that no calendar has is the first of all."""
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", written):
        try:
            return date.fromisoformat(written[:10])
        except ValueError:
            pass
    return date(1970, 1, 1)


def _files(said: bytes) -> dict[str, list[FileChange]]:
    """For each step its name, then each file as ``:mode mode blob blob letter``, path; all end with a null."""
    found: dict[str, list[FileChange]] = {}
    name = ""
    words = iter(said.split(b"\0"))
    for word in words:
        if word.startswith(b":"):
            found.setdefault(name, []).append(_file(word, next(words)))
        else:
            name = word.decode("ascii", "replace")
    return found


def _file(line: bytes, path: bytes) -> FileChange:
    modes_and_blobs = line.decode("ascii").lstrip(":").split()
    before, after = (
        blob if mode.startswith("100") and set(blob) != {"0"} else None  # links and submodules hold no records
        for mode, blob in zip(modes_and_blobs[:2], modes_and_blobs[2:4], strict=True)
    )
    return FileChange(path.decode("utf-8", "replace"), before, after)


def _objects(wanted: Sequence[str], said: bytes) -> Iterator[tuple[str, bytes]]:
    """For each name in order ``id type size``, the content and a line feed, or one line that it is missing."""
    at = 0
    for name in wanted:
        end = said.find(b"\n", at)
        if end < 0:
            return
        words = said[at:end].split()
        at = end + 1
        if len(words) == 3 and words[1] == b"blob" and words[2].isdigit():
            size = int(words[2])
            yield name, said[at : at + size]
            at += size + 1
