"""Names are found in files that cannot be understood, whatever is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.yamlio.salvage import salvage

WRITTEN = {
    "as usual": "id: induk\nnama: [",
    "after a comment": "# id: bukan\nid: induk\nnama: [",
    "in quotes": "\"id\": 'induk'\n",
    "indented": "  id: induk\n",
    "without a blank": "id:induk\n",
    "with a no-break space": "id:\u00a0induk\n",
    "with a full-width colon": "id\uff1ainduk\n",
    "after a mark that was typed by mistake": "`id: induk\n",
    "in a list": "- id: induk\n  nama: [\n",
    "in a flow": "{nama: x, id: induk, [\n",
    "in one side of a conflict": "<<<<<<< HEAD\nid: induk\n=======\n>>>>>>> b\n",
    "with a comment": "id: induk  # tetap\n",
    "with carriage returns alone": "id: induk\rnama: [\r",
    "with a tab": "\tid:\tinduk\n",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_an_id_is_found_however_it_is_written(text: str) -> None:
    assert salvage(text.encode()).ids == ("induk",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_id_is_found_in_other_encodings(encoding: str) -> None:
    assert salvage("id: induk\nnama: Café\n".encode(encoding)).ids == ("induk",)


def test_every_id_of_a_list_and_of_both_sides_of_a_conflict_is_found() -> None:
    text = b"- {id: a, nama: A}\n<<<<<<< x\n- id: b\n=======\n- id: c\n>>>>>>> y\n- id: a\n"
    assert salvage(text).ids == ("a", "b", "c")


@pytest.mark.parametrize(
    "text", ["dahulu: [lama, tua]\n", "dahulu:\n  - lama  # 2019\n  - tua\nnama: x\n", "dahulu:\n- lama\n- tua\n"]
)
def test_former_ids_are_found(text: str) -> None:
    assert salvage(f"id: kini\n{text}tag: [bukan]\n".encode()).former == ("lama", "tua")


def test_words_that_only_end_like_the_key_are_none() -> None:
    assert salvage(b"kode_id: x\nnid: y\nnama: 'a id: z'\n").ids == ()


@given(st.binary(max_size=200) | st.text(alphabet="id: dahulu[]-\n{},#'\"abc", max_size=100).map(str.encode))
def test_looking_never_raises(content: bytes) -> None:
    found = salvage(content)
    assert all((*found.ids, *found.former))
