"""What stands next to a record of the sample, found in its YAML by hand: the explorer must show exactly this."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

EVERY = {"perangkat_daerah": "perangkat-daerah"}
NAMES = {
    "perangkat-daerah": {"induk": "perangkat-daerah", "menggantikan": "perangkat-daerah"},
    "proses-bisnis": {"menggantikan": "proses-bisnis", "pelaksana": "perangkat-daerah"},
    "layanan": {"menggantikan": "layanan", "proses_bisnis": "proses-bisnis", "pelaksana": "perangkat-daerah"},
    "data": {
        "menggantikan": "data",
        "proses_bisnis": "proses-bisnis",
        "layanan": "layanan",
        "produsen": "perangkat-daerah",
        "wali_data": "perangkat-daerah",
        "interoperabel_dengan": "data",
    },
    "aplikasi": {
        "menggantikan": "aplikasi",
        "pengguna": "perangkat-daerah",
        "layanan": "layanan",
        "data_dipakai": "data",
        "data_dihasilkan": "data",
        "infrastruktur": "infrastruktur",
    },
    "infrastruktur": {"menggantikan": "infrastruktur", "menghubungkan": "perangkat-daerah"},
    "keamanan": {"menggantikan": "keamanan"},
    "peta-rencana": {"menggantikan": "peta-rencana", "pelaksana": "perangkat-daerah"},
}
"""The public fields that name other records, by kind, with the kind of those records."""
BY_KIND = {"melindungi", "membuat", "mengubah"}
"""Fields whose values are themselves keyed by kind."""

Key = tuple[str, str]


def records_in(root: Path) -> dict[Key, dict[str, Any]]:
    """Every record below ``architecture/`` that all may see, as written, by kind and id."""
    found: dict[Key, dict[str, Any]] = {}
    for kind in NAMES:
        for path in sorted((root / "architecture" / kind).rglob("*.yaml")):
            written = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
            for record in written if isinstance(written, list) else [written]:
                if record.get("klasifikasi", "terbuka") == "terbuka":
                    found[kind, record["id"]] = record
    return found


def neighbours(root: Path) -> dict[Key, set[Key]]:
    """For every record all that it names or that name it, plans included."""
    records = records_in(root)
    former = {(kind, old): (kind, name) for (kind, name), one in records.items() for old in one.get("dahulu", [])}
    found: dict[Key, set[Key]] = {key: set() for key in records}
    for key, record in records.items():
        for written in (record, record.get("rencana") or {}):
            for named in _named(key[0], written):
                other = named if named in records else former.get(named)
                if other and other != key:
                    found[key].add(other)
                    found[other].add(key)
    return found


def _named(kind: str, record: dict[str, Any]) -> Iterator[Key]:
    for field, target in {**EVERY, **NAMES[kind]}.items():
        yield from ((target, one) for one in _listed(record.get(field)))
    for field in BY_KIND & record.keys():
        for target, names in record[field].items() if isinstance(record[field], dict) else ():
            yield from ((target, one) for one in _listed(names))
    for exchange in record.get("integrasi", ()) if isinstance(record.get("integrasi", ()), list) else ():
        yield "aplikasi", exchange["aplikasi"]
        yield from (("data", one) for one in _listed(exchange.get("data")))


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []
