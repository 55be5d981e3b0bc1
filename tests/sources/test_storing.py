"""A file is there whole or not at all, on a full disk too, and nothing that is there is ever lost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from spbe.sources import storing
from spbe.sources.storing import write_new, write_over
from support.mounts import can_mount, in_mounts, volume

BIG = b"x" * 100_000
TRY = """
import sys
from pathlib import Path
from spbe.sources.storing import write_new, write_over
folder = Path(sys.argv[1])
try:
    {what}
except OSError as error:
    print(Path(error.filename).name)
print(sorted(str(path.relative_to(folder)) for path in folder.rglob("*")))
"""
NEW = 'write_new({folder / "baru/a.txt": b"a", folder / "baru/b.txt": b"x" * 100_000})'
OVER = 'write_over(folder / "ada.txt", b"x" * 100_000)'


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def limited(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ``code`` where no file may grow beyond 20,000 bytes, as on a disk that fills up."""
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_new({tmp_path / "a/b/c.txt": b"satu\n", tmp_path / "d.txt": BIG})

    assert (tmp_path / "a/b/c.txt").read_bytes() == b"satu\n"
    assert (tmp_path / "d.txt").read_bytes() == BIG
    assert names(tmp_path) == ["a", "a/b", "a/b/c.txt", "d.txt"]


def test_no_file_is_written_when_one_is_there(tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text("lama", "utf-8")
    (tmp_path / "tautan").symlink_to("tidak-ada")
    for there in ("ada.txt", "tautan"):
        with pytest.raises(FileExistsError):
            write_new({tmp_path / "baru/x.txt": b"x", tmp_path / there: b"baru"})

    assert names(tmp_path) == ["ada.txt", "tautan"]
    assert (tmp_path / "ada.txt").read_text("utf-8") == "lama"


def test_where_files_cannot_be_linked_they_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_new({tmp_path / "a.txt": b"a"})
    with pytest.raises(FileExistsError):
        write_new({tmp_path / "b.txt": b"b", tmp_path / "a.txt": b"c"})

    assert names(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"a"


def test_the_content_of_a_file_is_exchanged_and_its_mode_and_a_link_to_it_stay(tmp_path: Path) -> None:
    (tmp_path / "asli.txt").write_text("lama", "utf-8")
    (tmp_path / "asli.txt").chmod(0o640)
    (tmp_path / "tautan.txt").symlink_to("asli.txt")
    write_over(tmp_path / "tautan.txt", b"baru")
    write_over(tmp_path / "x/baru.txt", b"baru")

    assert (tmp_path / "tautan.txt").is_symlink()
    assert (tmp_path / "asli.txt").read_bytes() == b"baru"
    assert (tmp_path / "asli.txt").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["asli.txt", "tautan.txt", "x", "x/baru.txt"]


def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_new({tmp_path / "a.txt": b"a"})
        write_over(tmp_path / "b.txt", b"b")
    finally:
        os.umask(before)

    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o640}


@pytest.mark.parametrize("what", [NEW, OVER], ids=["new", "over"])
def test_a_disk_that_fills_up_leaves_everything_as_it_was(what: str, tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text("lama", "utf-8")
    done = limited(TRY.format(what=what), tmp_path)

    assert done.stdout.splitlines() == ["b.txt" if what == NEW else "ada.txt", "['ada.txt']"], done.stderr
    assert (tmp_path / "ada.txt").read_text("utf-8") == "lama"


@pytest.mark.parametrize("what", [NEW, OVER], ids=["new", "over"])
def test_a_disk_that_is_full_leaves_everything_as_it_was(what: str, tmp_path: Path) -> None:
    if not can_mount():
        return  # files that may not grow, above, are the same to the writer
    done = in_mounts(f"{volume(tmp_path, '32k')}; echo lama >{tmp_path}/ada.txt", TRY.format(what=what), tmp_path)

    assert done.stdout.splitlines() == ["b.txt" if what == NEW else "ada.txt", "['ada.txt']"], done.stderr


def test_a_run_that_is_stopped_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storing.os, "fsync", stop)
    for write in (lambda: write_new({tmp_path / "a/b.txt": b"a"}), lambda: write_over(tmp_path / "a/b.txt", b"a")):
        with pytest.raises(KeyboardInterrupt):
            write()
    assert names(tmp_path) == []
