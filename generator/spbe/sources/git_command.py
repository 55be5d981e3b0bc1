"""The only place that starts git, and what may keep it from answering.

Its commands are those made for programs, which read no settings about output; variables of the user that point git
elsewhere are dropped. Those that hold settings stay, for ``safe.directory`` may be among them. Nothing is fetched.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Final, Literal, cast

from spbe.i18n import gettext

TIMEOUT: Final = 60
"""Seconds after which a git that hangs is given up."""

Refusal = Literal["no-repository", "no-git", "refused", "damaged", "hanging"]

_ALWAYS: Final = ("--no-pager", "-c", "core.fsmonitor=false")
_SETTINGS: Final = "GIT_CONFIG_"
_ENVIRONMENT: Final = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_FOREIGN_OWNER: Final = re.compile("dubious ownership|unsafe repository")
_REMEDY: Final = re.compile(r"^\s*(git config --global --add safe\.directory .+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GitHindrance:
    """Why the past of a folder cannot be known.

    ``reason`` is what git says of it, on one line; ``remedy`` the command that it offers, if it does.
    """

    kind: Refusal
    reason: str = ""
    remedy: str = ""


class GitError(Exception):
    """Git gave no answer; ``hindrance`` tells why, in its own words."""

    def __init__(self, hindrance: GitHindrance) -> None:
        super().__init__(hindrance.reason)
        self.hindrance = hindrance


def run_git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    """What ``git`` prints in ``folder``. Raises :class:`GitError`."""
    program = _demand_program()
    try:
        done = subprocess.run(
            [program, *_ALWAYS, *words],
            cwd=folder,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            env=_environment(os.environ),
        )
    except subprocess.TimeoutExpired:
        raise _hanging() from None
    except OSError as error:
        raise _not_started(program, error) from None
    if done.returncode != 0:
        raise GitError(_hindrance(done.stderr.decode("utf-8", "replace"), done.returncode))
    return done.stdout


@contextmanager
def git_output(folder: Path, *words: str, given: bytes) -> Iterator[GitOutput]:
    """What ``git`` prints in ``folder``, to be read while it prints it. Raises :class:`GitError`."""
    program = _demand_program()
    try:
        process = subprocess.Popen(
            [program, *_ALWAYS, *words],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(os.environ),
        )
    except OSError as error:
        raise _not_started(program, error) from None
    output = GitOutput(process)
    threads = [threading.Thread(target=one, daemon=True) for one in (partial(_write, process, given), output.watch)]
    for thread in threads:
        thread.start()
    try:
        with process:
            try:
                yield output
            finally:
                process.kill()  # its reader wants no more
    finally:
        output.done.set()
        for thread in threads:
            thread.join()


class GitOutput:
    """Reads from a git that runs, and ends it when it prints nothing for too long."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.done = threading.Event()
        self._process = process
        self._output = cast("IO[bytes]", process.stdout)
        self._since: float | None = None
        self._late = False

    def line(self) -> bytes:
        """The next line with its line feed; empty at the end."""
        return self._waited(self._output.readline)

    def read(self, size: int) -> bytes:
        """The next ``size`` bytes; fewer only at the end."""
        return self._waited(partial(self._output.read, size))

    def _waited(self, read: Callable[[], bytes]) -> bytes:
        self._since = time.monotonic()
        found = read()
        self._since = None
        if self._late:
            raise _hanging()
        return found

    def demand_success(self) -> None:
        """Raise what kept git from printing all; called where its output ends."""
        said = cast("IO[bytes]", self._process.stderr).read().decode("utf-8", "replace")
        if code := self._process.wait():
            raise GitError(_hindrance(said, code))

    def watch(self) -> None:
        """Until :attr:`done`: end a git that lets its reader wait too long."""
        while not self.done.wait(min(1, TIMEOUT / 4)):
            since = self._since
            if since is not None and time.monotonic() - since > TIMEOUT:
                self._late = True
                self._process.kill()


def _write(process: subprocess.Popen[bytes], given: bytes) -> None:
    """Give a git that runs what it asks for, while another reads: both pipes are short."""
    into = cast("IO[bytes]", process.stdin)
    with suppress(OSError):  # it ended before it had read all
        into.write(given)
    with suppress(OSError):
        into.close()


def _demand_program() -> str:
    program = _program()
    if program is None:
        raise GitError(GitHindrance("no-git", gettext("program git tidak ditemukan")))
    return program


def _hanging() -> GitError:
    words = gettext("git tidak menjawab dalam {n} detik")
    return GitError(GitHindrance("hanging", words.format(n=TIMEOUT)))


def _not_started(program: str, error: OSError) -> GitError:
    return GitError(GitHindrance("no-git", f"{program}: {error.strerror or error}"))


def _program() -> str | None:
    """The program, never one that lies in the folder in which a command was typed."""
    folders = [folder for folder in os.get_exec_path() if Path(folder).is_absolute()]
    return shutil.which("git", path=os.pathsep.join(folders)) if folders else None


def _environment(users: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in users.items()
        if not name.upper().startswith("GIT_") or name.upper().startswith(_SETTINGS)
    }
    return {**kept, **_ENVIRONMENT}


def _hindrance(said: str, code: int) -> GitHindrance:
    lines = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    told = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0] if lines else "")
    reason = told.partition(": ")[2] or told or f"git: {code}"
    remedy = _REMEDY.search(said)
    kind: Refusal = "refused" if _FOREIGN_OWNER.search(said) else "damaged"
    return GitHindrance(kind, reason, remedy[1].strip() if remedy else "")
