"""A name that belongs to a process while it lives, and to nobody afterwards."""

from __future__ import annotations

import re
from pathlib import Path

from spbe.sources.lease import Lease, is_leased, sweep
from support.killed_processes import HOLDER, killed

NAMES = re.compile(r"kerja-[0-9a-f]{8}")


def dead_lease(parent: Path) -> Path:
    code = HOLDER.format(module="spbe.sources.lease", name="Lease", argument="Path(sys.argv[1])")
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
