"""A region with a change laid over is the region that the change makes when it is written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from spbe.changes import Change
from spbe.sources.folder import FolderSource
from spbe.sources.journal import UnsafePathError
from spbe.sources.source import Source

PLACES = [
    *("a.txt", "b/a.txt", "b/c/a.txt", "b/c/d.txt", "e/f.txt", "b/baru.txt", "g/h/i.txt", "a.txt/x.txt", "b/c"),
    *("ke-a.txt", "b/ke-atas.txt", "ke-b/a.txt", "ke-b/baru.txt", "ke-b", "kosong/x.txt", "menggantung.txt"),
    *("keluar.txt", "ke-luar/x.txt"),
]


def begin(root: Path) -> Path:
    for name in ("a.txt", "b/a.txt", "b/c/a.txt", "b/c/d.txt", "e/f.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"lama {name}", "utf-8")
    (root / "kosong").mkdir()
    (root / "ke-a.txt").symlink_to("a.txt")
    (root / "b/ke-atas.txt").symlink_to("../a.txt")
    (root / "ke-b").symlink_to("b")
    (root / "menggantung.txt").symlink_to("e/tiada.txt")
    (root / "keluar.txt").symlink_to(root.parent / "luar.txt")
    (root / "ke-luar").symlink_to(root.parent)
    return root


def everything(source: Source, folder: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, status in source.listing(folder).items():
        path = f"{folder}/{name}" if folder else name
        found[path] = status.target or status.type
        if status.type == "folder":
            found |= everything(source, path)
        elif status.type == "file":
            found[path] = source.read(path, 999)
    return found


@pytest.mark.parametrize(
    "seed", [*range(40), *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(40, 1000))]
)
def test_what_was_looked_at_is_what_is_written(seed: int, tmp_path: Path) -> None:
    (tmp_path / "wilayah").mkdir()
    root = begin(tmp_path / "wilayah")
    chance = random.Random(seed)  # noqa: S311  (the same changes in every run)
    files = {path: chance.choice([None, b"baru"]) for path in chance.sample(PLACES, chance.randint(1, 4))}
    change = Change("untung-untungan", files)
    before = everything(FolderSource(root))
    try:
        expected = everything(change.over(FolderSource(root)))
    except (OSError, ValueError):
        with pytest.raises((OSError, ValueError)):
            change.write(root)
        assert everything(FolderSource(root)) == before
        return
    try:
        change.write(root)
    except (IsADirectoryError, NotADirectoryError, UnsafePathError):
        # What becomes a folder is a file until everything is written; two paths may mean one file.
        expected = before

    assert everything(FolderSource(root)) == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["wilayah"]
