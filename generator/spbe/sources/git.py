"""The only place that starts git. Plain data come out; a repository that cannot be read is ``None``.

Nothing here depends on the user's settings, on the time zone or on where the folder lies; nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

TIMEOUT: Final = 60
"""Seconds after which a git that hangs is given up."""

_ENVIRONMENT: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_LOG: Final = (
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-show-signature",
    "--no-decorate",
    "--relative",
    "-z",
    "--format=%x01%x02%x03%H %ct %P",
)


@dataclass(frozen=True, slots=True)
class FileChange:
    """``before`` and ``after`` name the contents of the file at ``path``; ``None`` where it did not exist."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """One step of the history, dated in UTC; ``root`` says that it has no parent here."""

    id: str
    date: date
    root: bool
    files: tuple[FileChange, ...]


@dataclass(frozen=True)
class Repository:
    """The git repository around ``root``; paths are relative to ``root``. ``shallow`` when its past was cut off."""

    root: Path
    shallow: bool

    def commits(self, folders: Sequence[str], since: date, most: int) -> tuple[Commit, ...]:
        """What changed below ``folders`` from the day ``since`` on, newest first, at most ``most`` steps."""
        said = _run(self.root, *_LOG, f"--since={since.isoformat()}T00:00:00Z", f"-n{most}", "--", *folders)
        return tuple(_commits(said or b""))

    def knows(self, folders: Sequence[str]) -> bool:
        """Whether any commit ever touched ``folders``."""
        return bool(_run(self.root, "log", "-1", "--format=%H", "--", *folders))

    def prefix(self) -> str:
        """The folder of ``root`` as seen from the top of the repository: empty or ending with a slash."""
        return (_run(self.root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "replace").removesuffix("\n")

    def branch(self) -> str | None:
        """The branch that is checked out.

        Where none is, as in most CI: the only branch of ``origin`` that ends here, else the main one there.
        """
        if said := _run(self.root, "symbolic-ref", "--quiet", "--short", "HEAD"):
            return said.decode("utf-8", "replace").strip()
        remote = "refs/remotes/origin"
        ends = _run(self.root, "for-each-ref", "--points-at=HEAD", "--format=%(refname)", remote)
        found = {line for line in (ends or b"").decode("utf-8", "replace").split() if line != f"{remote}/HEAD"}
        main = (_run(self.root, "symbolic-ref", "--quiet", f"{remote}/HEAD") or b"").decode("utf-8", "replace").strip()
        name = found.pop() if len(found) == 1 else main
        return name.removeprefix(f"{remote}/") or None

    def published(self) -> tuple[str, str] | None:
        """The URL of ``origin``, as written, and the commit that is checked out, if ``origin`` is known to have it."""
        remote = "refs/remotes/origin"
        url = (_run(self.root, "config", "--get", "remote.origin.url") or b"").decode("utf-8", "replace").strip()
        commit = (_run(self.root, "rev-parse", "--verify", "HEAD") or b"").decode("ascii", "replace").strip()
        there = _run(self.root, "for-each-ref", "--count=1", "--contains=HEAD", "--format=%(refname)", remote)
        return (url, commit) if url and commit and there else None

    def contents(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """The contents that ``names`` stand for: names of objects, or ``HEAD:./path``; unknown ones are left out."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        said = _run(self.root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
        return dict(_objects(wanted, said or b""))


def repository_around(root: Path) -> Repository | None:
    """The repository that ``root`` lies in; ``None`` without one, without git, or when git refuses it."""
    said = _run(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    words = (said or b"").split()
    return Repository(root, words[1] == b"true") if words[:1] == [b"true"] and len(words) == 2 else None


def _run(root: Path, *words: str, given: bytes | None = None) -> bytes | None:
    command = ["git", "-C", str(root), *words]
    try:
        done = subprocess.run(
            command,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            env={**os.environ, **_ENVIRONMENT},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _commits(said: bytes) -> Iterator[Commit]:
    """After three control characters ``id time parents``, then each file as ``:mode mode blob blob letter``, path."""
    for part in said.split(b"\x01\x02\x03")[1:]:
        head, *words = part.split(b"\0")
        identity, seconds, *parents = head.decode("ascii").split()
        pairs = zip((word.lstrip(b"\n") for word in words[::2]), words[1::2], strict=False)
        files = tuple(_file(line, path) for line, path in pairs if line.startswith(b":"))
        yield Commit(identity, datetime.fromtimestamp(int(seconds), UTC).date(), not parents, files)


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
