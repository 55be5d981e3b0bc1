"""Headers that others write lead to fields that exist; no spelling stands for two."""

from __future__ import annotations

import pytest

from spbe.model.field_paths import field_places
from spbe.model.kinds import KINDS
from spbe.standards import column_headers, resources
from spbe.standards.column_headers import header_key, header_sets


def _targets(kind: str, jenis: str | None = None) -> dict[str, str]:
    found = next(one for one in header_sets(KINDS[kind]) if one.jenis == jenis)
    return dict(found.targets)


def test_every_kind_knows_at_least_its_name() -> None:
    assert [kind for kind in KINDS if _targets(kind)["nama"] != "nama"] == []


@pytest.mark.parametrize(
    ("kind", "jenis", "header", "field"),
    [
        ("aplikasi", None, "link_repo", "lain"),
        ("aplikasi", None, "bhs_pemrograman", "bahasa_pemrograman"),
        ("aplikasi", None, "No.", "abaikan"),
        ("aplikasi", None, "ID", "lain"),
        ("layanan", None, "Unit Pelaksana → Unit Kerja (Dependency)", "pelaksana"),
        ("layanan", None, "kementerianlembaga_terkait", "kementerian_lembaga"),
        ("proses-bisnis", None, "nama_bisnisurusan", "nama"),
        ("proses-bisnis", None, "→ RAB Level 4 (Dependency)", "referensi"),
        ("data", None, "→ Penanggung Jawab Data/ Wali Data (Dependency)", "walidata"),
        ("infrastruktur", "server", "Kapasitas Memori", "memori"),
        ("perangkat-daerah", None, "nama_instansi", "nama"),
        ("keamanan", None, "Melindungi", "lain"),
    ],
)
def test_known_headers_go_where_the_field_says(kind: str, jenis: str | None, header: str, field: str) -> None:
    assert _targets(kind, jenis).get(header_key(header), "lain") == field


@pytest.mark.parametrize(
    "block",
    [
        {"katalog": "aplikasi", "sumber": "x", "kolom": {"tiada": ["Tiada"]}},
        {"katalog": "tiada", "sumber": "x", "kolom": {}},
        {"katalog": "infrastruktur", "jenis": "tiada", "sumber": "x", "kolom": {}},
        {"katalog": "aplikasi", "sumber": "x", "kolom": {"nama": ["Satu"], "uraian": ["satu"]}},
        {"katalog": "aplikasi", "kolom": {}},
    ],
)
def test_a_wrong_file_is_not_read(monkeypatch: pytest.MonkeyPatch, block: dict[str, object]) -> None:
    monkeypatch.setattr(column_headers, "read_yaml", lambda _path: [block])
    with pytest.raises(resources.StandardsError):
        header_sets.__wrapped__(KINDS["aplikasi"])


def test_paths_reach_into_parts_and_mappings() -> None:
    process = field_places(*KINDS["proses-bisnis"].models.values())
    security = field_places(*KINDS["keamanan"].models.values())
    assert process["iku.target"].label == "Target"
    assert process["rencana.uraian"].label == "Uraian"
    assert not {"lain", "rencana", "iku"} & set(process)
    assert security["melindungi.data"].many
    assert (process["referensi"].many, process["nama"].many) == (True, False)
