"""Lists and pairs in one cell come back as they were, and people may write them with less care."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.exchange.cell_text import joined, joined_pairs, split, split_pairs

TEXT = st.text(st.sampled_from('ab;:\n" ,[]=-'), max_size=6)


@given(st.lists(TEXT, max_size=4))
def test_any_list_comes_back(items: list[str]) -> None:
    assert split(joined(items)) == items


@given(st.dictionaries(TEXT, TEXT, max_size=3))
def test_any_pairs_come_back(pairs: dict[str, str]) -> None:
    assert split_pairs(joined_pairs(pairs)) == pairs


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        (["PHP", "Laravel 10"], "PHP; Laravel 10"),
        (["Perda 3; Perwali 4"], '"Perda 3; Perwali 4"'),
        (['"Satu Pintu" terpadu', "b"], '"""Satu Pintu"" terpadu"; b'),
        (['Layanan "Satu Pintu"'], 'Layanan "Satu Pintu"'),
        (["tidak ada"], '"tidak ada"'),
        ([], ""),
    ],
)
def test_a_list_is_quoted_only_where_it_must_be(written: list[str], cell: str) -> None:
    assert joined(written) == cell


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("PHP;Laravel", ["PHP", "Laravel"]),
        ("PHP\nLaravel\r\n\r\nGo;", ["PHP", "Laravel", "Go"]),
        ('"Satu" dan "Dua"; tiga', ['"Satu" dan "Dua"', "tiga"]),
        ('"belum ditutup; dua', ['"belum ditutup', "dua"]),
        (" ; ;", []),
    ],
)
def test_people_may_separate_with_semicolons_or_lines(typed: str, meant: list[str]) -> None:
    assert split(typed) == meant


def test_a_key_without_a_colon_has_no_value() -> None:
    assert split_pairs("2026: 14; 2027:20\n2028") == {"2026": "14", "2027": "20", "2028": ""}
