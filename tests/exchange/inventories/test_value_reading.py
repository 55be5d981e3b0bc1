"""Cells as values of fields: aliases, dates, lists; what is not understood is left, never guessed."""

from __future__ import annotations

import pytest

from spbe.exchange.inventories.cell_cleaning import cleaned, says_nothing, without_secrets
from spbe.exchange.inventories.value_reading import UNKNOWN, ReadValue, read_value
from spbe.model.aplikasi import Aplikasi
from spbe.model.base import Base
from spbe.model.kinds import KINDS
from spbe.model.layanan import Layanan

PLATFORM = KINDS["infrastruktur"].models["perangkat-lunak-platform"]


@pytest.mark.parametrize(
    ("model", "name", "text", "value", "left"),
    [
        (Aplikasi, "keadaan", "Tidak dipakai lagi", "dihentikan", ""),
        (Aplikasi, "keadaan", "Aktif (hingga 01 Nopember 2025)", "saat-ini", "Aktif (hingga 01 Nopember 2025)"),
        (Aplikasi, "keadaan", "Disposisi Surat", None, "Disposisi Surat"),
        (
            PLATFORM,
            "berlaku_sampai",
            "Aktif (hingga 01 Nopember 2025)",
            "2025-11-01",
            "Aktif (hingga 01 Nopember 2025)",
        ),
        (PLATFORM, "berlaku_sampai", "s.d. Desember 2026", "2026-12", "s.d. Desember 2026"),
        (PLATFORM, "berlaku_sampai", "entah kapan", None, "entah kapan"),
        (Aplikasi, "jenis", "Aplikasi Pusat/Umum", "pusat", ""),
        (Aplikasi, "basis", "Web, Android", ["web", "seluler"], ""),
        (Aplikasi, "basis", "Web; hologram", ["web"], "hologram"),
        (Aplikasi, "tahun_dibangun", "sejak 2019", "2019", "sejak 2019"),
        (Aplikasi, "tahun_dibangun", "2019 atau 2020", None, "2019 atau 2020"),
        (Aplikasi, "referensi", "RAA.02.02 Aplikasi khusus", ["RAA.02.02"], ""),
        (Aplikasi, "uraian", "satu &amp; dua<br>\uf0b7 tiga", "satu & dua\n- tiga", ""),
        (Aplikasi, "uraian", "n/a", UNKNOWN, ""),
        (Aplikasi, "tautan", "-", UNKNOWN, ""),
        (Layanan, "nama", "-", None, ""),
    ],
)
def test_a_cell_says_what_its_field_can_say(model: type[Base], name: str, text: str, value: object, left: str) -> None:
    read = read_value(model, name, text)
    assert (read.value, read.left) == (value, left)


def test_references_are_names_that_nobody_has_looked_for_yet() -> None:
    assert read_value(Aplikasi, "pengguna", "BKPSDM; Dinkes") == ReadValue(names=("BKPSDM; Dinkes",))


def test_what_programs_left_in_a_text_is_taken_out() -> None:
    assert cleaned("A\u200b&nbsp;B_x000D_\nC\xa0 D") == "A B\nC D"
    assert cleaned("<p>Satu</p><p>Dua <b>tiga</b></p>") == "Satu\nDua tiga"
    assert cleaned("suhu < 30 dan > 20") == "suhu < 30 dan > 20"
    assert cleaned("\uf0b7 satu \uf0b7 dua") == "- satu\n- dua"


def test_fillers_say_nothing_and_names_that_look_like_them_do() -> None:
    assert all(map(says_nothing, ("-", "--", "Tidak Ada", "N/A", "belum ada.", "")))
    assert not any(map(says_nothing, ("Tidak Ada Antrean", "X-Ray", "Nihil Stunting")))


def test_secrets_and_personal_data_do_not_get_through() -> None:
    text, rules = without_secrets("hubungi 0812-3456-7890, password: Rahasia123")
    assert "7890" not in text
    assert "Rahasia123" not in text
    assert set(rules) == {"pribadi-telepon", "rahasia-sandi"}
