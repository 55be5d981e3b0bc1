"""Likely secrets and personal data are told from what only looks like them; more of both in ``tests/data/rahasia``."""

from __future__ import annotations

import time

import pytest

from spbe.model.sensitive import masked, sensitive_parts


def test_parts_are_told_by_line_and_column_and_do_not_overlap() -> None:
    text = "İ\nhttps://a:Sandi77!@b.example/?password=Sandi77! 0812-0000-0101\n"
    parts = sensitive_parts(text)
    assert [(part.rule, part.line, part.column) for part in parts] == [
        ("alamat-sandi", 2, 1),
        ("pribadi-telepon", 2, 49),
    ]
    assert [text[part.start : part.end] for part in parts] == [part.text for part in parts]


def test_a_masked_text_keeps_its_lines_and_nothing_of_a_secret() -> None:
    key = "-----BEGIN PRIVATE KEY-----\nMIIB\nQUJD\n-----END PRIVATE KEY-----"
    assert masked(f"a\n{key}\nsandi = Tamu@Lantai2!.") == "a\n•••\n•••\n•••\n•••\nsandi = •••."
    assert masked("tanpa apa-apa") == "tanpa apa-apa"


@pytest.mark.parametrize(
    "number",
    [
        "3500003102900001",  # 31 February
        "3500007102900001",  # the same of a woman
        "3500000013900001",  # no day
        "1000001203850002",  # no province
        "3500001203850000",  # no serial number
        "35000012038500021",  # too long
        "13500001203850002",
        "3500001203850002A",
        "35-0000-120385-0002",  # in groups that nobody writes
    ],
)
def test_sixteen_digits_are_no_nik_unless_place_day_and_number_can_be(number: str) -> None:
    assert sensitive_parts(number) == ()


@pytest.mark.parametrize("number", ["3500002902000001", "3500006902000001", "350000 290200 0001"])
def test_a_leap_day_is_a_day(number: str) -> None:
    assert [part.rule for part in sensitive_parts(number)] == ["pribadi-nik"]


@pytest.mark.parametrize(
    "text",
    [
        "password: ${SANDI_BASIS}",
        "password={{ sandi }}",
        "DB_PASSWORD=",
        "api_key: <kunci dari Diskominfo>",
        "Kata sandi disimpan dengan PBKDF2-SHA256.",
        "Kata sandi: minimal 12 karakter",
        "Sandi OPD: 1.01.2.22",
        "https://pengguna:<sandi>@basis.example/",
        "https://x.example/2024/081200000101.pdf",
        "NIP 198501012010011001",
        "| Kata sandi | Keterangan |",
        "kunci publik: AAAAC3NzaC1lZDI1NTE5AAAAIcontoh1234567890",
        "wakil@mail.arunikakab.example, me@meikarta.example",
    ],
)
def test_placeholders_and_words_are_no_secrets(text: str) -> None:
    assert sensitive_parts(text) == ()


@pytest.mark.parametrize("unit", ["pass-", "token=", "gl"])
def test_no_text_makes_the_search_hang(unit: str) -> None:
    started = time.process_time()
    sensitive_parts(unit * (20_000 // len(unit)))
    assert time.process_time() - started < 10
