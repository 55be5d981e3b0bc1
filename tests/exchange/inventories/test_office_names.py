"""An office is assigned only where its name leaves no doubt; what is merely like it is offered."""

from __future__ import annotations

import pytest

from spbe.exchange.inventories.office_names import (
    NamedOffice,
    OfficeRegister,
    jenis_of,
    looks_like_office,
    no_office,
    readable_name,
)

REGISTER = (
    NamedOffice("pemerintahan", "Bagian Pemerintahan"),
    NamedOffice("pembangunan", "Bagian Administrasi Pembangunan"),
    NamedOffice("pariwisata", "Dinas Pariwisata Pemuda Dan Olah Raga"),
    NamedOffice("bpkad", "Badan Pengelolaan Keuangan Dan Aset Daerah"),
    NamedOffice("permukiman", "Dinas Perumahan Dan Kawasan Permukiman"),
    NamedOffice("kesbang", "Badan Kesatuan Bangsa Dan Politik"),
    NamedOffice("kominfo", "Dinas Komunikasi, Informatika dan Statistik", ("Diskominfotik", "Dinas Infokom"), "2.16"),
    NamedOffice("setwan", "Sekretariat DPRD"),
    NamedOffice("krajan-a", "Kelurahan Krajan (Kecamatan Mejayan)"),
    NamedOffice("krajan-b", "Kelurahan Krajan (Kecamatan Wungu)"),
    NamedOffice("banjarejo-a", "Desa Banjarejo", marks=("Ngariboyo",)),
    NamedOffice("banjarejo-b", "Desa Banjarejo", marks=("Panekan",)),
)


@pytest.fixture
def offices() -> OfficeRegister:
    return OfficeRegister(REGISTER, "Kota Banjarmasin")


def test_case_punctuation_joining_words_and_spellings_of_a_word_do_not_count(offices: OfficeRegister) -> None:
    meant = {
        "DINAS PARIWISATA, PEMUDA DAN OLAHRAGA": "pariwisata",
        "Badan Pengelolaan Keuangan & Aset Daerah (BPKAD)": "bpkad",
        "Dinas  Perumahan dan Kawasan Pemukiman": "permukiman",
        "Sekretariat Dewan Perwakilan Rakyat Daerah": "setwan",
        "Setwan": "setwan",
        "Diskominfotik Kota Banjarmasin": "kominfo",
        "Diskominfotik Kota Banjaramsin": "kominfo",
        "Dinas Infokom": "kominfo",
        "2.16": "kominfo",
        "Kelurahan Krajan (Kecamatan Wungu)": "krajan-b",
    }
    assert {text: offices.find(text) for text in meant} == meant


def test_what_is_only_like_a_name_is_assigned_to_nobody_and_candidates_are_offered(offices: OfficeRegister) -> None:
    for text in (
        "Bagian Administrasi Pemerintahan",
        "Badan Kesatuan Bangsa dan Politik Dalam Negeri",
        "Kelurahan Krajan",
    ):
        assert offices.find(text) is None, text
    offered = [one.office.id for one in offices.candidates("Bagian Administrasi Pemerintahan")]
    assert offered[:2] == ["pembangunan", "pemerintahan"]  # the wrong one is the more alike


def test_a_name_that_several_have_is_told_by_what_stands_beside_it(offices: OfficeRegister) -> None:
    assert offices.find("Desa Banjarejo") is None
    assert [one.likeness for one in offices.candidates("Desa Banjarejo")] == [1.0, 1.0]
    assert offices.find_beside("Desa Banjarejo", "https://banjarejopanekan.example.go.id") == "banjarejo-b"
    assert offices.find_beside("Desa Banjarejo", "https://banjarejo.example.go.id") is None


def test_an_address_confirms_a_name_that_is_nearly_right_and_no_other(offices: OfficeRegister) -> None:
    nearly = "Badan Kesatuan Bangsa dan Politik Dalam Negeri"
    assert offices.confirmed(nearly, ["ormas.kesbangpol.example.go.id"]) == "kesbang"
    assert offices.confirmed(nearly, ["waskita.example.id"]) is None
    assert offices.confirmed("Bagian Administrasi Pemerintahan", ["ormas.kesbangpol.example.go.id"]) is None


def test_names_in_capitals_become_readable_and_say_what_sort_they_are() -> None:
    written = {
        "KECAMATAN PLANDAAN": ("Kecamatan Plandaan", "kecamatan"),
        "RSUD JOMBANG": ("RSUD Jombang", "rumah-sakit"),
        "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG": ("Dinas Pekerjaan Umum dan Penataan Ruang", "dinas"),
        "Badan Kepegawaian Dan Diklat": ("Badan Kepegawaian dan Diklat", "badan"),
        "Sekretariat Dewan": ("Sekretariat Dewan", "sekretariat-dprd"),
        "Perumda Air Minum": ("Perumda Air Minum", None),
    }
    assert {text: (readable_name(text), jenis_of(text)) for text in written} == written


def test_a_class_and_an_activity_are_no_office_and_a_company_is_none_of_the_region() -> None:
    assert no_office("Kecamatan")
    assert no_office("Pelaporan dan Tindak Lanjut Arsip Vital")
    assert not no_office("Inspektorat")
    assert not no_office("Dinas Pengelolaan Pasar")
    assert looks_like_office("Dinas Kominfo", "Kota Uji")
    assert not looks_like_office("PT. Telekomunikasi Indonesia, Tbk", "Kota Uji")
