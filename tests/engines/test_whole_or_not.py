"""Whatever happens to a build, there is a whole site: the old one or the new one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.concealed_regions import write_open_records
from support.program import Running, run, run_until
from support.regions import build_region, copy_named, copy_region

pytestmark = pytest.mark.slow


@pytest.fixture(params=["empty", pytest.param("bandar-lampung", marks=pytest.mark.deep)])
def region(request: pytest.FixtureRequest, built: Callable[[str], Path], tmp_path: Path) -> Path:
    """A region with a good site, and a change that the next build would publish."""
    source = built(request.param).parent
    root = copy_region(source, tmp_path / "region")
    shutil.copytree(source / "site", root / "site")
    profile = root / "content/profil.yaml"
    profile.write_text(profile.read_text("utf-8").replace("nama: ", "nama: Baru "), "utf-8")
    return root


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".site")]


def spread(changes: int, number: int, removed: int) -> list[int]:
    """``number`` of the moments of a build that changes the disk so often, half of them when sites are exchanged.

    Thereafter only the old site is ``removed``, by so many changes.
    """
    exchange = changes - removed
    near = range(exchange - max(number // 2, 2), exchange + 4)  # builds differ by a change or two
    return sorted({*range(1, changes, max(changes // (number - number // 2), 1)), *near})


@pytest.mark.parametrize(
    ("region", "moments"),
    [("empty", 4), pytest.param("bandar-lampung", 300, marks=pytest.mark.deep)],
    indirect=["region"],
)
def test_a_build_killed_at_any_moment_leaves_the_old_site_whole_and_the_next_one_cleans_up(
    region: Path, moments: int, told: Callable[[str], None]
) -> None:
    """Killed right before one of its changes of the disk, with all that it has started."""
    old = snapshot(region / "site")
    done, changes = run_until(0, "spbe", "build", "--root", region)
    assert done.returncode == 0, done.stderr
    assert changes > 100
    new = snapshot(region / "site")
    assert new != old

    killed_at = spread(changes, moments, sum(1 for _ in (region / "site").rglob("*")) + 1)
    for moment in killed_at:
        for name in ("site", *leftovers(region)):  # what a killed build left would be removed first, and counted
            target = region / name
            shutil.rmtree(target) if target.is_dir() else target.unlink()
        for name, content in old.items():
            target = region / "site" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        killed, _changes = run_until(moment, "spbe", "build", "--root", region)
        assert killed.returncode == -signal.SIGKILL, moment
        assert snapshot(region / "site") in (old, new), moment

    assert build_region(region).returncode == 0
    assert snapshot(region / "site") == new
    assert leftovers(region) == []
    told(f"{len(killed_at)} kills of a build, each before a change of the disk: no site was broken")


def test_a_build_that_cannot_write_leaves_the_old_site_and_says_why(region: Path) -> None:
    old = snapshot(region / "site")

    done = run("spbe", "build", "--root", region, largest=20_000)

    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "situs yang lama tidak diubah" in (done.stdout + done.stderr).lower()
    assert snapshot(region / "site") == old
    assert leftovers(region) == []


def test_two_builds_at_once_both_end_well_and_leave_one_whole_site(region: Path, tmp_path: Path) -> None:
    logs = [tmp_path / "satu.log", tmp_path / "dua.log"]
    both = [Running("spbe", ["build", "--root", region], log, log) for log in logs]

    assert [running.wait() for running in both] == [0, 0], [log.read_text() for log in logs]
    assert leftovers(region) == []
    left = snapshot(region / "site")
    assert build_region(region).returncode == 0
    assert left == snapshot(region / "site")


@pytest.mark.parametrize("name", ["minimal", pytest.param("part", marks=pytest.mark.deep)])
def test_the_same_input_gives_the_same_bytes_in_any_folder_time_zone_and_locale(name: str, tmp_path: Path) -> None:
    """Once in a process that starts for it, once in one that built before: a process remembers nothing that shows."""

    def cold(root: Path, env: dict[str, str]) -> int:
        command = [sys.executable, "-m", "spbe", "build", "--root", root]
        return subprocess.run(command, env=env, capture_output=True, check=False).returncode

    def warm(root: Path, env: dict[str, str]) -> int:
        return run("spbe", "build", "--root", root, env=env).returncode

    source = copy_named(name, tmp_path / "asal")
    write_open_records(source)
    sites = []
    ways = ((cold, "Asia/Jayapura", "id_ID.UTF-8"), (warm, "America/New_York", "C"))
    for number, (build, zone, locale) in enumerate(ways):
        root = copy_region(source, tmp_path / f"folder-{number}" / ("x" * (number + 1)))
        words = {**os.environ, "TZ": zone, "LC_ALL": locale, "LANG": locale, "SOURCE_DATE_EPOCH": "1760000000"}
        assert build(root, words) == 0
        sites.append(snapshot(root / "site"))

    assert sorted(sites[0]) == sorted(sites[1])
    assert [name for name in sites[0] if sites[0][name] != sites[1][name]] == []
