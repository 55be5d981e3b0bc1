"""What depends on what: which relation means that one record cannot do without another, declared once, with reasons.

A relation says that two records have to do with one another; only some say that one stops when the other does. Every
relation among the domains is either in ``RULES`` or in ``APART``, so a new field must be judged before it passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from spbe.i18n import mark as _
from spbe.model.kinds import KINDS

Dependent = Literal["source", "target", "arah"]
"""Which end needs the other: the record that holds the field, the one it names, or as the exchange's ``arah`` says."""


@dataclass(frozen=True, slots=True)
class DependenceRule:
    """What a relation means for dependence.

    ``field`` of records of ``kind`` (of some ``jenis`` only, if given) names records of ``other``.

    ``told`` and ``reason`` are Indonesian sentences for readers.
    """

    kind: str
    field: str
    other: str
    dependent: Dependent
    told: str
    reason: str
    jenis: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()

    def holds_for(self, jenis: str | None) -> bool:
        """Whether the rule speaks of records of this ``jenis``."""
        return (not self.jenis or jenis in self.jenis) and jenis not in self.but


_DEVICE = frozenset({"perangkat-jaringan"})
_REACHED = _("Perangkat dijangkau lewat jaringan.")
_ON = _("Infrastruktur bergantung pada tempat, jaringan, penyimpanan, dan perangkat lunak yang dipakainya.")

RULES: Final = (
    DependenceRule(
        "layanan",
        "proses_bisnis",
        "proses-bisnis",
        "target",
        _("Proses bisnis bergantung pada layanan yang mewujudkannya."),
        _("Tanpa layanan itu proses bisnis tidak sampai kepada penerimanya."),
    ),
    DependenceRule(
        "data",
        "proses_bisnis",
        "proses-bisnis",
        "target",
        _("Proses bisnis bergantung pada data yang dipakainya."),
        _("Proses bisnis memerlukan data sebagai bahan kerja dan keputusan."),
    ),
    DependenceRule(
        "data",
        "layanan",
        "layanan",
        "target",
        _("Layanan bergantung pada data yang mendukungnya."),
        _("Permohonan tidak dapat diperiksa tanpa datanya."),
    ),
    DependenceRule(
        "aplikasi",
        "layanan",
        "layanan",
        "target",
        _("Layanan bergantung pada aplikasi yang mendukungnya."),
        _("Layanan dijalankan dengan aplikasi itu."),
    ),
    DependenceRule(
        "aplikasi",
        "proses_bisnis",
        "proses-bisnis",
        "target",
        _("Proses bisnis bergantung pada aplikasi yang mendukungnya."),
        _("Proses bisnis dijalankan dengan aplikasi itu."),
    ),
    DependenceRule(
        "aplikasi",
        "data_dihasilkan",
        "data",
        "target",
        _("Data bergantung pada aplikasi yang menghasilkannya."),
        _("Data tidak lagi dimutakhirkan bila aplikasinya tidak berfungsi."),
    ),
    DependenceRule(
        "aplikasi",
        "data_dipakai",
        "data",
        "source",
        _("Aplikasi bergantung pada data yang dipakainya."),
        _("Aplikasi membaca data itu saat bekerja."),
    ),
    DependenceRule(
        "aplikasi",
        "infrastruktur",
        "infrastruktur",
        "source",
        _("Aplikasi bergantung pada infrastruktur tempat aplikasi itu ditempatkan."),
        _("Aplikasi tidak berfungsi bila server, komputasi awan, atau jaringannya terganggu."),
    ),
    DependenceRule(
        "aplikasi",
        "integrasi",
        "aplikasi",
        "arah",
        _("Aplikasi penerima bergantung pada aplikasi pengirim."),
        _("Penerima tidak mendapat data baru. Bila dua arah, keduanya saling bergantung."),
    ),
    DependenceRule(
        "infrastruktur", "fasilitas", "infrastruktur", "source", _ON, _("Perangkat padam bersama tempatnya.")
    ),
    DependenceRule("infrastruktur", "jaringan", "infrastruktur", "source", _ON, _REACHED, but=_DEVICE),
    DependenceRule(
        "infrastruktur",
        "jaringan",
        "infrastruktur",
        "target",
        _("Jaringan bergantung pada perangkat jaringan penyusunnya."),
        _("Jaringan tersusun dari switch, router, dan perangkat jaringan lain."),
        jenis=_DEVICE,
    ),
    DependenceRule("infrastruktur", "host", "infrastruktur", "source", _ON, _("Server virtual padam bersama hostnya.")),
    DependenceRule(
        "infrastruktur",
        "data",
        "data",
        "target",
        _("Data bergantung pada media tempatnya disimpan."),
        _("Data tidak terbaca bila medianya rusak."),
    ),
    DependenceRule(
        "infrastruktur", "media_penyimpanan", "infrastruktur", "source", _ON, _("Isi server disimpan di sana.")
    ),
    DependenceRule(
        "infrastruktur", "perangkat_lunak", "infrastruktur", "source", _ON, _("Server bekerja dengan perangkat itu.")
    ),
    DependenceRule(
        "infrastruktur", "splp", "infrastruktur", "source", _ON, _("Layanan awan dihubungkan lewat penghubung itu.")
    ),
)
"""Relations that make one record need another."""

DOMAINS: Final = tuple(slug for slug in KINDS if any(slug in {rule.kind, rule.other} for rule in RULES))
"""The kinds of which records stop and make others stop; security protects and stops nothing."""

CARRIED: Final[Mapping[str, tuple[str, ...]]] = {"infrastruktur": ("infrastruktur", "aplikasi"), "data": ("aplikasi",)}
"""What leads on at once: whoever needs a carried record feels at once that its carrier stopped."""

APART: Final = {
    ("keamanan", "melindungi"): _("Kehilangan pelindung membuat rawan, tetapi tidak menghentikan."),
    ("keamanan", "bukti"): _("Bukti menerangkan dan tidak menghentikan apa pun."),
    ("infrastruktur", "perangkat_jaringan"): _("Perangkat keamanan melindungi; jaringan tetap bekerja tanpanya."),
    ("aplikasi", "integrasi_luar"): _("Mitra di luar katalog tidak punya catatan yang bergantung."),
    ("aplikasi", "integrasi>data"): _("Arah pertukaran sudah dihitung antara kedua aplikasinya."),
    ("data", "interoperabel_dengan"): _("Data yang dapat dipadankan tidak saling memerlukan."),
    ("*", "menggantikan"): _("Pengganti tidak bergantung pada yang digantikannya."),
}
"""Relations that are none: ``(kind, field)``, ``*`` for every kind, ``>`` before the kind of the other end."""

USERS: Final = (
    ("*", "perangkat_daerah"),
    ("aplikasi", "pengguna"),
    ("aplikasi", "pelanggan_data"),
    ("layanan", "pelaksana"),
    ("infrastruktur", "menghubungkan"),
)
"""Fields that name the offices which feel it when the record stops: who owns, uses, executes, or is connected."""


def feels(kind: str, field: str) -> bool:
    """Whether an office that records of ``kind`` name in ``field`` feels it when such a record stops."""
    return ("*", field) in USERS or (kind, field) in USERS
