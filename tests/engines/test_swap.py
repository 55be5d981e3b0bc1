"""A folder takes the place of another, whatever stands beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from spbe.engines import swap
from spbe.engines.swap import staging_for, swap_in


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return folder(tmp_path / "site", "lama")


@pytest.fixture(params=["exchange", "two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)


def folder(path: Path, words: str) -> Path:
    path.mkdir(exist_ok=True)
    (path / "a.txt").write_text(words)
    return path


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def dead_process() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


@pytest.mark.usefixtures("either_way")
def test_the_new_folder_replaces_the_old_one_and_leaves_nothing(target: Path) -> None:
    swap_in(folder(staging_for(target), "baru"), target)

    assert (target / "a.txt").read_text() == "baru"
    assert names(target.parent) == ["site"]


@pytest.mark.usefixtures("either_way")
def test_a_link_stays_and_what_it_leads_to_is_replaced(target: Path, tmp_path: Path) -> None:
    (tmp_path / "sini").mkdir()
    link = tmp_path / "sini/publik"
    link.symlink_to(target)

    staging = staging_for(link)
    assert staging.parent == tmp_path
    swap_in(folder(staging, "baru"), link)

    assert link.is_symlink()
    assert (target / "a.txt").read_text() == "baru"
    assert names(tmp_path) == ["sini", "site"]
    assert names(tmp_path / "sini") == ["publik"]


def test_what_dead_builds_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    target = folder(tmp_path / "s[i]te", "lama")
    dead, alive = dead_process(), os.getppid()
    kept = [f".s[i]te.spbe-{alive}", f".s[i]te.{dead}", f".site.spbe-{dead}", ".s[i]te.spbe-catatan", "s[i]te"]
    for name in (*kept[:-1], f".s[i]te.spbe-{dead}", f".s[i]te.spbe-lama-{dead}"):
        (tmp_path / name).mkdir()

    staging = staging_for(target)

    assert names(tmp_path) == sorted([*kept, staging.name])
    assert (target / "a.txt").read_text() == "lama"


def test_an_old_site_that_a_dead_build_had_put_aside_comes_back(tmp_path: Path) -> None:
    folder(tmp_path / f".site.spbe-lama-{dead_process()}", "lama")

    staging = staging_for(tmp_path / "site")

    assert (tmp_path / "site/a.txt").read_text() == "lama"
    assert names(tmp_path) == sorted(["site", staging.name])


def test_when_the_new_folder_cannot_come_in_the_old_one_comes_back(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    staging = staging_for(target)
    staging.rmdir()

    with pytest.raises(FileNotFoundError):
        swap_in(staging, target)

    assert (target / "a.txt").read_text() == "lama"
    assert names(target.parent) == ["site"]
