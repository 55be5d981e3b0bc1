"""Two versions of a text as they are told."""

from __future__ import annotations

from spbe.differences.text_excerpts import LONG, excerpts

LEAD = "Dokumen Arsitektur SPBE memuat keenam domain beserta kode referensinya, dan isinya sama dengan katalog di situs"
TAIL = "yang ditinjau setiap tahun oleh tim koordinasi bersama seluruh perangkat daerah"


def test_short_texts_are_told_whole() -> None:
    assert excerpts("Lama", "Baru") == ("Lama", "Baru")


def test_of_long_texts_only_what_changed_is_told() -> None:
    before, after = (f"{LEAD} {word} {TAIL}" for word in ("ini", "itu sejak lama"))
    assert len(before) > LONG
    assert excerpts(before, after) == (
        "… dengan katalog di situs ini yang ditinjau setiap tahun …",
        "… dengan katalog di situs itu sejak lama yang ditinjau setiap tahun …",
    )


def test_a_text_that_only_grows_is_told_from_where_it_does() -> None:
    before, after = f"{LEAD} {TAIL}", f"{LEAD} {TAIL} dan akademisi"
    assert excerpts(before, after) == (
        "… bersama seluruh perangkat daerah",
        "… bersama seluruh perangkat daerah dan akademisi",
    )


def test_a_new_long_text_is_cut() -> None:
    told = excerpts("–", "kata " * 200)[1]
    assert told.endswith(" …")
    assert len(told.split()) == 61
