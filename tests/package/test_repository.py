"""Rules for the repository as a whole: it works on anybody's machine, and its lists agree with one another."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

# A letter in brackets keeps this file from containing what it looks for.
FORBIDDEN = {
    "address of a package registry": re.compile(
        r"[p]ypi\.org|[p]ythonhosted\.org|[r]egistry\.(npmjs|yarnpkg)|[d]eb\.debian\.org|[i]ndex-url|[f]ind-links"
    ),
    "path of one machine": re.compile(
        r"(?<![\w.}-])(/[r]oot/|/[w]ork/(main|shared|\.)|/[o]pt/(pypi|wheels)|/[t]mp/bash_jobs|/[U]sers/|/[h]ome/\w+/)|\.[p]yenv/"
    ),
}


def _pins(repository: Path) -> dict[str, str]:
    lines = (repository / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pins}


def _requirements(repository: Path) -> list[Requirement]:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [
        project["build-system"]["requires"],
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
    ]
    return [Requirement(text) for group in groups for text in group]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds_what_only_one_machine_has(repository: Path, repository_files: list[str], what: str) -> None:
    found = []
    for name in repository_files:
        data = (repository / name).read_bytes()
        if b"\0" in data:  # not text
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
            if FORBIDDEN[what].search(line):
                found.append(f"{name}:{number}: {line.strip()[:120]}")

    assert found == []


def test_constraints_are_plain_pins(repository: Path) -> None:
    lines = (repository / "constraints.txt").read_text(encoding="utf-8").splitlines()
    others = [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+", line)]

    assert others == []


def test_every_dependency_is_pinned_at_an_allowed_version(repository: Path) -> None:
    pins = _pins(repository)
    refused = [
        f"{requirement}: {pins.get(canonicalize_name(requirement.name), 'not in constraints.txt')}"
        for requirement in _requirements(repository)
        if not requirement.specifier.contains(pins.get(canonicalize_name(requirement.name), "0"), prereleases=True)
    ]

    assert refused == []
    assert {canonicalize_name(requirement.name) for requirement in _requirements(repository)} <= pins.keys()


def test_commands_of_the_readme_are_tasks_of_the_makefile(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)\b", readme))

    assert {"site", "test"} <= named
    assert named <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize(("arguments", "code"), [("-m 'not browser'", 0), ("-m 'not slow'", 1), ("", 1)])
def test_only_tests_that_drive_a_browser_demand_one(
    repository: Path, tmp_path: Path, arguments: str, code: int
) -> None:
    for name in ("sh", "git", "dirname", "id", "grep"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    done = subprocess.run(
        ["sh", str(repository / "tools/setup-chromium")],
        env={"PATH": str(tmp_path), "ARGS": arguments},  # as make hands it on
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == code, done.stderr
    assert ("make test ARGS" in done.stderr) == bool(code)


@pytest.mark.parametrize("script", ["tools/setup", "tools/setup-chromium", "tools/lock", ".ci/run"])
def test_scripts_may_be_started(repository: Path, script: str) -> None:
    assert (repository / script).stat().st_mode & 0o111
    assert (repository / script).read_bytes().startswith(b"#!/")
