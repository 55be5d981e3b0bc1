"""A file that is changed says what it should, and nothing else in it moves."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from spbe.yamlio.editing import NotEditableError, edited, renamed, with_item, with_value, without
from spbe.yamlio.parsing import parse

Edit = Callable[[Any], object]

CASES: dict[str, tuple[str, Edit, str]] = {
    "a value on one line keeps its comment": (
        "id: x\n# di atas\nnama: Lama  # catatan\n",
        lambda value: value.update(nama="Baru"),
        "id: x\n# di atas\nnama: Baru  # catatan\n",
    ),
    "quotes come only where they must": (
        "nilai: 2.60\nkode: '031101'\n",
        lambda value: value.update(nilai="no", kode="a: b"),
        "nilai: no\nkode: 'a: b'\n",
    ),
    "what was quoted and is plain now needs none": (
        'a: "x # y"\nb: 1\n',
        lambda value: value.update(a="z"),
        "a: z\nb: 1\n",
    ),
    "an open value is filled in": ("a:\nb: 1\n", lambda value: value.update(a="z"), "a: z\nb: 1\n"),
    "a value is left open": ("a: z  # c\nb: 1\n", lambda value: value.update(a=None), "a:  # c\nb: 1\n"),
    "a folded text becomes short, with the comment of its mark": (
        "uraian: >-  # c\n  Satu kalimat.\n  Dua.\n\n# bawah\ntag: x\n",
        lambda value: value.update(uraian="Pendek"),
        "uraian: Pendek  # c\n\n# bawah\ntag: x\n",
    ),
    "a long text has a sentence on each line": (
        "fakta: x\nlain: y\n",
        lambda value: value.update(fakta="Kalimat pertama yang cukup panjang untuk sebaris. " * 2 + "Kedua."),
        "fakta: >-\n" + "  Kalimat pertama yang cukup panjang untuk sebaris.\n" * 2 + "  Kedua.\nlain: y\n",
    ),
    "lines stay lines": (
        "fakta: x\n",
        lambda value: value.update(fakta="satu\ndua"),
        "fakta: |-\n  satu\n  dua\n",
    ),
    "a text over several lines in quotes is replaced whole": (
        'a: "satu\n  dua"  # c\nb: 1\n',
        lambda value: value.update(a="tiga"),
        "a: tiga  # c\nb: 1\n",
    ),
    "a new key comes after the one before it": (
        "a: 1  # satu\n# dua\nb: 2\n",
        lambda value: (value.pop("b"), value.update(c="3", b="2")),
        "a: 1  # satu\nc: 3\n# dua\nb: 2\n",
    ),
    "a new last key, where the file has no last line end": (
        "a: 1",
        lambda value: value.update(b="2"),
        "a: 1\nb: 2",
    ),
    "a key goes with its lines, comments above it stay": (
        "a: 1\n# tentang b\nb: >-\n  x\n  y\nc: 3\n",
        lambda value: value.pop("b"),
        "a: 1\n# tentang b\nc: 3\n",
    ),
    "the last key goes": ("a: 1\nb:\n  - x\n", lambda value: value.pop("b"), "a: 1\n"),
    "a list in brackets: one more, one less": (
        "a: [x, y, z]  # c\n",
        lambda value: value.update(a=["w", "x", "z"]),
        "a: [w, x, z]  # c\n",
    ),
    "brackets over several lines keep their comments": (
        "a: [x, # satu\n    y, # dua\n    z]\n",
        lambda value: value["a"].remove("z"),
        "a: [x, # satu\n    y # dua\n    ]\n",
    ),
    "brackets that become empty, and are filled again": (
        "a: [x]\nb: []\n",
        lambda value: value.update(a=[], b=["x", "a, b"]),
        "a: []\nb: [x, 'a, b']\n",
    ),
    "a list of lines: one goes with its comment, those between stay": (
        "b:\n  - x  # satu\n  # antara\n  - y\n",
        lambda value: value.update(b=["y", "z"]),
        "b:\n  # antara\n  - y\n  - z\n",
    ),
    "a list that is not further in than its key": (
        "b:\n- x\n- y\nc: 1\n",
        lambda value: value["b"].insert(1, "baru"),
        "b:\n- x\n- baru\n- y\nc: 1\n",
    ),
    "a part of a list is changed in its place": (
        "integrasi:\n  - aplikasi: a\n    arah: kirim  # c\n  - aplikasi: b\n",
        lambda value: (value["integrasi"][0].update(arah="terima"), value["integrasi"].append({"aplikasi": "d"})),
        "integrasi:\n  - aplikasi: a\n    arah: terima  # c\n  - aplikasi: b\n  - aplikasi: d\n",
    ),
    "the first key of a part goes, the next moves up": (
        "p:\n  - a: 1\n    b: 2\n",
        lambda value: value["p"][0].pop("a"),
        "p:\n  - b: 2\n",
    ),
    "the first key of a part goes, a comment stays where it is": (
        "p:\n  - a: 1\n    # tentang b\n    b: 2\n",
        lambda value: value["p"][0].pop("a"),
        "p:\n  -\n    # tentang b\n    b: 2\n",
    ),
    "a mapping in braces": (
        "nilai: {mandiri: 3}\n",
        lambda value: value["nilai"].update(interviu="2.5", mandiri="4"),
        "nilai: {mandiri: 4, interviu: 2.5}\n",
    ),
    "a list becomes a word": (
        "b:\n  - x\n  - y\nc: 1\n",
        lambda value: value.update(b="tidak ada"),
        "b: tidak ada\nc: 1\n",
    ),
    "a word becomes a mapping, its comment stays with the key": (
        "b: x  # ket\nc: 1\n",
        lambda value: value.update(b={"aplikasi": ["x"], "data": []}),
        "b:  # ket\n  aplikasi: [x]\n  data: []\nc: 1\n",
    ),
    "one record of a file with many": (
        "- id: a\n  nama: A\n\n- id: b\n  nama: B # dua\n",
        lambda value: value[1].update(nama="C"),
        "- id: a\n  nama: A\n\n- id: b\n  nama: C # dua\n",
    ),
    "a record more in a file with many, apart as they are": (
        "- id: a\n\n- id: b\n",
        lambda value: value.append({"id": "c", "tag": ["x"]}),
        "- id: a\n\n- id: b\n\n- id: c\n  tag: [x]\n",
    ),
    "brackets over several lines: a new item has its own line, and takes nobody's comment": (
        "a: [\n  x,  # satu\n  y  # dua\n]\nb: [\n  p,\n]\n",
        lambda value: value.update(a=["x", "y", "z"], b=["o", "p", "q"]),
        "a: [\n  x,  # satu\n  y,  # dua\n  z\n]\nb: [\n  o,\n  p,\n  q,\n]\n",
    ),
    "a comma behind the last item stays with the one that is last now": (
        "a: [x, y,]\nb: [\n  p,\n  q,\n]\n",
        lambda value: value.update(a=["x"], b=["p"]),
        "a: [x,]\nb: [\n  p,\n]\n",
    ),
    "a comment within empty brackets stays": (
        "a: [  # belum ada\n]\n",
        lambda value: value.update(a=["x"]),
        "a: [x  # belum ada\n]\n",
    ),
    "one sentence of a folded text: the other lines stay as they are broken": (
        "a: >-  # c\n    Satu dua\n    tiga. Empat.\n    Lima enam.\n\n    Tujuh.\nb: 1\n",
        lambda value: value.update(a="Satu dua tiga. Empat. Lima DELAPAN.\nTujuh."),
        "a: >-  # c\n    Satu dua\n    tiga. Empat.\n    Lima DELAPAN.\n\n    Tujuh.\nb: 1\n",
    ),
    "a line more in a text of lines": (
        "a: |\n   satu\n   tiga\nb: 1\n",
        lambda value: value.update(a="satu\ndua\ntiga\n"),
        "a: |\n   satu\n   dua\n   tiga\nb: 1\n",
    ),
    "a record goes with the comment and the blank line that are its own; the next one's stay": (
        "# Semua\n- id: a\n\n# tentang b\n- id: b\n  # isi b\n\n# tentang c\n- id: c\n",
        lambda value: value.pop(1),
        "# Semua\n- id: a\n\n# tentang c\n- id: c\n",
    ),
    "the last record goes, and with it what kept it apart": (
        "- id: a\n\n# tentang b\n- id: b\n",
        lambda value: value.pop(1),
        "- id: a\n",
    ),
    "fields to fill in are no comment on what stands below them": (
        "id: x\n# uraian:  # Penjelasan.\nnama: y\n\ntag: [z]\n",
        lambda value: value.pop("nama"),
        "id: x\n# uraian:  # Penjelasan.\n\ntag: [z]\n",
    ),
    "a record is known by its id": (
        "- id: a  # satu\n- id: b  # dua\n  nama: B\n",
        lambda value: (value.pop(0), value[0].update(nama="C")),
        "- id: b  # dua\n  nama: C\n",
    ),
    "a key of a mapping in braces that said nothing": (
        "a: {b, c: 1, d: }\n",
        lambda value: value["a"].update(b="2", d="3"),
        "a: {b: 2, c: 1, d: 3 }\n",
    ),
    "blank lines at the end of a text are the text": (
        "a: |+\n  x\n\nb: 1\n",
        lambda value: (value.pop("b"), value.update(c="2")),
        "a: |+\n  x\n\nc: 2\n",
    ),
    "nothing is left": ("a: 1\n", lambda value: value.clear(), "{}\n"),
    "line ends of both kinds stay where they are": (
        "a: 1\r\nb: 2\nc: 3\r\nd: 4\r\n",
        lambda value: value.update(b="5", e="6"),
        "a: 1\r\nb: 5\nc: 3\r\nd: 4\r\ne: 6\r\n",
    ),
    "a text that ends with a line end needs one, of the kind that the others are": (
        "a: 1\r\nb: 2",
        lambda value: value.update(b="Kalimat yang cukup panjang untuk sebaris. " * 3 + "Akhir.\n"),
        "a: 1\r\nb: >\r\n" + "  Kalimat yang cukup panjang untuk sebaris.\r\n" * 3 + "  Akhir.\r\n",
    ),
    "no last line end, and the last key goes": ("a: 1\nb: 2", lambda value: value.pop("b"), "a: 1"),
    "line ends of Windows and the mark of its editors stay": (
        "\ufeffa: 1\r\nb: 2\r\n",
        lambda value: value.update(a="x\ny"),
        "\ufeffa: |-\r\n  x\r\n  y\r\nb: 2\r\n",
    ),
    "an anchor elsewhere is no hindrance": (
        "a: &satu [x]\nb: *satu\nc: 1\n",
        lambda value: value.update(c="2"),
        "a: &satu [x]\nb: *satu\nc: 2\n",
    ),
}


def _value(text: str) -> Any:
    document, problems = parse("", text.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert document is not None, problems
    return copy.deepcopy(document.value)


@pytest.mark.parametrize("name", CASES)
def test_only_what_was_asked_for_changes(name: str) -> None:
    before, change, after = CASES[name]
    value = _value(before)
    change(value)

    assert edited(before, value) == after


def test_a_text_that_says_it_already_stays_as_it_is() -> None:
    text = "a:   1 \n\n\n# c\n"

    assert edited(text, {"a": "1"}) == text


@pytest.mark.parametrize("text", ["a: &satu x\nb: *satu\n", "a: {b: *c, d: &c e}\n", "a: [\n", "a: 1\rb: 2\n"])
def test_what_cannot_be_changed_in_its_place_is_refused(text: str) -> None:
    with pytest.raises(NotEditableError):
        edited(text, {"a": "y", "b": "z"})


TEXT = "a: [x, x, y]  # c\nb:\n  - id: k  # satu\n    t: 1\n  - id: k  # dua\nc:\nd: {e: 1}\n"

ONE_EDIT: dict[str, tuple[str, str]] = {
    "a value where it stands": (with_value(TEXT, ("b", 1, "id"), "l"), TEXT.replace("k  # dua", "l  # dua")),
    "a new key comes last": (with_value(TEXT, ("b", 0, "u"), "2"), TEXT.replace("t: 1\n", "t: 1\n    u: 2\n")),
    "mappings on the way are made": (
        with_value(TEXT, ("c", "f", "g"), ["h"]),
        TEXT.replace("c:\n", "c:\n  f:\n    g: [h]\n"),
    ),
    "an item at its place": (with_item(TEXT, ("a",), "z", 1), TEXT.replace("[x, x", "[x, z, x")),
    "an item at the end": (with_item(TEXT, ("b",), {"id": "m"}), TEXT.replace("# dua\n", "# dua\n  - id: m\n")),
    "an item of a list that is not there": (with_item(TEXT, ("d", "f"), "z"), TEXT.replace("1}", "1, f: [z]}")),
    "of two that are alike, the one that was meant": (
        without(TEXT, ("b", 0)),
        TEXT.replace("  - id: k  # satu\n    t: 1\n", ""),
    ),
    "what had one part is left empty": (without(TEXT, ("d", "e")), TEXT.replace("{e: 1}", "{}")),
    "a key by another name": (renamed(TEXT, ("d",), "p: q"), TEXT.replace("d: {", "'p: q': {")),
}


@pytest.mark.parametrize("name", ONE_EDIT)
def test_an_edit_is_made_where_it_was_asked_for(name: str) -> None:
    made, expected = ONE_EDIT[name]

    assert made == expected


@pytest.mark.parametrize(
    "edit",
    [
        lambda: with_value(TEXT, ("a", 3), "z"),
        lambda: with_value(TEXT, ("a", "f"), "z"),
        lambda: with_value(TEXT, ("d", "e", "f"), "z"),
        lambda: with_item(TEXT, ("d",), "z"),
        lambda: with_item(TEXT, ("a",), "z", 4),
        lambda: without(TEXT, ("z",)),
        lambda: without(TEXT, ("a", 3)),
        lambda: without(TEXT, ()),
        lambda: renamed(TEXT, ("z",), "y"),
        lambda: renamed(TEXT, ("a",), "b"),
        lambda: renamed(TEXT, ("a", 0), "b"),
        lambda: with_value("a: &x [1]\nb: *x\n", ("b", 0), "2"),
        lambda: without("a: &x [1]\nb: *x\n", ("a",)),
    ],
)
def test_an_edit_of_what_is_not_there_or_stands_elsewhere_too_is_refused(edit: Callable[[], str]) -> None:
    with pytest.raises(NotEditableError):
        edit()
