"""The files of the repository, as somebody who clones it would get them."""

from __future__ import annotations

import fcntl
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from support.distributions import install, make_distributions

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


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], Path]], Path]:
    """Makes something in a folder of its own, once per test session whatever the number of workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base

    def made(name: str, make: Callable[[Path], Path]) -> Path:
        told = shared / f"{name}.place"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not told.exists():
                (shared / name).mkdir()
                told.write_text(str(make(shared / name)), encoding="utf-8")
        return Path(told.read_text(encoding="utf-8"))

    return made


@pytest.fixture(scope="session")
def distributions(once: Callable[..., Path], repository: Path, repository_files: list[str]) -> Path:
    """A folder with the sdist, and with the wheel that was built from it, as an index would get them."""
    return once("source", lambda folder: make_distributions(repository, repository_files, folder))


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    (found,) = distributions.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installed(once: Callable[..., Path], wheel: Path) -> Path:
    """The programs' folder of a venv that has the wheel, outside the checkout."""
    return once("installed", lambda folder: install(wheel, folder))
