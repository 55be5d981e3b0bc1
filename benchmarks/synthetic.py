"""A region of any size: records of all kinds with relations and long texts, evidence, and answered indicators.

As in life, most of what a record names belongs to its own office; a few things are shared by all.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks.wording import Wording
from spbe.model.aplikasi import ARAH_INTEGRASI, JALUR_INTEGRASI
from spbe.model.kinds import ARCHITECTURE, KINDS
from spbe.model.lists import FREKUENSI
from spbe.standards.instruments import shipped_instruments
from spbe.standards.reference_data import reference_architecture

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
SHARED = 12
"""So many applications, data and infrastructure are there for all offices; of infrastructure one of every ``jenis``."""
OFTEN = ("server", "server", "server", "perangkat-jaringan", "perangkat-lunak-platform", "media-penyimpanan")
"""The ``jenis`` of infrastructure that offices have of their own."""
BESIDE = {"perangkat-lunak-platform": "perangkat_lunak", "media-penyimpanan": "media_penyimpanan"}
"""What of its office a server uses, and in which field it says so."""
_JENIS = sorted(code for code in KINDS["infrastruktur"].models if code is not None)
RETIRED, PLANNED, CHANGING, HIDDEN = 0.04, 0.08, 0.05, 0.1
"""How many records are given up, are still to come, have a coming version; how much of security is not for all."""

Ids = dict[str, list[str]]
Record = dict[str, object]


@dataclass
class Maker:
    """Draws everything from ``chance``; ``ids`` by kind, and by kind and office in ``homes``."""

    chance: random.Random
    ids: Ids
    wording: Wording = field(init=False)
    homes: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    codes: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.wording = Wording(self.chance)
        offices = self.ids["perangkat-daerah"]
        for kind, names in self.ids.items():
            for number, name in enumerate(names):
                self.homes.setdefault((kind, offices[number % len(offices)]), []).append(name)
        for code in reference_architecture().nodes:
            self.codes.setdefault(code[:3], []).append(code)

    def own(self, kind: str, office: str, most: int, but: str = "") -> list[str]:
        """One to ``most`` records of ``kind`` that ``office`` owns, as far as it has any."""
        names = [name for name in self.homes.get((kind, office), []) if name != but]
        return sorted(self.chance.sample(names, min(len(names), self.chance.randint(1, most))))

    def shared(self, kind: str, odds: float, but: str = "") -> list[str]:
        """With ``odds`` one of the records of ``kind`` that are there for all."""
        name = self.chance.choice(self.ids[kind][:SHARED])
        return [name] if self.chance.random() < odds and name != but else []

    def code(self, kind: str) -> list[str]:
        """A code of the reference architecture, as most records have one."""
        known = self.codes.get(KINDS[kind].domain or "", [])
        return [self.chance.choice(known)] if known and self.chance.random() < 0.85 else []


def make_region(root: Path, records: int, seed: int = 1) -> None:
    """Write a region with about ``records`` records below ``root``; the same seed gives the same bytes."""
    counts = {kind: max(2, records * share // 100) for kind, share in SHARE.items()}
    counts["perangkat-daerah"] = max(2, records - sum(counts.values()))
    ids = {kind: [f"{kind}-{number}" for number in range(count)] for kind, count in counts.items()}
    maker = Maker(random.Random(seed), ids)  # noqa: S311  (nothing here is a secret)
    for kind in ("perangkat-daerah", *ARCHITECTURE, "peta-rencana", "bukti"):
        for number, name in enumerate(ids[kind]):
            _write(root / KINDS[kind].folder / f"{name}.yaml", _record(maker, kind, name, number))
    _write(root / "content/profil.yaml", {"nama": "Kabupaten Ukur", "jenis": "kabupaten", "contoh": "ya"})
    for year in YEARS:
        _assessment(maker, root / "indicators" / str(year), year)
    settings = "site_name: Ukur\nsite_url: https://ukur.example/\ndocs_dir: content\n"
    settings += "theme: {name: material, language: id}\nplugins: [spbe]\n"
    (root / "mkdocs.yml").write_text(settings, "utf-8")


def _record(maker: Maker, kind: str, name: str, number: int) -> Record:
    chance, wording, offices = maker.chance, maker.wording, maker.ids["perangkat-daerah"]
    about = wording.subject()
    record: Record = {"id": name, "nama": f"{about} {number}", "uraian": wording.sentences(3, about)}
    if kind == "perangkat-daerah":
        return record | {"nama": f"Dinas {about} {number}", "singkatan": f"D{number}"}
    office = offices[number % len(offices)]
    record["perangkat_daerah"] = office
    record["ditinjau"] = f"20{chance.randint(19, 25)}-0{chance.randint(1, 9)}-11"
    if kind == "bukti":
        return record | {"tanggal": record["ditinjau"], "berlaku_sampai": f"202{chance.randint(4, 9)}-12-31"}
    if kind == "peta-rencana":
        return record | _plan(maker, office, number)
    record |= {"referensi": maker.code(kind)} | _state(chance)
    make: dict[str, Callable[[], Record]] = {
        "proses-bisnis": lambda: {"sasaran": [wording.words(5)]},
        "layanan": lambda: {
            "proses_bisnis": maker.own("proses-bisnis", office, 2),
            "tujuan": wording.sentences(1, about),
        },
        "data": lambda: {
            "proses_bisnis": maker.own("proses-bisnis", office, 2),
            "layanan": maker.own("layanan", office, 2),
            "produsen": [office],
            "walidata": chance.choice((office, offices[0])),
        },
        "aplikasi": lambda: _application(maker, office, name, number, about),
        "infrastruktur": lambda: _infrastructure(maker, office, number),
        "keamanan": lambda: _security(maker, office, number),
    }
    return record | make[kind]()


def _once(*lists: list[str]) -> list[str]:
    return list(dict.fromkeys(name for names in lists for name in names))


def _state(chance: random.Random) -> Record:
    """Most run today; some only did, or will, or will change."""
    drawn = chance.random()
    if drawn < RETIRED:
        return {"keadaan": "dihentikan", "sejak": str(chance.randint(2019, 2025))}
    if drawn < RETIRED + PLANNED:
        return {"keadaan": "rencana", "sejak": str(chance.randint(2027, 2029))}
    if drawn < RETIRED + PLANNED + CHANGING:
        return {"rencana": {"uraian": "Akan diganti dengan yang dipakai bersama.", "sejak": "2028"}}
    return {}


def _application(maker: Maker, office: str, name: str, number: int, about: str) -> Record:
    chance, offices = maker.chance, maker.ids["perangkat-daerah"]
    for_all = number < SHARED
    others = chance.sample(offices, min(len(offices), 40 if for_all else chance.choice((1, 1, 2, 3))))
    partners = maker.own("aplikasi", office, 2, name) + maker.shared("aplikasi", 0.4, name)
    data = maker.own("data", office, 3)
    return {
        "nama": f"{maker.wording.form()} {about}",
        "jenis": "umum" if for_all else "khusus",
        "fungsi": maker.wording.sentences(1, about),
        "pengguna": sorted({office, *others}),
        "layanan": maker.own("layanan", office, 3),
        "data_dipakai": _once(data, maker.shared("data", 0.4)),
        "data_dihasilkan": maker.own("data", office, 2),
        "infrastruktur": _once(maker.own("infrastruktur", office, 1), maker.shared("infrastruktur", 0.3)),
        "integrasi": [
            {
                "aplikasi": partner,
                "arah": chance.choice(tuple(ARAH_INTEGRASI.nilai)),
                "jalur": chance.choice(tuple(JALUR_INTEGRASI.nilai)),
                "frekuensi": chance.choice(tuple(FREKUENSI.nilai)),
                "data": data[:1],
            }
            for partner in _once(partners)
        ],
    }


def _infrastructure(maker: Maker, office: str, number: int) -> Record:
    """The first ones are the data centre, network and so on of all; the others stand there and hang on it."""
    kind, known = _jenis(number), maker.ids["infrastruktur"]
    record: Record = {"jenis": kind}
    if kind == "jaringan-intra":
        return record | {"menghubungkan": maker.ids["perangkat-daerah"][:40]}
    if number < SHARED or kind == "perangkat-lunak-platform":
        return record
    record["fasilitas"] = [known[_JENIS.index("pusat-data")]]
    record["jaringan"] = [known[_JENIS.index("jaringan-intra")]]
    if kind == "server":
        for name in maker.homes["infrastruktur", office]:
            beside = _jenis(int(name.rpartition("-")[2]))
            if beside in BESIDE:
                record[BESIDE[beside]] = [name]
    return record


def _jenis(number: int) -> str:
    """The ``jenis`` of the infrastructure with this number."""
    return _JENIS[number] if number < SHARED else OFTEN[number % len(OFTEN)]


def _security(maker: Maker, office: str, number: int) -> Record:
    kinds = sorted(code for code in KINDS["keamanan"].models if code is not None)
    protected = {"aplikasi": maker.own("aplikasi", office, 3), "infrastruktur": maker.shared("infrastruktur", 0.2)}
    record: Record = {
        "jenis": kinds[number % len(kinds)],
        "tanggal": f"20{maker.chance.randint(20, 25)}-0{maker.chance.randint(1, 9)}-20",
        "melindungi": {kind: names for kind, names in protected.items() if names},
    }
    return record | ({"klasifikasi": "terbatas"} if maker.chance.random() < HIDDEN else {})


def _plan(maker: Maker, office: str, number: int) -> Record:
    changed = maker.own("aplikasi", office, 2)
    return {
        "kesenjangan": maker.wording.sentences(2),
        "mengubah": {"aplikasi": changed} if changed else {},
        "indikator": [f"{INSTRUMENT}/I{maker.chance.randint(1, 47)}"],
        "tahun_mulai": str(2024 + number % 3),
        "tahun_selesai": str(2027 + number % 3),
        "anggaran": str(maker.chance.randint(1, 900) * 10**6),
    }


def _assessment(maker: Maker, folder: Path, year: int) -> None:
    chance, wording, ids = maker.chance, maker.wording, maker.ids
    _write(folder / "penilaian.yaml", {"tahun": str(year), "instrumen": INSTRUMENT, "publikasi": {"status": "terbit"}})
    codes = [one.kode for one in shipped_instruments()[INSTRUMENT].all_indicators()]
    _write(folder / "nilai.yaml", {code: {"akhir": str(chance.randint(1, 5))} for code in codes})
    for code in codes:
        answer = {
            "perangkat_daerah": chance.choice(ids["perangkat-daerah"]),
            "nilai": {"mandiri": str(chance.randint(1, 5))},
            "fakta": wording.sentences(6),
            "analisis": wording.sentences(4),
            "bukti": sorted(chance.sample(ids["bukti"], min(3, len(ids["bukti"])))),
        }
        _write(folder / f"{code}.yaml", answer)


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=100), "utf-8")
