"""A name that belongs to a process while it lives, and to nobody afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from spbe.engines import scratch
from spbe.engines.lease import Lease, is_leased, sweep
from spbe.engines.scratch import Scratch
from support.killed_processes import HOLDER, killed

NAMES = re.compile(r"kerja-[0-9a-f]{8}")


def dead_lease(parent: Path) -> Path:
    code = HOLDER.format(module="spbe.engines.lease", name="Lease", argument="Path(sys.argv[1])")
    return killed(code, str(parent / "kerja-"))


def swept(parent: Path) -> list[str]:
    found: list[str] = []
    sweep(parent, NAMES, lambda folder: found.append(folder.name))
    return found


def test_what_a_killed_process_held_is_swept_and_what_a_living_one_holds_is_not(tmp_path: Path) -> None:
    dead, alive = dead_lease(tmp_path), Lease(tmp_path / "kerja-")
    alive.folder.mkdir()

    assert swept(tmp_path) == [dead.name]
    assert swept(tmp_path) == []
    assert is_leased(alive.folder)
    assert not is_leased(dead)
    alive.end()
    assert not is_leased(alive.folder)


def test_folders_of_such_a_name_without_a_lock_are_nobody_s_business(tmp_path: Path) -> None:
    (tmp_path / "kerja-0123abcd").mkdir()
    (tmp_path / "kerja-catatan.kunci").write_text("milik orang", "utf-8")

    assert swept(tmp_path) == []
    assert (tmp_path / "kerja-catatan.kunci").exists()


def test_a_place_that_cannot_be_listed_is_left_alone(tmp_path: Path) -> None:
    assert swept(tmp_path / "tidak-ada") == []


def test_scratch_folders_of_dead_builds_go_with_the_next_and_the_own_one_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "MEMORY", tmp_path)
    monkeypatch.setattr(scratch, "ROOM", 0)
    code = HOLDER.replace(
        "lease =", "import spbe.engines.scratch as s; s.MEMORY, s.ROOM = Path(sys.argv[1]), 0; lease ="
    )
    dead = killed(code.format(module="spbe.engines.scratch", name="Scratch", argument='"spbe-cari-"'), str(tmp_path))
    assert dead.is_dir()
    (tmp_path / "spbe-catatan").mkdir()

    new = Scratch("spbe-cari-")
    assert new.folder.is_dir()
    assert not dead.exists()
    new.end()
    assert [path.name for path in tmp_path.iterdir()] == ["spbe-catatan"]
