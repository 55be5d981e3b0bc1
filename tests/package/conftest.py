"""The files of the repository, as somebody who clones it would get them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]

# For a copy without git: what .gitignore names, and nothing else starts with these.
_MADE_BY_TASKS = (".git/", ".venv/", "site/", "dist/", "build/", "test-output/", ".pytest_cache/", ".mypy_cache/")


def _from_git() -> list[str]:
    # Tracked files and new ones alike, for a test must fail before the commit; a container's root may own neither.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(git, cwd=REPOSITORY, capture_output=True, check=True, text=True)
    return [name for name in listing.stdout.split("\0") if name]


def _from_folders() -> list[str]:
    names = (path.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.rglob("*"))
    return [name for name in names if not name.startswith(_MADE_BY_TASKS) and "_cache/" not in name]


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def repository_files() -> list[str]:
    """Paths relative to the repository, with ``/``, in order, of every file that is or will be tracked."""
    names = _from_git() if (REPOSITORY / ".git").exists() else _from_folders()
    return sorted(name for name in names if (REPOSITORY / name).is_file() and not name.endswith(".pyc"))
