"""How records of each kind are shown: columns of their list, their sentence, what stops.

What else is said of a kind is declared with it in :mod:`spbe.model.kinds`; nothing of the site keeps a table by kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from spbe.i18n import gettext, mark
from spbe.model.kinds import OFFICE


@dataclass(frozen=True, slots=True)
class RelatedCount:
    """A column that counts records of ``kind`` related in ``field``: those the record names, or ``naming`` it."""

    heading: str
    field: str
    kind: str
    naming: bool
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the sentence about a record.

    ``words`` are said of the records at the other end of ``relation``, named as read from the record.
    """

    relation: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPresentation:
    """How records of one kind are shown. Words are Indonesian, marked for translation."""

    columns: tuple[RelatedCount, ...] = ()
    """The relations that readers of its list sort by."""
    typed_by: str = "jenis"
    """The field whose codes are the keys of ``heads`` and ``stops``."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """How the sentence begins, by code, ``""`` for all others; a kind without has no sentence."""
    owned: str = mark("{awal} milik {pemilik}")
    """How the sentence goes on with the owner."""
    serves: str | None = None
    """The field that says for whom it is."""
    clauses: tuple[Clause, ...] = ()
    asked_first: tuple[str, ...] = ()
    """The fields that residents come for: told at the head of the page, before codes, which are folded there."""
    stops: Mapping[str, str] = field(default_factory=dict)
    """The heading of what stops with it, by code, ``""`` for all others; a kind without has no such list."""
    stops_first: tuple[str, ...] = ("layanan", OFFICE)
    """The kinds that are told first of what stops with it; of others only numbers."""
    codes_group_types: bool = False
    """Whether codes of its reference domain group types: there several offices at one code are no sign of a double."""
    hit_order: int = 5
    """Which of several records that search finds by their names comes first: that of the lowest number."""
    step: str = "{nama}"
    """A record on a path from one to another; where its name alone says what it is, the name."""


PRESENTATIONS: Final[dict[str, KindPresentation]] = {
    OFFICE: KindPresentation(
        hit_order=2,
        columns=(
            RelatedCount(mark("Aplikasi dimiliki"), "perangkat_daerah", "aplikasi", naming=True),
            RelatedCount(mark("Aplikasi dipakai"), "pengguna", "aplikasi", naming=True),
            RelatedCount(mark("Layanan"), "perangkat_daerah", "layanan", naming=True),
            RelatedCount(mark("Data dan informasi"), "perangkat_daerah", "data", naming=True, extra=True),
            RelatedCount(mark("Infrastruktur"), "perangkat_daerah", "infrastruktur", naming=True, extra=True),
        ),
    ),
    "proses-bisnis": KindPresentation(
        columns=(
            RelatedCount(mark("Layanan"), "proses_bisnis", "layanan", naming=True),
            RelatedCount(mark("Data dan informasi"), "proses_bisnis", "data", naming=True, extra=True),
        ),
        heads={
            "": mark("{nama} adalah proses bisnis"),
        },
        clauses=(
            Clause("Diwujudkan layanan", mark("diwujudkan oleh {apa}")),
            Clause("Memakai data", mark("memakai {apa}")),
        ),
        step=mark("proses bisnis {nama}"),
    ),
    "layanan": KindPresentation(
        hit_order=0,
        columns=(
            RelatedCount(mark("Aplikasi"), "layanan", "aplikasi", naming=True),
            RelatedCount(mark("Proses bisnis"), "proses_bisnis", "proses-bisnis", naming=False, extra=True),
            RelatedCount(mark("Data dan informasi"), "layanan", "data", naming=True, extra=True),
        ),
        typed_by="metode",
        heads={
            "": mark("{nama} adalah layanan"),
            "elektronik": mark("{nama} adalah layanan elektronik"),
            "campuran": mark("{nama} adalah layanan elektronik dan tatap muka"),
            "tatap-muka": mark("{nama} adalah layanan tatap muka"),
        },
        serves="target",
        asked_first=("tautan", "tempat", "biaya", "jangka_waktu", "persyaratan"),
        clauses=(
            Clause("Didukung aplikasi", mark("didukung {apa}")),
            Clause("Didukung data", mark("memakai {apa}")),
            Clause("Dilaksanakan oleh", mark("dilaksanakan bersama {apa}")),
        ),
        stops={
            "": mark("Dampak bila layanan ini terganggu"),
        },
        stops_first=("proses-bisnis", OFFICE),
        step=mark("layanan {nama}"),
    ),
    "data": KindPresentation(
        columns=(
            RelatedCount(mark("Aplikasi pemakai"), "data_dipakai", "aplikasi", naming=True),
            RelatedCount(mark("Aplikasi penghasil"), "data_dihasilkan", "aplikasi", naming=True, extra=True),
            RelatedCount(mark("Layanan"), "layanan", "layanan", naming=False, extra=True),
        ),
        heads={
            "": mark("{nama} adalah data"),
            "statistik": mark("{nama} adalah data statistik"),
            "geospasial": mark("{nama} adalah data geospasial"),
            "keuangan": mark("{nama} adalah data keuangan"),
            "induk": mark("{nama} adalah data induk"),
        },
        clauses=(
            Clause("Diproduksi oleh", mark("diproduksi {apa}")),
            Clause("Dipakai aplikasi", mark("dipakai {apa}")),
            Clause("Mendukung layanan", mark("mendukung {apa}")),
        ),
        stops={
            "": mark("Jika data ini tidak tersedia"),
        },
        step=mark("data {nama}"),
    ),
    "aplikasi": KindPresentation(
        hit_order=1,
        columns=(
            RelatedCount(mark("Layanan"), "layanan", "layanan", naming=False),
            RelatedCount(mark("Perangkat daerah pengguna"), "pengguna", OFFICE, naming=False, extra=True),
            RelatedCount(mark("Aplikasi terhubung"), "integrasi", "aplikasi", naming=False, extra=True),
            RelatedCount(mark("Infrastruktur"), "infrastruktur", "infrastruktur", naming=False, extra=True),
        ),
        codes_group_types=True,
        heads={
            "": mark("{nama} adalah aplikasi"),
            "umum": mark("{nama} adalah aplikasi umum"),
            "pusat": mark("{nama} adalah aplikasi instansi pusat"),
            "khusus": mark("{nama} adalah aplikasi khusus"),
        },
        clauses=(
            Clause("Mendukung layanan", mark("mendukung {apa}")),
            Clause("Dipakai oleh", mark("dipakai {apa}")),
        ),
        stops={
            "": mark("Dampak bila aplikasi ini terganggu"),
        },
        step=mark("aplikasi {nama}"),
    ),
    "infrastruktur": KindPresentation(
        columns=(RelatedCount(mark("Aplikasi"), "infrastruktur", "aplikasi", naming=True),),
        codes_group_types=True,
        heads={
            "": mark("{nama} adalah infrastruktur"),
            "komputasi-awan": mark("{nama} adalah layanan komputasi awan"),
            "perangkat-lunak-platform": mark("{nama} adalah perangkat lunak platform"),
            "server": mark("{nama} adalah server"),
            "periferal": mark("{nama} adalah perangkat periferal"),
            "media-penyimpanan": mark("{nama} adalah media penyimpanan"),
            "perangkat-keamanan": mark("{nama} adalah perangkat keras keamanan"),
            "perangkat-jaringan": mark("{nama} adalah perangkat jaringan"),
            "splp": mark("{nama} adalah sistem penghubung layanan"),
            "jaringan-intra": mark("{nama} adalah jaringan intra pemerintah"),
            "pusat-kendali": mark("{nama} adalah pusat kendali"),
            "pusat-komputasi": mark("{nama} adalah pusat komputasi"),
            "pusat-data": mark("{nama} adalah pusat data"),
        },
        clauses=(
            Clause("Menjalankan aplikasi", mark("dipakai {apa}")),
            Clause("Menampung", mark("menampung {apa}")),
            Clause("Terpasang pada", mark("terpasang pada {apa}")),
            Clause("Menghubungkan", mark("menghubungkan {apa}")),
        ),
        stops={
            "": mark("Dampak bila infrastruktur ini terganggu"),
            "komputasi-awan": mark("Dampak bila layanan awan ini terganggu"),
            "perangkat-lunak-platform": mark("Dampak bila perangkat lunak ini terganggu"),
            "server": mark("Dampak bila server ini terganggu"),
            "periferal": mark("Dampak bila perangkat ini terganggu"),
            "media-penyimpanan": mark("Dampak bila media penyimpanan ini terganggu"),
            "perangkat-keamanan": mark("Dampak bila perangkat ini terganggu"),
            "perangkat-jaringan": mark("Dampak bila perangkat jaringan ini terganggu"),
            "splp": mark("Dampak bila penghubung layanan ini terganggu"),
            "jaringan-intra": mark("Jika jaringan ini terputus"),
            "pusat-kendali": mark("Dampak bila pusat kendali ini terganggu"),
            "pusat-komputasi": mark("Dampak bila pusat komputasi ini terganggu"),
            "pusat-data": mark("Dampak bila pusat data ini terganggu"),
        },
    ),
    "keamanan": KindPresentation(
        columns=(
            RelatedCount(mark("Aplikasi dilindungi"), "melindungi", "aplikasi", naming=False),
            RelatedCount(mark("Data dilindungi"), "melindungi", "data", naming=False, extra=True),
            RelatedCount(mark("Infrastruktur dilindungi"), "melindungi", "infrastruktur", naming=False, extra=True),
        ),
        codes_group_types=True,
        heads={
            "": mark("{nama} adalah catatan keamanan"),
            "standar": mark("{nama} adalah standar keamanan"),
            "edukasi": mark("{nama} adalah kegiatan edukasi keamanan"),
            "kerentanan": mark("{nama} adalah pemeriksaan kerentanan"),
            "peningkatan": mark("{nama} adalah kegiatan peningkatan keamanan"),
            "insiden": mark("{nama} adalah penanganan insiden keamanan"),
            "audit": mark("{nama} adalah audit keamanan"),
            "kelaikan": mark("{nama} adalah pernyataan kelaikan keamanan"),
        },
        owned=mark("{awal} oleh {pemilik}"),
        clauses=(Clause("Melindungi", mark("mencakup {apa}")),),
    ),
    "peta-rencana": KindPresentation(hit_order=7),
    "risiko": KindPresentation(),
    "bukti": KindPresentation(hit_order=8),
}
"""Every kind, by slug."""


def step_name(kind: str, name: str) -> str:
    """``name`` of a record after the word for its ``kind``, unless it begins with that itself."""
    words = gettext(PRESENTATIONS[kind].step)
    return name if name.casefold().startswith(words.partition("{nama}")[0].casefold()) else words.format(nama=name)
