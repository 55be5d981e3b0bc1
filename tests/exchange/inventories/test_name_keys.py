"""When names are the same, and when a cell holds several."""

from __future__ import annotations

from spbe.exchange.inventories.list_things import national_named
from spbe.exchange.inventories.name_keys import name_key, names_in, national_called


def test_spellings_of_one_name_are_equal() -> None:
    assert len({name_key(one) for one in ("E-Presensi", "EPRESENSI", "e presensi", "Aplikasi E Presensi")}) == 1
    assert name_key("Presensi Online") != name_key("E-Presensi")


def test_a_cell_with_several_names_is_known_and_a_name_with_commas_is_not_taken_apart() -> None:
    known = {"simpeg", "satudata"}
    expected = {
        "SIPD & Srikandi": ("SIPD", "Srikandi"),
        "Aplikasi Pusat : SIPD-RI, e-Billing; Aplikasi Daerah : SIMPEG": ("SIPD-RI", "e-Billing", "SIMPEG"),
        "1. SIPD 2. SIMPEG": ("SIPD", "SIMPEG"),
        "SIMPEG\nSatu Data\nBuku Tamu": ("SIMPEG", "Satu Data", "Buku Tamu"),
        "Sistem Perencanaan, Penganggaran, dan Pelaporan": (),
        "Perencanaan & Evaluasi": (),
        "SIKN/JIKN (Sistem Informasi Kearsipan Nasional)": (),
        "E-BMD 2.0": (),
    }
    assert {cell: names_in(cell, known) for cell in expected} == expected


def test_a_national_application_is_known_by_name_in_brackets_and_by_its_own_host() -> None:
    found = national_called("Sistem Informasi dan Administrasi Kependudukan (SIAK)")
    assert found is not None
    assert found.id == "siak"
    expected = {
        ("E Kinerja", "kinerja.bkn.go.id", None): "ekinerja",
        ("Anjab", "anjababk-simona.kemendagri.go.id", None): "simona",
        ("uji.sipd.kemendagri.go.id", "uji.sipd.kemendagri.go.id", None): "sipd",
        ("SIASN", "myasn.bkn.go.id", None): "siasn",
        ("Simona", "simona.uji.go.id", "khusus"): None,  # a namesake of the region's own
        ("IKD", "sukma.ujiprov.go.id", "pusat"): "ikd",
        ("Si Pintar", "pintar.uji.go.id", None): None,
    }
    made = {row: getattr(national_named(*row), "id", None) for row in expected}
    assert made == expected
