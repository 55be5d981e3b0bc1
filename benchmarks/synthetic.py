"""A region of any size: records of all kinds with relations and long texts, and one complete assessment."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.standards.instruments import shipped_instruments

WORDS = tuple(
    "layanan data informasi perizinan kependudukan pegawai keuangan kesehatan pendidikan anggaran pengaduan "  # noqa: SIM905
    "masyarakat elektronik terpadu daerah pengelolaan sistem laporan bulanan rekapitulasi verifikasi berkas".split()
)
SHARE = {"proses-bisnis": 14, "layanan": 14, "data": 20, "aplikasi": 26, "infrastruktur": 14, "keamanan": 6}
"""Records of each kind in every hundred; the rest are offices."""


def make_region(root: Path, records: int, seed: int = 1) -> None:
    """Write a region with about ``records`` records below ``root``; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311  (nothing here is a secret)
    counts = {kind: max(2, records * share // 100) for kind, share in SHARE.items()}
    counts["perangkat-daerah"] = max(2, records - sum(counts.values()))
    ids = {kind: [f"{kind}-{number}" for number in range(count)] for kind, count in counts.items()}
    for kind in ("perangkat-daerah", *ARCHITECTURE):
        for name in ids[kind]:
            _write(root / KINDS[kind].folder / f"{name}.yaml", _record(chance, kind, name, ids))
    _write(root / "content/profil.yaml", {"nama": "Kabupaten Ukur", "contoh": "ya"})
    instrument = shipped_instruments()["permenpanrb-59-2020"]
    head = {"tahun": "2025", "instrumen": instrument.id, "publikasi": {"status": "terbit"}}
    _write(root / "indicators/2025/penilaian.yaml", head)
    values = {one.kode: {"mandiri": "3", "akhir": str(chance.randint(1, 5))} for one in instrument.all_indicators()}
    _write(root / "indicators/2025/nilai.yaml", values)
    settings = "site_name: Ukur\nsite_url: https://ukur.example/\ndocs_dir: content\n"
    settings += "theme: {name: material, language: id}\nplugins: [spbe]\n"
    (root / "mkdocs.yml").write_text(settings, "utf-8")


def _record(chance: random.Random, kind: str, name: str, ids: dict[str, list[str]]) -> dict[str, object]:
    def some(of: str, most: int) -> list[str]:
        return sorted(chance.sample(ids[of], min(len(ids[of]), chance.randint(1, most))))

    record: dict[str, object] = {
        "id": name,
        "nama": " ".join(chance.choices(WORDS, k=4)).capitalize() + f" {name}",
        "uraian": _sentences(chance, 3),
    }
    if kind != "perangkat-daerah":
        record["perangkat_daerah"] = chance.choice(ids["perangkat-daerah"])
        record["ditinjau"] = f"20{chance.randint(19, 25)}-0{chance.randint(1, 9)}-11"
    if kind == "layanan":
        record["proses_bisnis"] = some("proses-bisnis", 2)
    elif kind == "data":
        record |= {"proses_bisnis": some("proses-bisnis", 2), "layanan": some("layanan", 2)}
    elif kind == "aplikasi":
        record |= {
            "fungsi": _sentences(chance, 1),
            "pengguna": some("perangkat-daerah", 5),
            "layanan": some("layanan", 3),
            "data_dipakai": some("data", 3),
            "data_dihasilkan": some("data", 2),
            "infrastruktur": some("infrastruktur", 2),
            "integrasi": [{"aplikasi": one, "arah": "mengirim"} for one in some("aplikasi", 2) if one != name],
        }
    elif kind == "infrastruktur":
        record["jenis"] = "server"
    elif kind == "keamanan":
        record |= {"jenis": "audit", "melindungi": {"aplikasi": some("aplikasi", 3)}}
    return record


def _sentences(chance: random.Random, number: int) -> str:
    return " ".join(" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(number))


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100), "utf-8")
