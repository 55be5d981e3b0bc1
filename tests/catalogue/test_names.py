"""Spellings of one name meet, different names do not, and no pair of words is looked at for that."""

from __future__ import annotations

import pytest

from spbe.catalogue.name_matching import (
    LONG,
    general_words,
    is_list,
    likeness,
    names_of,
    slips,
    split,
    telling_words,
    weights,
)


def words(text: str) -> frozenset[str]:
    return names_of(text)[0].words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e-Surat", "SURAT OPD"),
        ("Sistem Informasi Kepegawaian", "Aplikasi Kepegawaian Berbasis Web"),
        ("SIPD RI", "SIPD Kemendagri"),
        ("SIKS-NG", "SIKS_NG"),
        ("Café Data", "Cafe  data"),
        ("SIMPEG", "SIMPEG versi 2"),
    ],
)
def test_words_that_say_nothing_are_dropped(one: str, other: str) -> None:
    assert words(one) == words(other)
    assert words(one)


def test_spaces_and_hyphens_vanish_in_letters() -> None:
    assert {names_of(name)[0].letters for name in ("E-P3", "EP3", "Ep 3")} == {"ep3"}


def test_too_few_letters_are_no_name() -> None:
    assert names_of("SI")[0].letters == ""


def test_a_name_of_general_words_says_nothing() -> None:
    assert words("Portal Layanan Online Kabupaten") == frozenset()


def test_words_of_the_region_say_nothing_there() -> None:
    assert names_of("Presensi Arunika", frozenset({"arunika"}))[0].words == {"presensi"}


def test_an_abbreviation_in_brackets_is_a_name_of_its_own_and_a_remark_is_none() -> None:
    assert "siak" in {name.letters for name in names_of("Administrasi Kependudukan (SIAK)")}
    assert "desktop" not in {name.letters for name in names_of("SIMDA BOS (Desktop)")}
    assert "pihakketiga" not in {name.letters for name in names_of("SIMPKB (PIHAK Ketiga)")}


def test_initials_are_those_of_all_words() -> None:
    assert names_of("Sistem Informasi Pembangunan Daerah")[0].initials == "sipd"
    assert names_of("Sistem Informasi Desa")[0].initials == ""


def test_a_row_that_lists_several_applications_is_no_name() -> None:
    assert is_list("SIPD, SIRUP, SPSE")
    assert is_list("Pusat: SIPD; Daerah: SIMPEG")
    assert not is_list("Data Gaji, Tunjangan")


def test_one_slip_in_a_long_word_is_the_same_word() -> None:
    assert slips({"siskeudes", "siskudes"}) == {"siskudes": "siskeudes"}
    assert slips({"perijinan", "perizinan"}) == {"perizinan": "perijinan"}


@pytest.mark.parametrize("pair", [{"magetankec", "magetankel"}, {"simpeg", "simpek"}, {"pegawai2019", "pegawai2018"}])
def test_ends_numbers_and_short_words_tell_names_apart(pair: set[str]) -> None:
    assert slips(pair) == {}


def test_slips_take_work_by_letters_and_not_by_pairs() -> None:
    many = {f"{first}{middle}{last}nnya" for first in "bcdfg" for middle in "aiueo" for last in "klmrs"}
    assert all(len(word) < LONG + 1 for word in many)
    assert slips(many | {"kesehatan"}).get("kesehatan") is None


def test_rare_words_weigh_more_and_weights_are_whole() -> None:
    weight = weights([frozenset({"umum", "langka"}), frozenset({"umum"}), frozenset({"umum"})])
    assert weight["langka"] > weight["umum"]
    assert all(isinstance(one, int) for one in weight.values())


def test_likeness_is_the_part_said_by_both() -> None:
    weight = {"a": 100, "b": 100, "c": 200}
    assert likeness(frozenset("ab"), frozenset("ac"), weight) == 25
    assert likeness(frozenset(), frozenset(), weight) == 0


def test_the_list_of_general_words_is_folded_as_names_are() -> None:
    assert all(split(word) == [word] for word in general_words())
    assert telling_words(general_words()) == frozenset()
