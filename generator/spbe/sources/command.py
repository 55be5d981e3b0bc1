"""The only place that starts git, and what may keep it from answering.

Its commands are those made for programs, which read no settings about output; variables of the user that point git
elsewhere are dropped. Those that hold settings stay, for ``safe.directory`` may be among them. Nothing is fetched.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from spbe.i18n import gettext

TIMEOUT: Final = 60
"""Seconds after which a git that hangs is given up."""

Refusal = Literal["no-repository", "no-git", "refused", "damaged", "hanging"]

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
    """Git gave no answer."""

    def __init__(self, hindrance: GitHindrance) -> None:
        super().__init__(hindrance.reason)
        self.hindrance = hindrance


def run_git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    """What ``git`` prints in ``folder``. Raises :class:`GitError`."""
    program = _program()
    if program is None:
        raise GitError(GitHindrance("no-git", gettext("program git tidak ditemukan")))
    try:
        done = subprocess.run(
            [program, "--no-pager", "-c", "core.fsmonitor=false", *words],
            cwd=folder,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            env=_environment(os.environ),
        )
    except subprocess.TimeoutExpired:
        words_of_ours = gettext("git tidak menjawab dalam {n} detik")
        raise GitError(GitHindrance("hanging", words_of_ours.format(n=TIMEOUT))) from None
    except OSError as error:
        raise GitError(GitHindrance("no-git", f"{program}: {error.strerror or error}")) from None
    if done.returncode != 0:
        raise GitError(_hindrance(done.stderr.decode("utf-8", "replace"), done.returncode))
    return done.stdout


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
