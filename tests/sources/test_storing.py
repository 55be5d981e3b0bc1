"""Files are written all or not at all, on a full disk too, and nothing that is there is ever lost."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spbe.sources import exchange, storing
from spbe.sources.journal import LOCK, UnsafePathError
from spbe.sources.locks import locked
from spbe.sources.storing import EditedMeanwhileError, store
from support.mounts import can_mount, in_mounts, volume

BIG = b"x" * 100_000
TRY = """
import sys
from pathlib import Path
from typing import Any
from spbe.sources.storing import store
folder = Path(sys.argv[1])
try:
    store(folder, {"ada.txt": b"baru", "a/kecil.txt": b"a", "besar.txt": b"x" * 100_000, "pergi.txt": None})
except OSError as error:
    print(Path(error.filename).name)
print(sorted(str(path.relative_to(folder)) for path in folder.rglob("*")), (folder / "ada.txt").read_text())
"""
UNTOUCHED = "besar.txt\n['ada.txt', 'pergi.txt'] lama\n"


def begin(folder: Path) -> Path:
    (folder / "ada.txt").write_text("lama", "utf-8")
    (folder / "pergi.txt").write_text("lama", "utf-8")
    return folder


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


def test_files_are_written_with_their_folders_exchanged_and_taken_away_with_theirs(tmp_path: Path) -> None:
    root = tmp_path / "baru"
    store(root, {"a/b/c.txt": b"satu\n", "d.txt": BIG, "e/f.txt": b"f", "e/g/h.txt": b"h"})
    store(root, {"d.txt": b"dua", "e/f.txt": None, "e/g/h.txt": None, "tiada/tiada.txt": None})

    assert (root / "a/b/c.txt").read_bytes() == b"satu\n"
    assert (root / "d.txt").read_bytes() == b"dua"
    assert names(root) == ["a", "a/b", "a/b/c.txt", "d.txt"]


def test_what_stands_there_already_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    os.utime(tmp_path / "a.txt", (1, 1))
    store(tmp_path, {"a.txt": b"a"})

    assert (tmp_path / "a.txt").stat().st_mtime == 1


def test_nothing_is_written_when_something_is_there(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "tautan").symlink_to("tidak-ada")
    for there in ("ada.txt", "tautan"):
        with pytest.raises(FileExistsError):
            store(tmp_path, {"baru/x.txt": b"x", there: b"baru"}, dict.fromkeys(("baru/x.txt", there)))

    assert names(tmp_path) == ["ada.txt", "pergi.txt", "tautan"]
    assert (tmp_path / "ada.txt").read_text("utf-8") == "lama"


@pytest.mark.parametrize("now", [b"tangan", None])
@pytest.mark.parametrize("read_only", [False, True], ids=["written", "only read"])
def test_nothing_is_written_when_a_file_is_no_longer_what_the_change_was_made_from(
    now: bytes | None, read_only: bool, tmp_path: Path
) -> None:
    begin(tmp_path)
    (tmp_path / "ada.txt").unlink()
    if now is not None:
        (tmp_path / "ada.txt").write_bytes(now)
    before = names(tmp_path)
    files = {"x.txt": b"x"} if read_only else {"x.txt": b"x", "ada.txt": b"baru"}
    with pytest.raises(EditedMeanwhileError) as error:
        store(tmp_path, files, {"x.txt": None, "ada.txt": b"lama"})

    assert error.value.path == "ada.txt"
    assert names(tmp_path) == before


def test_so_it_is_when_it_is_edited_while_new_content_is_made_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path)

    def edit(*words: object) -> None:
        exchange.prepare(*words)  # type: ignore[arg-type]
        (tmp_path / "ada.txt").write_text("tangan", "utf-8")

    monkeypatch.setattr(storing, "prepare", edit)
    with pytest.raises(EditedMeanwhileError):
        store(tmp_path, {"ada.txt": b"baru", "b/x.txt": b"x"}, {"ada.txt": b"lama"})

    assert names(tmp_path) == ["ada.txt", "pergi.txt"]
    assert (tmp_path / "ada.txt").read_text("utf-8") == "tangan"


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "../x.txt", "/etc/x.txt", "a//x.txt", "a/../../x.txt", ".git/config", "a/.GIT/x", "git~1/x"),
        *(".git./x", ".spbe-jurnal", "a\0b", "keluar/x.txt", "keluar.txt", "ke-git/config"),
    ],
)
def test_no_path_leads_out_of_the_folder_or_into_git_s(path: str, tmp_path: Path) -> None:
    root = tmp_path / "wilayah"
    (root / ".git").mkdir(parents=True)
    (root / "keluar").symlink_to(tmp_path)
    (root / "keluar.txt").symlink_to(tmp_path / "luar.txt")
    (root / "ke-git").symlink_to(".git")
    for content in (b"x", None):
        if path == "keluar.txt" and content is None:
            continue  # the link itself may go
        with pytest.raises(UnsafePathError):
            store(root, {"a.txt": b"a", path: content})

    assert names(tmp_path) == [
        *("wilayah", "wilayah/.git", "wilayah/ke-git", "wilayah/keluar", "wilayah/keluar.txt"),
    ]


def test_the_mode_of_a_file_and_a_link_to_it_stay_and_a_link_itself_can_go(tmp_path: Path) -> None:
    (tmp_path / "asli.txt").write_text("lama", "utf-8")
    (tmp_path / "asli.txt").chmod(0o640)
    (tmp_path / "tautan.txt").symlink_to("asli.txt")
    (tmp_path / "lain.txt").symlink_to("asli.txt")
    store(tmp_path, {"tautan.txt": b"baru", "lain.txt": None}, {"tautan.txt": b"lama", "lain.txt": b"lama"})
    with pytest.raises(UnsafePathError):
        store(tmp_path, {"tautan.txt": b"x", "asli.txt": b"y"})

    assert (tmp_path / "tautan.txt").is_symlink()
    assert (tmp_path / "asli.txt").read_bytes() == b"baru"
    assert (tmp_path / "asli.txt").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["asli.txt", "tautan.txt"]


def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        store(tmp_path, {"a.txt": b"a"})
    finally:
        os.umask(before)

    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o640}


def test_a_file_in_the_place_of_a_folder_and_a_folder_in_that_of_a_file_are_named(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipa")
    for path in ("folder", "pipa", "ada.txt/x.txt"):
        with pytest.raises(OSError, match=path.partition("/")[0]):
            store(tmp_path, {"b.txt": b"b", path: b"x"})

    assert names(tmp_path) == ["ada.txt", "folder", "pergi.txt", "pipa"]


def test_where_files_cannot_be_linked_the_old_ones_are_kept_as_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "no hard links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    begin(tmp_path)
    store(tmp_path, {"ada.txt": b"baru", "x.txt": b"x"})

    assert names(tmp_path) == ["ada.txt", "pergi.txt", "x.txt"]
    assert (tmp_path / "ada.txt").read_bytes() == b"baru"


def test_a_disk_that_fills_up_leaves_everything_as_it_was(tmp_path: Path) -> None:
    done = limited(TRY, begin(tmp_path))

    assert done.stdout == UNTOUCHED, done.stderr


def test_a_disk_that_is_full_leaves_everything_as_it_was(tmp_path: Path, untried: Callable[[str], None]) -> None:
    if not can_mount():
        untried("a write to a full disk (files that may not grow stand in for it): no mounts of one's own")
        return
    mounted = f"{volume(tmp_path, '48k')}; printf lama >{tmp_path}/ada.txt; printf lama >{tmp_path}/pergi.txt"
    done = in_mounts(mounted, TRY, tmp_path)

    assert done.stdout == UNTOUCHED, done.stderr


def test_a_folder_that_can_only_be_read_is_named_and_left_as_it_was(
    tmp_path: Path, untried: Callable[[str], None]
) -> None:
    begin(tmp_path)
    if not can_mount():
        untried("a write to a read-only folder: no mounts of one's own")
        return
    mounted = f"mount --bind {tmp_path} {tmp_path}; mount -o remount,bind,ro {tmp_path}"
    done = in_mounts(mounted, TRY, tmp_path)

    assert done.stdout == f"{tmp_path.name}\n['ada.txt', 'pergi.txt'] lama\n", done.stderr


def _stop_once(patched: pytest.MonkeyPatch, owner: object, name: str, ending: str, error: BaseException) -> None:
    """Let the first call of ``name`` that is about a file ``ending`` so raise ``error``."""
    real = getattr(owner, name)
    waiting = [error]

    def call(*words: Any, **more: Any) -> Any:
        if waiting and any(str(word).endswith(ending) for word in words):
            raise waiting.pop()
        return real(*words, **more)

    patched.setattr(owner, name, call)


REFUSED = PermissionError(1, "in use")


@pytest.mark.parametrize(
    ("owner", "name", "ending", "error"),
    [
        (exchange.os, "fsync", "", KeyboardInterrupt()),
        (Path, "mkdir", "/a", REFUSED),
        (Path, "rename", ".spbe-jurnal", REFUSED),
        (Path, "replace", "/lain.txt", REFUSED),
        (Path, "replace", "/lain.txt", KeyboardInterrupt()),
        (Path, "rename", ".lama", REFUSED),
    ],
)
def test_a_run_that_is_stopped_or_refused_leaves_everything_as_it_was(
    owner: object, name: str, ending: str, error: BaseException, tmp_path: Path
) -> None:
    begin(tmp_path)
    (tmp_path / "lain.txt").write_text("lain", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        _stop_once(patched, owner, name, ending, error)
        with pytest.raises(type(error)):
            store(tmp_path, {"a/b.txt": b"b", "ada.txt": b"baru", "lain.txt": b"baru", "pergi.txt": None})

    assert {name: (tmp_path / name).read_text("utf-8") for name in names(tmp_path)} == {
        "ada.txt": "lama",
        "lain.txt": "lain",
        "pergi.txt": "lama",
    }


def test_a_second_writer_waits_for_the_first_and_then_gives_up_with_the_folder_s_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(tmp_path)
    held, go = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(tmp_path / LOCK, 0, tmp_path):
            held.set()
            go.wait(60)

    first = threading.Thread(target=hold)
    first.start()
    assert held.wait(60)
    with monkeypatch.context() as patched:
        patched.setattr(storing, "PATIENCE", 0.05)
        with pytest.raises(OSError, match=tmp_path.name):
            store(tmp_path, {"ada.txt": b"baru"})
    second = threading.Thread(target=store, args=(tmp_path, {"ada.txt": b"baru"}))
    second.start()
    go.set()
    first.join()
    second.join()

    assert (tmp_path / "ada.txt").read_text("utf-8") == "baru"
    assert names(tmp_path) == ["ada.txt", "pergi.txt"]
