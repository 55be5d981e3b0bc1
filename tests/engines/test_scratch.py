"""Scratch folders go with the build that made them, or with the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.engines.output import scratch
from spbe.engines.output.scratch import Scratch
from support.killed_processes import HOLDER, killed


def test_scratch_folders_of_dead_builds_go_with_the_next_and_the_own_one_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "MEMORY", tmp_path)
    monkeypatch.setattr(scratch, "ROOM", 0)
    code = HOLDER.replace(
        "lease =", "import spbe.engines.output.scratch as s; s.MEMORY, s.ROOM = Path(sys.argv[1]), 0; lease ="
    )
    code = code.format(module="spbe.engines.output.scratch", name="Scratch", argument='"spbe-cari-"')
    dead = killed(code, str(tmp_path))
    assert dead.is_dir()
    (tmp_path / "spbe-catatan").mkdir()

    new = Scratch("spbe-cari-")
    assert new.folder.is_dir()
    assert not dead.exists()
    new.end()
    assert [path.name for path in tmp_path.iterdir()] == ["spbe-catatan"]
