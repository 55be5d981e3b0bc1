"""A position for every key and value, counted as an editor counts: lines and columns from 1, in characters."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from spbe.sources.folder import FolderSource
from spbe.yamlio import Document, parse, read_document


def document(text: str) -> Document:
    found, problems = parse("uji.yaml", text)
    assert found is not None, problems
    return found


NESTED = """\
id: simpeg
pengguna: [setda, bkpsdm]
integrasi:
  - aplikasi: siasn
    data:
      - asn
      - {dalam: [a, b], nama: "x"}
  -   aplikasi: lapor
lain: {Kode A: 1, Kode B: [dua]}
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("id",), (1, 1), (1, 5)),
        (("pengguna",), (2, 1), (2, 11)),
        (("pengguna", 1), (2, 19), (2, 19)),
        (("integrasi",), (3, 1), (4, 3)),
        (("integrasi", 0), (4, 5), (4, 5)),
        (("integrasi", 0, "aplikasi"), (4, 5), (4, 15)),
        (("integrasi", 0, "data"), (5, 5), (6, 7)),
        (("integrasi", 0, "data", 0), (6, 9), (6, 9)),
        (("integrasi", 0, "data", 1), (7, 9), (7, 9)),
        (("integrasi", 0, "data", 1, "dalam"), (7, 10), (7, 17)),
        (("integrasi", 0, "data", 1, "dalam", 1), (7, 21), (7, 21)),
        (("integrasi", 0, "data", 1, "nama"), (7, 25), (7, 31)),
        (("integrasi", 1, "aplikasi"), (8, 7), (8, 17)),
        (("lain", "Kode A"), (9, 8), (9, 16)),
        (("lain", "Kode B"), (9, 19), (9, 27)),
        (("lain", "Kode B", 0), (9, 28), (9, 28)),
    ],
)
def test_keys_and_values_of_nested_parts_have_positions(
    path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
) -> None:
    found = document(NESTED)
    assert found.position(path) == value
    assert found.position(path, of_key=True) == key


def test_what_does_not_exist_stands_at_the_nearest_part_that_does() -> None:
    found = document(NESTED)
    assert found.position(("integrasi", 1, "arah")) == (8, 7)
    assert found.position(("integrasi", 1, "arah"), of_key=True) == (8, 7)
    assert found.position(("integrasi", 7)) == (4, 3)
    assert found.position(("tiada", "apa", 3)) == (1, 1)


def test_a_value_of_several_lines_stands_where_it_begins_and_does_not_shift_the_next() -> None:
    text = "a: >-\n  satu\n  dua\n\nb: |\n  tiga\nc: satu\n  dua\nd: 'x\n\n  y'\ne: z\n"
    found = document(text)
    assert [found.position((key,)) for key in "abcde"] == [(1, 4), (5, 4), (7, 4), (9, 4), (12, 4)]
    assert found.value == {"a": "satu dua", "b": "tiga\n", "c": "satu dua", "d": "x\ny", "e": "z"}


def test_columns_count_characters_not_bytes() -> None:
    found = document("{kafé: [naïve, 東京, 😀, x], après: y}\n")
    assert found.position(("kafé", 1)) == (1, 16)
    assert found.position(("kafé", 3)) == (1, 23)
    assert found.position(("après",), of_key=True) == (1, 27)


def test_comments_and_empty_lines_count() -> None:
    found = document("# satu\n\n---\n# dua\na: 1 # tiga\n\n\nb: 2\n")
    assert found.position(("a",)) == (5, 4)
    assert found.position(("b",)) == (8, 4)


def test_an_empty_value_has_a_position_on_its_line() -> None:
    found = document("a:\nb: 2\n")
    assert found.value == {"a": None, "b": "2"}
    assert found.position(("a",), of_key=True) == (1, 1)
    assert found.position(("a",))[0] == 1
    assert found.position(("b",)) == (2, 4)


def test_what_an_alias_repeats_stands_at_the_alias() -> None:
    found = document("a: &x {k: v}\nb: *x\nc: [*x, 1]\n")
    assert found.position(("b",)) == (2, 4)
    assert found.position(("b", "k")) == (2, 4)
    assert found.position(("c", 1)) == (3, 9)


@pytest.mark.parametrize("start", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_byte_order_mark_and_every_end_of_line_are_accepted(tmp_path: Path, start: bytes, end: bytes) -> None:
    path = tmp_path / "uji.yaml"
    path.write_bytes(start + end.join([b"id: a", b"isi: >-", b"  satu", b"  dua", b"tag: [x, y]", b""]))
    found, problems = read_document(FolderSource(path.parent), path.name, "uji.yaml")
    assert found is not None, problems
    assert found.value == {"id": "a", "isi": "satu dua", "tag": ["x", "y"]}
    assert found.position(("id",), of_key=True) == (1, 1)
    assert found.position(("tag", 1)) == (5, 10)
