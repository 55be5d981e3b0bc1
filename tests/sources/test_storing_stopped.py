"""A writer may be killed at any moment: each file is old or new, and whoever reads next finds all old or all new."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spbe.sources import storing
from spbe.sources.exchange import outlook
from spbe.sources.folder import source_of
from spbe.sources.journal import DECIDED
from spbe.sources.storing import store, unsettled
from support import stopped_writers
from support.mounts import can_mount, in_mounts
from support.regions import ROOT
from support.stopped_writers import CHANGE, NEW, OLD, begin, look


def campaign(folder: Path, step: int, inner: int) -> dict[str, Any]:
    path = os.pathsep.join([str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, stopped_writers.__file__, str(folder), str(step), str(inner)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def stop_at(folder: Path, place: str) -> None:
    """Leave ``folder`` as a writer does that is killed before it exchanges the file at ``place``."""
    code = f"""
import os, sys
from pathlib import Path
from support.stopped_writers import CHANGE
from spbe.sources.storing import store
def hook(event, words):
    if event == "os.rename" and str(words[1]).endswith({place!r}):
        os._exit(9)
sys.addaudithook(hook)
store(Path(sys.argv[1]), CHANGE)
"""
    path = os.pathsep.join([str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    words = [sys.executable, "-c", code, str(folder)]
    assert subprocess.run(words, check=False, env={**os.environ, "PYTHONPATH": path}).returncode == 9


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """A folder with a write of which half is done."""
    begin(tmp_path)
    stop_at(tmp_path, "a/3.yaml")
    assert (tmp_path / "a/2.yaml").read_text("utf-8") == "baru 2\n"
    assert (tmp_path / "a/3.yaml").read_text("utf-8") == "lama 3\n"
    return tmp_path


def test_a_writer_killed_at_any_moment_leaves_each_file_old_or_new_and_the_set_whole(tmp_path: Path) -> None:
    found = campaign(tmp_path, 1, 0)

    assert found["wrong"] == []
    assert found["moments"] >= 100
    assert min(found["outcomes"].values()) >= 20


@pytest.mark.parametrize(("step", "inner"), [(13, 5), pytest.param(1, 1, marks=pytest.mark.deep)])
def test_so_may_be_who_comes_to_its_rescue(step: int, inner: int, tmp_path: Path) -> None:
    assert campaign(tmp_path, step, inner)["wrong"] == []


def test_what_was_decided_is_finished_by_the_next_writer_too(half: Path) -> None:
    store(half, {"z.txt": b"z"})

    assert look(half) == {**NEW, "z.txt": "z"}


def test_who_may_not_write_reads_what_it_would_become(half: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object) -> None:
        raise PermissionError(13, "read only")

    monkeypatch.setattr(storing, "settle", refuse)
    found = look(half)

    left = {path: CHANGE[path] for path in CHANGE if found.get(path) != NEW.get(path)}
    assert unsettled(half) == {DECIDED: None, **left}
    assert {**look(half), ".spbe-kunci": ""} == {**found, ".spbe-kunci": ""}


def test_a_file_edited_before_the_rescue_is_kept_and_the_others_are_as_before(half: Path) -> None:
    (half / "a/4.yaml").write_text("tangan\n", "utf-8")
    promised = outlook(half)
    assert unsettled(half) == {}

    assert look(half) == {**OLD, "a/4.yaml": "tangan\n"}
    assert promised == {DECIDED: None, **{f"a/{n}.yaml": f"lama {n}\n".encode() for n in range(3)}}


def test_a_file_edited_after_its_exchange_is_kept_and_the_others_are_as_decided(half: Path) -> None:
    (half / "a/1.yaml").write_text("tangan\n", "utf-8")
    unsettled(half)

    assert look(half) == {**NEW, "a/1.yaml": "tangan\n"}


def test_a_journal_that_somebody_else_made_moves_nothing_outside(
    half: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    (outside / "rahasia.txt").write_text("rahasia", "utf-8")
    journal = json.loads((half / DECIDED).read_text("utf-8"))
    journal["steps"][0]["target"] = f"../{outside.name}/rahasia.txt"
    (half / DECIDED).write_text(json.dumps(journal), "utf-8")
    before = look(half)
    with pytest.raises(OSError, match="jurnal"):
        store(half, {"z.txt": b"z"})
    assert unsettled(half) == {}

    assert {**look(half), ".spbe-kunci": ""} == {**before, ".spbe-kunci": ""}
    assert (outside / "rahasia.txt").read_text("utf-8") == "rahasia"


def test_a_journal_whose_folder_has_become_a_link_moves_nothing(
    half: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("luar")
    shutil.move(half / "a", outside / "a")
    (half / "a").symlink_to(outside / "a")
    before = look(outside)
    with pytest.raises(OSError, match="jurnal"):
        store(half, {"z.txt": b"z"})
    assert unsettled(half) == {}

    assert look(outside) == before


def test_whoever_reads_the_folder_next_finds_it_whole(half: Path) -> None:
    source = source_of(half)

    assert list(source.listing("a")) == [f"{n}.yaml" for n in range(9)]
    assert look(half) == NEW


def test_who_may_not_write_the_folder_reads_it_whole_all_the_same(half: Path, untried: Callable[[str], None]) -> None:
    if not can_mount():
        untried("a half-written folder on a read-only mount: no mounts of one's own")
        return
    program = """
import sys
from pathlib import Path
from spbe.sources.folder import source_of
source = source_of(Path(sys.argv[1]))
for folder in ("a", "d/e"):
    names = [name for name in source.listing(folder) if name[0] != "."]  # as every walk does
    print(*(source.read(f"{folder}/{name}", 99).decode().strip() for name in names), sep=",")
print(*source.listing("b") if "b" in source.listing("") else "")
"""
    done = in_mounts(f"mount --bind {half} {half}; mount -o remount,bind,ro {half}", program, half)

    assert done.stdout.splitlines() == [
        ",".join([*(f"baru {n}" for n in range(8)), "lama 8"]),
        ",".join(f"baru e{n}" for n in range(6)),
        "",
    ], done.stderr
    assert look(half) != NEW
