"""Attached texts are searched whole, however they are encoded and however large."""

from __future__ import annotations

import codecs
from pathlib import Path, PurePosixPath

import pytest

from spbe.region.attached_texts import sensitive_attachments
from spbe.sources.folder import FolderSource
from spbe.yamlio import DocumentReader
from spbe.yamlio.limits import FILE_BYTES

LINE = "sandi wifi kantor = Tamu@Lantai2!\r\n"


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", ("Catatan\r\n" + LINE).encode(), (2, 21)),
        ("a.csv", codecs.BOM_UTF8 + LINE.encode(), (1, 21)),
        ("tanpa-akhiran", LINE.encode("utf-16"), (1, 21)),
        ("a.sql", b"caf\xe9\n" + LINE.encode(), (2, 21)),
        ("besar.csv", b"x;y\n" * (FILE_BYTES // 4) + LINE.encode(), (FILE_BYTES // 4 + 1, 21)),
        ("a.pdf", LINE.encode(), None),
        ("biner.dat", b"\0\1" + LINE.encode(), None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_text_is_searched_whole(name: str, content: bytes, place: tuple[int, int] | None, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    found = sensitive_attachments(FolderSource(tmp_path), DocumentReader(), {name: PurePosixPath(name)})
    assert [(part.line, part.column) for part in found.get(name, ())] == ([place] if place else [])
