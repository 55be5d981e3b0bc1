"""Agencies of the national tables by the names that people give them."""

from __future__ import annotations

import pytest

from spbe.standards.agencies import agencies_called, full_names, names_like
from spbe.standards.agency_results import national_results


def test_every_agency_has_a_name_in_full_that_finds_it() -> None:
    results = national_results()
    names = full_names()

    assert names.keys() == {key for rows in results.tahun.values() for key in rows}
    assert {key: results.find(name) for key, name in names.items()} == {key: key for key in names}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("kab-madiun", "Kabupaten Madiun"),
        ("kota-madiun", "Kota Madiun"),
        ("provinsi-aceh", "Provinsi Aceh"),
        ("provinsi-daerah-istimewa-yogyakarta", "Provinsi D.I. Yogyakarta"),
        ("kementerian-keuangan", "Kementerian Keuangan"),
    ],
)
def test_a_name_in_full_has_its_rank_written_out(key: str, name: str) -> None:
    assert full_names()[key] == name


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Kab. Madiun", ("kab-madiun",)),
        ("Pemerintah Kota Madiun", ("kota-madiun",)),
        ("Madiun", ("kab-madiun", "kota-madiun")),
        ("Banyuwangi", ("kab-banyuwangi",)),
        ("fakfak", ("kab-fak-fak",)),
        ("Aceh", ("provinsi-aceh",)),
        ("Papua", ("provinsi-papua",)),
        ("Kabupaten Arunika", ()),
        ("Kabupaten", ()),
        ("", ()),
    ],
)
def test_who_is_called_so(name: str, keys: tuple[str, ...]) -> None:
    assert agencies_called(name) == keys


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Kabupaten Madiunn", ("Kabupaten Madiun",)),
        ("Kota Bandar Lampun", ("Kota Bandar Lampung",)),
        ("Bandun", ("Kabupaten Bandung", "Kota Bandung")),
        ("Kabupaten Arunika", ()),
        ("Kabupaten Uji", ()),
        ("Kabupaten Kami", ()),
    ],
)
def test_a_slip_of_the_pen_is_understood_and_nothing_is_guessed_wildly(name: str, names: tuple[str, ...]) -> None:
    assert names_like(name) == names
