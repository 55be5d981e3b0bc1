"""A region at a git revision, read without its files ever lying on a disk.

One ``ls-tree`` and one ``cat-file --batch``, equal contents once. A submodule is an obstacle: a commit does not hold
its files.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from spbe.i18n import gettext
from spbe.problems.usage import WrongUsageError
from spbe.sources.file_tree import FileTree
from spbe.sources.git import Repository, TreeEntry, repository_around
from spbe.sources.git_command import GitError, GitHindrance
from spbe.sources.source import Dated, FileStatus, FileType, Source, TooLargeError
from spbe.sources.symlinks import TARGET_BYTES


class RevisionSource:
    """What the commit ``commit`` of ``repository`` holds in the region's folder.

    The folder may lie below the top of the repository. Of a submodule a commit holds no file; links that leave the
    folder leave the source. Every content is fetched at most once, many at a time. Raises
    :class:`spbe.sources.git_command.GitError`.
    """

    def __init__(self, repository: Repository, commit: str) -> None:
        self.commit = commit
        self.base = Path(os.path.realpath(repository.root)).as_posix()
        self._repository = repository
        self._tree = FileTree()
        self._names: dict[str, str] = {}
        self._kept: dict[str, bytes] = {}
        self._sizes: dict[str, int] = {}
        entries = list(repository.tree(commit))
        targets = self._targets(entries)
        for entry in entries:
            self._tree.add(entry.path, _status(entry, targets))
            if entry.mode.startswith("100"):
                self._names[entry.path] = entry.name

    @property
    def place(self) -> Path:
        """See :class:`spbe.sources.source.Source`."""
        return self._repository.root

    def listing(self, folder: str) -> Mapping[str, FileStatus]:
        """See :class:`spbe.sources.source.Source`."""
        return self._tree.listing(folder)

    def status(self, path: str) -> FileStatus:
        """See :class:`spbe.sources.source.Source`."""
        return self._tree.status(path)

    def follow(self, path: str) -> str:
        """See :class:`spbe.sources.source.Source`."""
        return self._tree.follow(path, self.base)

    def read(self, path: str, most: int) -> bytes:
        """See :class:`spbe.sources.source.Source`."""
        name = self._name(path)
        if name not in self._kept and self._sizes.get(name, 0) <= most:
            try:
                self._fetch([name], most)
            except GitError as error:
                raise OSError(error.hindrance.reason) from None
        content, size = self._kept.get(name), self._sizes.get(name)
        if size is not None and size > most:
            raise TooLargeError(path, size)
        if content is None:
            raise _absent()
        return content

    def stream(self, paths: Iterable[str]) -> Iterator[tuple[str, Iterator[bytes]]]:
        """See :class:`spbe.sources.source.Source`."""
        wanted = list(paths)
        names = {path: name for path in wanted if (name := self._name_or_none(path))}
        blobs = self._repository.blobs([names[path] for path in wanted if path in names])
        for path in wanted:
            yield path, _streamed(blobs) if path in names else self._refused(path)

    def prepare(self, paths: Sequence[str], most: int) -> None:
        """See :class:`spbe.sources.source.Source`."""
        names = dict.fromkeys(name for path in paths if (name := self._name_or_none(path)))
        try:
            self._fetch([name for name in names if name not in self._kept and name not in self._sizes], most)
        except GitError:  # told of each file that is read in vain
            return

    def identity(self, path: str) -> str | None:
        """See :class:`spbe.sources.source.Source`."""
        return self._name(path)

    def dated(self, folders: Sequence[str]) -> Dated:  # noqa: ARG002
        """The day of the newest commit up to this one that touched the folder."""
        try:
            return Dated(self._repository.newest(end=self.commit), shallow=self._repository.shallow)
        except GitError as error:
            return Dated(None, error.hindrance)

    def _fetch(self, names: Sequence[str], most: int) -> None:
        """Keep the contents that ``names`` stand for, those of at most ``most`` bytes."""
        for name, size, pieces in self._repository.blobs(names):
            if size is not None:
                self._sizes[name] = size
                if size <= most:
                    self._kept[name] = b"".join(pieces)

    def _targets(self, entries: Sequence[TreeEntry]) -> Mapping[str, str]:
        """Where links lead, by the names of their contents."""
        links = dict.fromkeys(entry.name for entry in entries if entry.mode == "120000")
        self._fetch(list(links), TARGET_BYTES)
        return {name: self._kept[name].decode("utf-8", "surrogateescape") for name in links if name in self._kept}

    def _name(self, path: str) -> str:
        """What git calls the content of the file at the end of ``path``."""
        end = self.follow(path)
        status = self._tree.status(end)
        if status.error is not None:
            raise status.error
        if status.type != "file":
            number = errno.EISDIR if status.type == "folder" else errno.EINVAL
            raise OSError(number, os.strerror(number), path)
        return self._names[end]

    def _name_or_none(self, path: str) -> str | None:
        try:
            return self._name(path)
        except OSError:
            return None

    def _refused(self, path: str) -> Iterator[bytes]:
        self._name(path)
        yield b""


_TYPES: Final[Mapping[str, FileType]] = {"100": "file", "160": "submodule"}


def _status(entry: TreeEntry, targets: Mapping[str, str]) -> FileStatus:
    if entry.mode == "120000":
        target = targets.get(entry.name)
        if target:
            return FileStatus("link", target)
        number = errno.ENAMETOOLONG if target is None else errno.ENOENT
        return FileStatus("unusable", error=OSError(number, os.strerror(number), entry.path))
    return FileStatus(_TYPES.get(entry.mode[:3], "special"))


def _streamed(blobs: Iterator[tuple[str, int | None, Iterator[bytes]]]) -> Iterator[bytes]:
    """The pieces of the next of ``blobs``."""
    try:
        _name, size, pieces = next(blobs, ("", None, iter(())))
        if size is None:
            raise _absent()
        yield from pieces
    except GitError as error:
        raise OSError(error.hindrance.reason) from None


def _absent() -> OSError:
    return OSError(gettext("isinya tidak ada dalam salinan repositori ini"))


def revision_source(root: Path, revision: str) -> Source:
    """The region at ``root`` as it was at ``revision``: a branch, a tag, a beginning of a commit's name, ``HEAD~3``.

    Raises :class:`spbe.problems.usage.WrongUsageError` where there is no such revision to be read.
    """
    repository = repository_around(root)
    if isinstance(repository, GitHindrance):
        raise _unreadable(root, revision, repository)
    commit = repository.commit_of(revision)
    if commit is None and repository.shallow:
        words = gettext(
            "Revisi `{revisi}` tidak ada di salinan ini, yang sejarahnya terpotong. Ambil seluruhnya dengan "
            "`git fetch --unshallow`; di CI, minta sejarah lengkap (misalnya `fetch-depth: 0`)."
        )
        raise WrongUsageError(words.format(revisi=revision))
    if commit is None:
        words = gettext(
            "Revisi `{revisi}` tidak ada di repositori ini. Yang dapat ditulis: nama cabang atau tanda (tag), awal "
            "nama sebuah komit, atau misalnya HEAD~3; `git log --oneline` menyebutkan komit yang ada."
        )
        raise WrongUsageError(words.format(revisi=revision))
    try:
        return RevisionSource(repository, commit)
    except GitError as error:
        raise _unreadable(root, revision, error.hindrance) from None


def _unreadable(root: Path, revision: str, hindrance: GitHindrance) -> WrongUsageError:
    if hindrance.kind == "no-repository":
        words = gettext("Revisi `{revisi}` tidak dapat dicari: {folder} tidak terletak di dalam repositori git.")
        return WrongUsageError(words.format(revisi=revision, folder=root))
    words = gettext("Revisi `{revisi}` tidak dapat dibaca: {sebab}. Jalankan `{perintah}` di {folder}.")
    command = hindrance.remedy or "git status"
    return WrongUsageError(words.format(revisi=revision, sebab=hindrance.reason, perintah=command, folder=root))
