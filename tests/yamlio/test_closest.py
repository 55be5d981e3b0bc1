"""What was meant is proposed where it is likely, and not guessed where every word is near another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spbe.yamlio.validation import closest, slips_between

OFFICES = [
    "bkd",
    "bpkad",
    "bappeda",
    "dinkes",
    "disdik",
    "dpupr",
    "diskominfo",
    "dinas-kesehatan",
    "dinas-pendidikan",
    "setda",
]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("diskominfoo", "diskominfo"),
        ("diskomnifo", "diskominfo"),
        ("Diskominfo", "diskominfo"),
        ("dinas_kesehatan", "dinas-kesehatan"),
        ("dinaskesehatan", "dinas-kesehatan"),
        ("dinas-kesehetan", "dinas-kesehatan"),
        ("dinas-pendidkan", "dinas-pendidikan"),
        ("dinks", "dinkes"),
        ("dinkse", "dinkes"),
        ("pupr", "dpupr"),
        ("bapeda", "bappeda"),
        ("bkdd", "bkd"),
        ("BKD", "bkd"),
        ("dinas-pend", "dinas-pendidikan"),
        ("dinas", None),
        ("bpd", None),
        ("bkn", None),
        ("bkb", None),
        ("dispar", None),
        ("disnaker", None),
        ("dinsos", None),
        ("dlh", None),
        ("x", None),
        ("", None),
        ("dinas-perhubungan", None),
        ("dinas-pertanian", None),
        ("bpbd", None),
    ],
)
def test_the_office_that_was_meant(written: str, meant: str | None) -> None:
    assert closest(written, OFFICES) == meant


@pytest.mark.parametrize(("written", "meant"), [("i1", "I1"), ("I48", None), ("I111", "I11"), ("l1", None)])
def test_codes_of_indicators_are_too_short_to_be_guessed(written: str, meant: str | None) -> None:
    assert closest(written, [f"I{number}" for number in range(1, 48)]) == meant


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("abc", "acb", 1),
        ("abc", "abd", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
        ("ab", "ab", 0),
    ],
)
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other) == slips


@given(st.text(max_size=12), st.text(max_size=12))
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert slips_between(one, other) == slips_between(other, one)
