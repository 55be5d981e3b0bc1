"""Reasons for and against a likeness, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spbe.catalogue.similarity import ApplicationPair, Reason
from spbe.i18n import gettext as _
from spbe.i18n import mark
from spbe.region import Region
from spbe.site.addresses import record_address
from spbe.standards.reference import ReferenceArchitecture

LABELS = {
    "nama-sama": mark("nama sama"),
    "alamat": mark("alamat sama"),
    "singkatan": mark("nama yang satu singkatan nama yang lain"),
    "data": mark("menghasilkan data yang sama"),
    "kode": mark("kode referensi sama"),
    "nama-mirip": mark("nama mirip"),
    "layanan": mark("mendukung layanan yang sama"),
    "fungsi": mark("layanannya berfungsi sama"),
    "uraian": mark("uraian mirip, antara lain kata"),
    "bertukar": mark("keduanya bertukar data, jadi mungkin saling melengkapi"),
    "disebut": mark("uraian yang satu menyebut yang lain, jadi bedanya mungkin disengaja"),
    "layanan-lain": mark("layanan yang didukung berbeda"),
    "kantor-sama": mark("pemiliknya sama, jadi mungkin pembagian tugas"),
}
"""What each reason is called."""


@dataclass(frozen=True)
class OverlapReason:
    """One reason: its name, the evidence in words, the evidence as names with addresses, and whether it is against."""

    label: str
    words: str
    links: tuple[tuple[str, str], ...]
    against: bool


def told(region: Region, pair: ApplicationPair | None) -> tuple[OverlapReason, ...]:
    """The reasons of ``pair`` in words, those that weigh most first and those against last."""
    if pair is None:
        return ()
    return tuple(
        OverlapReason(
            _(LABELS[reason.code]),
            _evidence(region, pair, reason),
            tuple((region.name(node), record_address(node)) for node in reason.nodes),
            reason.points < 0,
        )
        for reason in sorted(pair.reasons, key=lambda reason: -reason.points)
    )


def explained(points: Mapping[str, int]) -> list[tuple[str, str]]:
    """Every reason with what it is worth, signed."""
    return [(_(LABELS[code]), f"+{worth}" if worth > 0 else f"−{-worth}") for code, worth in points.items()]


def _evidence(region: Region, pair: ApplicationPair, reason: Reason) -> str:
    if reason.code in {"nama-sama", "nama-mirip", "singkatan"}:
        return f"{region.name(pair.one)} / {region.name(pair.other)}"
    if reason.code in {"kode", "fungsi"}:
        return "; ".join(_named(region.reference, code) for code in reason.words)
    return ", ".join(reason.words)


def _named(reference: ReferenceArchitecture, code: str) -> str:
    return f"{code} {reference.nodes[code].nama}" if code in reference.nodes else code
