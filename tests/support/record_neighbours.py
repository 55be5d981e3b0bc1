"""What stands next to a record of the sample, found in its YAML: the explorer must show exactly this."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from spbe.model.base import fields_of
from spbe.model.kinds import KINDS
from spbe.model.references import Ref, RefByKind, direct_references


def _declared(shape: type[Ref | RefByKind]) -> Iterator[tuple[str, str, Any]]:
    for slug in NAMES:
        for model in KINDS[slug].models.values():
            for name, marker in direct_references(model).items():
                if isinstance(marker, shape) and fields_of(model)[name].kelas == "publik":
                    yield slug, name, marker


NAMES: dict[str, dict[str, str]] = {slug: {} for slug, kind in KINDS.items() if kind.is_architecture}
"""The public fields that name other records, by kind, with the kind of those records."""
for _slug, _name, _marker in _declared(Ref):
    NAMES[_slug][_name] = _marker.kind
BY_KIND = {name for _slug, name, _marker in _declared(RefByKind)}
"""Fields whose values are themselves keyed by kind."""

Key = tuple[str, str]


@cache
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


@cache
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
    for field, target in NAMES[kind].items():
        yield from ((target, one) for one in _listed(record.get(field)))
    for field in BY_KIND & record.keys():
        for target, names in record[field].items() if isinstance(record[field], dict) else ():
            yield from ((target, one) for one in _listed(names))
    for exchange in record.get("integrasi", ()) if isinstance(record.get("integrasi", ()), list) else ():
        yield "aplikasi", exchange["aplikasi"]
        yield from (("data", one) for one in _listed(exchange.get("data")))
    for outside in record.get("integrasi_luar", ()):
        yield from (("data", one) for one in _listed(outside.get("data")))


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []
