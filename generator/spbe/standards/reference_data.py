"""Reads the reference architecture that ships with the program."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from spbe.standards.reference import (
    ReferenceArchitecture,
    ReferenceDomain,
    ReferenceNode,
    ReferenceSource,
    level_of,
)
from spbe.standards.resources import StandardsError, read_csv, read_yaml

CONFIRMED: Final = "terkonfirmasi"
"""The status of a code that is printed with its name in an official document."""

_CODE = re.compile(r"(RAB|RAL|RAD|RAA|RAI|RAK)(\.\d\d){1,3}")


@cache
def reference_architecture() -> ReferenceArchitecture:
    """The national reference architecture. Read and proved once per process, in some milliseconds.

    Raises:
        StandardsError: A shipped code is malformed, repeated, without parent, or of an undeclared status or source, or
            is called confirmed without an official document that says so.
    """
    notes = read_yaml("referensi-arsitektur.yaml")
    sources = {key: ReferenceSource(**entry) for key, entry in notes["sumber"].items()}
    return ReferenceArchitecture(
        nodes=MappingProxyType(_nodes(read_csv("referensi-arsitektur.csv"), notes["status"], sources)),
        domains=MappingProxyType({code: _domain(code, entry) for code, entry in notes["domain"].items()}),
        status=MappingProxyType(notes["status"]),
        sumber=MappingProxyType(sources),
        selisih=tuple(notes["selisih"]),
        judul=notes["judul"],
    )


def _domain(code: str, entry: Mapping[str, Any]) -> ReferenceDomain:
    return ReferenceDomain(
        kode=code,
        judul=entry["judul"],
        jenis=entry["jenis"],
        label=MappingProxyType({int(level): label for level, label in entry["label"].items()}),
        lengkap=int(entry["lengkap"]),
        tercetak=entry["tercetak"],
        catatan=entry.get("catatan", ""),
    )


def _nodes(
    rows: list[dict[str, str]], status: Mapping[str, str], sources: Mapping[str, ReferenceSource]
) -> dict[str, ReferenceNode]:
    nodes: dict[str, ReferenceNode] = {}
    for row in rows:
        code = row["kode"]
        level = level_of(code)
        parent = code.rpartition(".")[0] if level > 1 else None
        read_in = tuple(row["sumber"].split())
        if not _CODE.fullmatch(code) or str(level) != row["tingkat"] or not row["nama"]:
            raise StandardsError(f"referensi-arsitektur.csv: {code!r}: bad code, level or name")
        if code in nodes or (parent is not None and parent not in nodes):
            raise StandardsError(f"referensi-arsitektur.csv: {code!r}: repeated, or stands before its parent")
        if row["status"] not in status or not read_in or not all(source in sources for source in read_in):
            raise StandardsError(f"referensi-arsitektur.csv: {code!r}: unknown status or source")
        if row["status"] == CONFIRMED and not any(sources[source].peraturan for source in read_in):
            raise StandardsError(f"referensi-arsitektur.csv: {code!r}: confirmed by no official document")
        nodes[code] = ReferenceNode(
            code,
            row["nama"],
            level,
            row["status"],
            parent,
            read_in,
            row["nama_lain"],
            row["ejaan_sumber"],
            row["catatan"],
        )
    return nodes
