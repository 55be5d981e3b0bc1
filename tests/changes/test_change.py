"""A change is a value until it is written, and then it is written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.changes import Change, of_new_files
from spbe.cli.writing import write
from spbe.problems.usage import RefusalError
from spbe.sources.storing import EditedMeanwhileError

BEFORE = {"a.yaml": b"id: a\n", "b.yaml": b"id: b\n", "c.yaml": None}
AFTER: dict[str, bytes | None] = {"a.yaml": b"id: aa\n", "b.yaml": None, "c.yaml": b"id: c\n"}


def begin(root: Path) -> Path:
    for name, content in BEFORE.items():
        if content is not None:
            (root / name).write_bytes(content)
    return root


def there(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in root.iterdir()}


def test_it_is_what_it_was_made_as() -> None:
    files = dict(AFTER)
    change = Change("tangan", files, BEFORE)
    files.clear()
    with pytest.raises(TypeError):
        change.files["d.yaml"] = b""  # type: ignore[index]

    assert change.origin == "tangan"
    assert change.files == AFTER
    assert change.before == BEFORE


def test_written_it_is_true(tmp_path: Path) -> None:
    Change("tangan", AFTER, BEFORE).write(begin(tmp_path))

    assert there(tmp_path) == {name: content for name, content in AFTER.items() if content is not None}


def test_new_files_are_new(tmp_path: Path) -> None:
    change = of_new_files("tangan", {"a.yaml": "é\n", "d.yaml": b"d"})

    assert change.files == {"a.yaml": "é\n".encode(), "d.yaml": b"d"}
    with pytest.raises(FileExistsError):
        change.write(begin(tmp_path))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (of_new_files("tangan", {"d.yaml": "d", "a.yaml": "a"}), "Berkas a.yaml sudah ada."),
        (Change("tangan", AFTER, {**BEFORE, "a.yaml": b"id: lain\n"}), "Berkas a.yaml baru saja diubah"),
        (Change("tangan", AFTER, {**BEFORE, "z.yaml": b"id: z\n"}), "Berkas z.yaml baru saja diubah"),
        (of_new_files("tangan", {"d.yaml": "d", "../e.yaml": "e"}), "Berkas ../e.yaml berada di luar wilayah"),
    ],
)
def test_what_is_in_its_way_is_named_and_nothing_is_written(change: Change, words: str, tmp_path: Path) -> None:
    begin(tmp_path)
    before = there(tmp_path)
    with pytest.raises(RefusalError, match=words):
        write(tmp_path, change)

    assert there(tmp_path) == before


def test_a_journal_that_nobody_can_use_is_named_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / ".spbe-jurnal").write_text("{}", "utf-8")
    with pytest.raises(RefusalError, match=r"^\.spbe-jurnal: .* lalu hapus berkas \.spbe-jurnal\.$"):
        write(tmp_path, of_new_files("tangan", {"d.yaml": "d"}))

    assert sorted(there(tmp_path)) == [".spbe-jurnal"]


def test_what_was_edited_is_told_apart_from_what_is_in_the_way(tmp_path: Path) -> None:
    begin(tmp_path)
    (tmp_path / "b.yaml").write_bytes(b"id: tangan\n")
    with pytest.raises(EditedMeanwhileError):
        Change("tangan", AFTER, BEFORE).write(tmp_path)
