"""Equal content of a file is made into the same thing once, from whatever source it comes."""

from __future__ import annotations

from pathlib import Path

import pytest

from spbe.model.kinds import KINDS
from spbe.sources.folder import FolderSource
from spbe.sources.laid_over import LaidOver
from spbe.sources.source import content_name
from spbe.yamlio import Document, DocumentReader
from spbe.yamlio.reader import VERSIONS

FILE = "a.yaml"


class NamedSource(FolderSource):
    """A folder that knows the names of its contents, and counts how often it is read."""

    asked = 0

    def identity(self, path: str) -> str:
        return content_name((self.place / path).read_bytes())

    def read(self, path: str, most: int) -> bytes:
        NamedSource.asked += 1
        return super().read(path, most)


def document(reader: DocumentReader, source: FolderSource | LaidOver, file: str = FILE) -> Document:
    made = reader.document(source, FILE, file)
    assert made.problems == ()
    assert made.value is not None
    return made.value


def test_a_content_whose_name_is_known_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NamedSource, "asked", 0)
    (tmp_path / FILE).write_text("id: a\nnama: A\n")
    reader, source = DocumentReader(), NamedSource(tmp_path)
    first = document(reader, source)
    assert document(reader, source) is first
    assert NamedSource.asked == 1
    model = KINDS["aplikasi"].model_for(first.value)
    assert reader.record(model, first, ())[0] is reader.record(model, document(reader, FolderSource(tmp_path)), ())[0]
    assert document(reader, source, "b.yaml").file == "b.yaml", "the same content at another place is another document"


def test_both_sides_of_a_change_are_remembered_and_no_day_of_edits(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("id: a\n")
    reader, source = DocumentReader(), FolderSource(tmp_path)
    old = document(reader, source)
    new = document(reader, LaidOver(source, {FILE: b"id: b\n"}))
    assert (document(reader, source), document(reader, LaidOver(source, {FILE: b"id: b\n"}))) == (old, new)
    assert document(reader, source) is old
    for number in range(VERSIONS):
        document(reader, LaidOver(source, {FILE: b"id: c%d\n" % number}))
    assert document(reader, source) is not old
