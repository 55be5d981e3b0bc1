"""A column mapping is proposed, corrected, kept; every mistake in it is told with its place and a way out."""

from __future__ import annotations

import pytest

from spbe.exchange.inventories.column_mapping import SheetMapping
from spbe.exchange.inventories.inventory_reading import propose, read_inventory
from spbe.exchange.inventories.mapping_file import read_mapping
from spbe.exchange.inventories.mapping_text import proposal_text
from spbe.model.kinds import KINDS
from support.inventories import texts, xlsx_of

KIND = KINDS["aplikasi"]
GRID = [
    ["Barang", "Punya: Siapa", "Uraian", "Uraian", "Catatan # lain", ""],
    ["SIMRS", "Dinas Kesehatan", "Aktif", "Masih jalan", "rahasia 1", "x"],
    ["e-Parkir", "Dinas Perhubungan", "Aktif", "Dimatikan", "rahasia 2", "y"],
    ["Peta", "Setda", "Aktif", "Masih jalan", "rahasia 3", "z"],
]
LIST = xlsx_of({"Data 2024": GRID})


def _proposed() -> str:
    return proposal_text(propose("daftar.xlsx", LIST, KIND), "daftar.xlsx", "peta.yaml")


def test_a_proposal_says_what_a_person_should_look_at() -> None:
    told = _proposed()
    lines = {line.strip().partition(": ")[0].strip("'"): line for line in told.split("\n")}
    assert "lain" in lines["Barang"]
    assert "judul tidak dikenal" in lines["Barang"]
    assert "uraian" in lines["Uraian"]
    assert "PERIKSA" in lines["Uraian [D]"]
    assert "3 terisi, 2 berbeda, teks" in lines["Uraian [D]"]
    assert "Kolom F" in lines
    assert "rahasia" not in told
    assert "spbe import daftar.xlsx --kind aplikasi --map peta.yaml" in told
    assert "# PERIKSA: Tidak ada kolom yang jelas memuat nama." in told


def test_a_proposal_lists_what_closed_lists_do_not_know() -> None:
    data = xlsx_of(
        {"A": [["Nama Aplikasi", "Status"], ["Satu", "Masih jalan"], ["Dua", "Aktif"], ["Tiga", "Masih jalan"]]}
    )
    told = proposal_text(propose("a.xlsx", data, KIND), "a.xlsx", "peta.yaml")
    assert "#     Masih jalan: …  # 2 kali" in told
    assert "Aktif: …" not in told
    filled = told.replace("    # nilai:", "    nilai:").replace("    #   keadaan:", "      keadaan:")
    filled = filled.replace("    #     Masih jalan: …", "        Masih jalan: rencana")
    mapping, problems = read_mapping("peta.yaml", filled.encode(), KIND)
    assert problems == ()
    rows = read_inventory("a.xlsx", data, KIND, mapping).rows
    assert [texts(row)["keadaan"] for row in rows] == ["rencana", "Aktif", "rencana"]


def test_a_corrected_proposal_is_what_is_read() -> None:
    told = (
        _proposed()
        .replace("Barang: lain", "Barang: nama")
        .replace("'Punya: Siapa': lain", "'Punya: Siapa': perangkat_daerah")
    )
    told = told.replace("Uraian: uraian", "Uraian: abaikan").replace("Uraian [D]: lain", "Uraian [D]: kendala")
    mapping, problems = read_mapping("peta.yaml", told.encode(), KIND)
    assert (problems, mapping is not None) == ((), True)
    first = read_inventory("daftar.xlsx", LIST, KIND, mapping).rows[0]
    assert texts(first) == {"nama": "SIMRS", "perangkat_daerah": "Dinas Kesehatan", "kendala": "Masih jalan"}
    assert [(cell.header, cell.text) for cell in first.other] == [("Catatan # lain", "rahasia 1"), ("Kolom F", "x")]


def test_a_mapping_may_say_little() -> None:
    mapping, problems = read_mapping("p", b"lembar:\n  - kolom: {Barang: nama}\n", KIND)
    assert problems == ()
    assert mapping is not None
    assert mapping.sheets == (SheetMapping("", (1, 1), {"Barang": "nama"}),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lembar:\n  - kolom:\n      A: nama\n      B: perangkat_derah\n", (4, 10, "peta-kolom-isian")),
        ("lembar:\n  - kolom:\n      A: nama\n      B: uraian\n      C: uraian\n", (5, 10, "peta-kolom-ganda")),
        ("lembar:\n  - nama: X\n    kolom:\n      A: uraian\n", (3, 5, "peta-kolom-nama")),
        ("lembar: []\n", (1, 9, "peta-kolom-nama")),
        ("lembar:\n  - kolom: {A: nama}\n    tetap: {jenis: umun}\n", (3, 20, "nilai-pilihan")),
        ("lembar:\n  - kolom: {A: nama}\n    nilai:\n      keadaan: {x: hidup}\n", (4, 20, "nilai-pilihan")),
        ("lembar:\n  - kolom: {A: nama}\n    nilai:\n      kedaan: {}\n", (4, 7, "peta-kolom-isian")),
        ("lembar:\n  - kolom: {A: nama}\n    baris_judul: 0\n", (3, 18, "nilai-bilangan")),
        ("lembar:\n  - kolom: {A: nama}\n    baris_judul: tiga\n", (3, 18, "nilai-bilangan")),
        ("lembar:\n  - kolom: {A: nama}\n    kolum: {}\n", (3, 5, "kunci-tak-dikenal")),
        ("lembar:\n  - kolom: [A]\n", (2, 12, "catatan-bukan-pemetaan")),
        ("lembar:\n  - kolom: {A: nama\n", (2, 12, "yaml-tulisan")),
        ("", (1, 1, "yaml-kosong")),
    ],
)
def test_a_mistake_is_told_where_it_is(text: str, found: tuple[int, int, str]) -> None:
    mapping, problems = read_mapping("peta.yaml", text.encode(), KIND)
    assert mapping is None
    assert [(one.line, one.column, one.rule) for one in problems if one.severity == "error"] == [found]
    assert all(one.hint and one.file == "peta.yaml" for one in problems)


def test_a_field_that_is_misspelt_is_offered() -> None:
    _mapping, problems = read_mapping("p", b"lembar:\n  - kolom: {A: nama, B: perangkat_derah}\n", KIND)
    assert "Maksud Anda `perangkat_daerah`?" in problems[0].message


def test_fields_of_a_union_are_those_of_its_jenis() -> None:
    text = "lembar:\n  - tetap: {jenis: %s}\n    kolom: {A: nama, B: memori}\n"
    assert read_mapping("p", (text % "server").encode(), KINDS["infrastruktur"])[1] == ()
    (problem,) = read_mapping("p", (text % "splp").encode(), KINDS["infrastruktur"])[1]
    assert problem.rule == "peta-kolom-isian"
