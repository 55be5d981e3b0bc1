"""A source with changes laid over is what the folder would be if they were written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from spbe.sources.folder import FolderSource
from spbe.sources.laid_over import LaidOver
from spbe.sources.source import FileStatus, LeavesError, Source, TooLargeError, content_name

FILES = {
    "a/satu.yaml": b"satu",
    "a/dalam/dua.yaml": b"dua",
    "b/.gitkeep": b"",
    "b/tiga.yaml": b"tiga",
    "empat.md": b"empat",
}
LINKS = {"a/tautan.yaml": "dalam/dua.yaml", "lain": "a/dalam", "putus": "tidak-ada", "keluar": "../luar"}


def written(root: Path, files: Mapping[str, bytes | None]) -> None:
    """What a writer does with a change: links are followed, folders that are left with nothing go."""
    for place, content in files.items():
        path = (root / place).parent.resolve() / Path(place).name
        if content is None:
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == root or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()
    for place, content in files.items():
        if content is not None:
            path = (root / place).resolve()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "wilayah"
    written(folder, FILES)
    for place, target in LINKS.items():
        (folder / place).symlink_to(target)
    (tmp_path / "luar").write_text("luar")
    return folder


def told(source: Source, folder: str = "") -> dict[str, FileStatus | bytes]:
    """All that stands in ``source``, with the bytes of files and of what links end at."""
    found: dict[str, FileStatus | bytes] = {}
    for name, status in source.listing(folder).items():
        path = f"{folder}/{name}" if folder else name
        assert source.status(path) == status
        found[path] = status
        if status.type == "folder":
            found |= told(source, path)
        elif status.type == "file" or path == "a/tautan.yaml":
            found[f"{path}:"] = source.read(path, 100)
            assert [(one, b"".join(pieces)) for one, pieces in source.stream([path])] == [(path, found[f"{path}:"])]
            assert source.identity(path) in {None, content_name(source.read(path, 100))}
    return found


CHANGES: dict[str, Mapping[str, bytes | None]] = {
    "nothing": {},
    "another content": {"a/satu.yaml": b"lain"},
    "a new file in a new folder": {"c/d/baru.yaml": b"baru"},
    "a file gone": {"a/satu.yaml": None},
    "a folder emptied": {"a/dalam/dua.yaml": None},
    "folders emptied one in the other": {"a/dalam/dua.yaml": None, "a/satu.yaml": None, "a/tautan.yaml": None},
    "a hidden file stays": {"b/tiga.yaml": None},
    "a file becomes a folder": {"empat.md": None, "empat.md/lima.md": b"lima"},
    "a folder becomes a file": {"a/dalam/dua.yaml": None, "a/dalam": b"dalam"},
    "a folder emptied and filled": {"a/dalam/dua.yaml": None, "a/dalam/tiga.yaml": b"tiga"},
    "through a link": {"a/tautan.yaml": b"lewat tautan"},
    "through a link to a folder": {"lain/dua.yaml": b"lewat", "lain/baru.yaml": b"baru"},
    "gone through a link to a folder": {"lain/dua.yaml": None},
    "a link gone": {"a/tautan.yaml": None},
    "what was never there gone": {"x/y.yaml": None},
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_it_is_what_the_folder_is_once_they_are_written(root: Path, changes: Mapping[str, bytes | None]) -> None:
    if changes.get("a/dalam/dua.yaml", b"") is None or changes.get("lain/dua.yaml", b"") is None:
        (root / "a/tautan.yaml").unlink()  # it would lead nowhere
        changes = {path: content for path, content in changes.items() if path != "a/tautan.yaml"}
    copy = root.with_name("salinan")
    shutil.copytree(root, copy, symlinks=True)
    written(copy, changes)
    assert told(LaidOver(FolderSource(root), changes)) == told(FolderSource(copy))
    assert told(LaidOver(LaidOver(FolderSource(root), {"a/satu.yaml": b"?", "z": b"?"}), {**changes, "z": None})) == (
        told(FolderSource(copy)) if "a/satu.yaml" in changes else told(FolderSource(copy)) | {"a/satu.yaml:": b"?"}
    )


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"empat.md/x": b""}, NotADirectoryError),
        ({"a": b""}, IsADirectoryError),
        ({"a": None}, IsADirectoryError),
        ({"baru": b"", "baru/x": b""}, NotADirectoryError),
        ({"keluar": b""}, LeavesError),
        ({"putus": b""}, FileNotFoundError),
        ({"../x": b""}, ValueError),
        ({"/x": b""}, ValueError),
        ({"a//x": b""}, ValueError),
        ({"": b""}, ValueError),
        ({"a\0": None}, ValueError),
    ],
)
def test_what_could_not_be_written_is_refused(
    root: Path, changes: Mapping[str, bytes | None], error: type[Exception]
) -> None:
    with pytest.raises(error):
        LaidOver(FolderSource(root), changes)


def test_what_is_gone_or_too_large_cannot_be_read(root: Path) -> None:
    source = LaidOver(FolderSource(root), {"a/satu.yaml": None, "besar": b"12345"})
    with pytest.raises(FileNotFoundError):
        source.read("a/satu.yaml", 10)
    with pytest.raises(TooLargeError) as caught:
        source.read("besar", 4)
    assert caught.value.size == 5
    pieces = dict(source.stream(["a/satu.yaml", "besar", "empat.md"]))
    with pytest.raises(FileNotFoundError):
        list(pieces["a/satu.yaml"])


def test_a_link_of_the_folder_leads_to_the_new_content(root: Path) -> None:
    source = LaidOver(FolderSource(root), {"a/dalam/dua.yaml": b"baru"})
    assert source.read("a/tautan.yaml", 10) == b"baru"
    assert source.identity("a/tautan.yaml") == content_name(b"baru")
