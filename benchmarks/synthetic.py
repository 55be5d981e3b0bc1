"""A region of any size: records of all kinds with relations and long texts, evidence, and answered indicators."""

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
SHARE = {
    "proses-bisnis": 13,
    "layanan": 12,
    "data": 18,
    "aplikasi": 23,
    "infrastruktur": 13,
    "keamanan": 5,
    "peta-rencana": 5,
    "bukti": 6,
}
"""Records of each kind in every hundred; the rest are offices."""
INSTRUMENT = "permenpanrb-59-2020"
YEARS = (2023, 2024, 2025)

Ids = dict[str, list[str]]


def make_region(root: Path, records: int, seed: int = 1) -> None:
    """Write a region with about ``records`` records below ``root``; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311  (nothing here is a secret)
    counts = {kind: max(2, records * share // 100) for kind, share in SHARE.items()}
    counts["perangkat-daerah"] = max(2, records - sum(counts.values()))
    ids = {kind: [f"{kind}-{number}" for number in range(count)] for kind, count in counts.items()}
    for kind in ("perangkat-daerah", *ARCHITECTURE, "peta-rencana", "bukti"):
        for number, name in enumerate(ids[kind]):
            _write(root / KINDS[kind].folder / f"{name}.yaml", _record(chance, kind, name, number, ids))
    _write(root / "content/profil.yaml", {"nama": "Kabupaten Ukur", "jenis": "kabupaten", "contoh": "ya"})
    for year in YEARS:
        _assessment(chance, root / "indicators" / str(year), year, ids)
    settings = "site_name: Ukur\nsite_url: https://ukur.example/\ndocs_dir: content\n"
    settings += "theme: {name: material, language: id}\nplugins: [spbe]\n"
    (root / "mkdocs.yml").write_text(settings, "utf-8")


def _record(chance: random.Random, kind: str, name: str, number: int, ids: Ids) -> dict[str, object]:
    def some(of: str, most: int) -> list[str]:
        return sorted(chance.sample(ids[of], min(len(ids[of]), chance.randint(1, most))))

    record: dict[str, object] = {"id": name, "nama": f"{_words(chance, 4)} {name}", "uraian": _sentences(chance, 3)}
    if kind == "perangkat-daerah":
        return record
    record["perangkat_daerah"] = chance.choice(ids["perangkat-daerah"])
    record["ditinjau"] = f"20{chance.randint(19, 25)}-0{chance.randint(1, 9)}-11"
    record |= {
        "proses-bisnis": lambda: {"sasaran": [_words(chance, 5)]},
        "layanan": lambda: {"proses_bisnis": some("proses-bisnis", 2), "tujuan": _sentences(chance, 1)},
        "data": lambda: {"proses_bisnis": some("proses-bisnis", 2), "layanan": some("layanan", 2)},
        "aplikasi": lambda: {
            "fungsi": _sentences(chance, 1),
            "pengguna": some("perangkat-daerah", 5),
            "layanan": some("layanan", 3),
            "data_dipakai": some("data", 3),
            "data_dihasilkan": some("data", 2),
            "infrastruktur": some("infrastruktur", 2),
            "integrasi": [{"aplikasi": one, "arah": "mengirim"} for one in some("aplikasi", 2) if one != name],
        },
        "infrastruktur": lambda: {"jenis": _kind_of(kind, number)},
        "keamanan": lambda: {"jenis": _kind_of(kind, number), "melindungi": {"aplikasi": some("aplikasi", 3)}},
        "peta-rencana": lambda: {
            "kesenjangan": _sentences(chance, 2),
            "mengubah": {"aplikasi": some("aplikasi", 2)},
            "indikator": [f"{INSTRUMENT}/I{chance.randint(1, 47)}"],
            "tahun_mulai": str(2024 + number % 3),
            "tahun_selesai": str(2027 + number % 3),
            "anggaran": str(chance.randint(1, 900) * 10**6),
        },
        "bukti": lambda: {"tanggal": record["ditinjau"], "berlaku_sampai": f"202{chance.randint(4, 9)}-12-31"},
    }[kind]()
    return record


def _kind_of(kind: str, number: int) -> str:
    """The values of ``jenis`` in turn."""
    codes = sorted(code for code in KINDS[kind].models if code is not None)
    return codes[number % len(codes)]


def _assessment(chance: random.Random, folder: Path, year: int, ids: Ids) -> None:
    _write(folder / "penilaian.yaml", {"tahun": str(year), "instrumen": INSTRUMENT, "publikasi": {"status": "terbit"}})
    codes = [one.kode for one in shipped_instruments()[INSTRUMENT].all_indicators()]
    _write(folder / "nilai.yaml", {code: {"akhir": str(chance.randint(1, 5))} for code in codes})
    for code in codes:
        answer = {
            "perangkat_daerah": chance.choice(ids["perangkat-daerah"]),
            "nilai": {"mandiri": str(chance.randint(1, 5))},
            "fakta": _sentences(chance, 6),
            "analisis": _sentences(chance, 4),
            "bukti": sorted(chance.sample(ids["bukti"], min(3, len(ids["bukti"])))),
        }
        _write(folder / f"{code}.yaml", answer)


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, k=number)).capitalize()


def _sentences(chance: random.Random, number: int) -> str:
    return " ".join(f"{_words(chance, 14)}." for _ in range(number))


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100), "utf-8")
