"""The circular's metadata tables are held complete: every attribute has a field or a decision, every field exists."""

from collections.abc import Callable
from typing import Any

import pytest

from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.standards import attributes
from spbe.standards.attributes import metadata_tables, roadmap_tables
from spbe.standards.resources import StandardsError, read_yaml

TABLES = {table.nomor: table for table in metadata_tables()}

# Rows of each table in the annex, counted by hand.
ROWS = [9, 14, 15, 21, 11, 11, 14, 12, 8, 8, 7, 9, 11, 11, 7, 5, 5, 6, 6, 7, 4]


def test_all_attributes_of_all_tables_are_there() -> None:
    assert [len(table.atribut) for table in metadata_tables()] == ROWS
    assert sum(ROWS) == 201


def test_columns_and_rows_of_the_roadmap_tables_are_there() -> None:
    assert [(table.nomor, len(table.atribut)) for table in roadmap_tables()] == [("7", 10), ("8", 5)]
    [seventh, _eighth] = roadmap_tables()
    told = {one.nama: one.isian for one in seventh.atribut}
    assert told["Indikator"] == ("peta-rencana.sasaran_rpjmd.indikator",)
    assert told["Baseline"] == ("peta-rencana.baseline",)
    assert told["Target"] == ("peta-rencana.target",)


def test_every_kind_of_the_architecture_has_its_table() -> None:
    described = {kind for table in metadata_tables() for kind in table.jenis}
    kinds = {
        f"{slug}/{jenis}" if jenis else slug
        for slug in ARCHITECTURE
        for jenis in KINDS[slug].models
        if jenis or KINDS[slug].jenis is None
    }
    assert described == kinds


@pytest.mark.parametrize(
    ("table", "attribute", "fields"),
    [
        ("01", "Nilai IKU Target", ["proses-bisnis.iku.target"]),
        ("02", "Tujuan Data", ["data.tujuan"]),
        ("03", "Fungsi Layanan", ["layanan.fungsi"]),
        ("04", "Inputan Data", ["aplikasi.masukan"]),
        ("04", "Supplier Data", ["aplikasi.pemasok_data", "aplikasi.pemasok_data_luar"]),
        ("04", "Customer Data", ["aplikasi.pelanggan_data", "aplikasi.pelanggan_data_luar"]),
        ("05", "Biaya Layanan", ["infrastruktur/komputasi-awan.biaya"]),
        ("05", "Jangka Waktu Pelayanan", ["infrastruktur/komputasi-awan.jangka_waktu"]),
        ("12", "Aplikasi yang Dihubungkan", ["aplikasi.infrastruktur", "aplikasi.integrasi.jalur"]),
        (
            "14",
            "Lokasi",
            [f"infrastruktur/{jenis}.lokasi" for jenis in ("pusat-data", "pusat-komputasi", "pusat-kendali")],
        ),
        ("20", "Tindak lanjut Audit Keamanan SPBE", ["keamanan/audit.tindak_lanjut"]),
    ],
)
def test_an_attribute_leads_to_its_field(table: str, attribute: str, fields: list[str]) -> None:
    [found] = [one for one in TABLES[table].atribut if one.nama == attribute]
    assert list(found.isian) == fields


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda tables: tables[3]["atribut"][8].update(isian=["inputan"]), "aplikasi has no field 'inputan'"),
        (lambda tables: tables[0]["atribut"][6].update(isian=["iku.nilai"]), "has no field 'iku.nilai'"),
        (lambda tables: tables[0]["atribut"][6].update(isian=["sasaran.nama"]), "has no field 'sasaran.nama'"),
        (lambda tables: tables[3]["atribut"][8].pop("isian"), "neither field nor decision: Inputan Data"),
        (lambda tables: tables[3]["atribut"].pop(4), "not numbered in order"),
        (lambda tables: tables.pop(4), "tables are numbered"),
        (lambda tables: tables[4].update(jenis=["infrastruktur/awan"]), "unknown kind 'infrastruktur/awan'"),
    ],
    ids=["field", "part", "no-part", "nothing", "attribute-gone", "table-gone", "kind"],
)
def test_the_shipped_tables_are_proved(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[list[dict[str, Any]]], object], message: str
) -> None:
    notes = read_yaml(attributes.FILE)
    spoil(notes["tabel"])
    monkeypatch.setattr(attributes, "read_yaml", lambda _: notes)
    with pytest.raises(StandardsError, match=message):
        metadata_tables.__wrapped__()
