"""Evidence: the documents that answers to indicators rest on, reused by many indicators and years."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Berkas, Sha256, Tautan
from spbe.model.record import Entri
from spbe.model.values import Tanggal, Teks

JENIS_BUKTI = Pilihan(
    "jenis bukti",
    {
        "peraturan": "Peraturan",
        "keputusan": "Keputusan",
        "pedoman": "Pedoman atau prosedur",
        "rencana": "Dokumen perencanaan",
        "laporan": "Laporan",
        "berita-acara": "Berita acara atau notula",
        "surat": "Surat atau nota dinas",
        "perjanjian": "Perjanjian atau kontrak",
        "sertifikat": "Sertifikat",
        "dokumen-teknis": "Dokumen teknis",
        "tangkapan-layar": "Tangkapan layar",
        "foto": "Foto",
        "lainnya": "Lainnya",
    },
    {
        "perda": "peraturan",
        "perwali": "peraturan",
        "perbup": "peraturan",
        "pergub": "peraturan",
        "peraturan daerah": "peraturan",
        "peraturan kepala daerah": "peraturan",
        "sk": "keputusan",
        "surat keputusan": "keputusan",
        "sop": "pedoman",
        "prosedur": "pedoman",
        "juknis": "pedoman",
        "notula": "berita-acara",
        "notulen": "berita-acara",
        "berita acara": "berita-acara",
        "surat edaran": "surat",
        "undangan": "surat",
        "nota dinas": "surat",
        "mou": "perjanjian",
        "pks": "perjanjian",
        "kontrak": "perjanjian",
        "screenshot": "tangkapan-layar",
        "dokumentasi": "foto",
    },
)


ASAL_BUKTI = Pilihan(
    "asal bukti",
    {
        "jdih": "JDIH",
        "aplikasi": "Aplikasi",
        "arsip-opd": "Arsip perangkat daerah",
        "pihak-luar": "Instansi atau pihak lain",
        "lainnya": "Lainnya",
    },
    {"arsip": "arsip-opd", "sistem": "aplikasi", "instansi lain": "pihak-luar", "pihak ketiga": "pihak-luar"},
)
"""Where a document was got."""


class Bukti(Entri):
    """A document that proves something: at an address (``tautan``) or in ``content/lampiran`` (``berkas``)."""

    jenis: Annotated[str, JENIS_BUKTI] | None = field(
        "publik", "Jenis", "Peraturan, keputusan, laporan, dan seterusnya.", example="peraturan"
    )
    nomor: Teks | None = field("publik", "Nomor", "Nomor dokumen.", example="12 Tahun 2022")
    asal: Annotated[str, ASAL_BUKTI] | None = field(
        "publik",
        "Asal",
        "Dari mana bukti diperoleh: jdih, aplikasi, arsip-opd, pihak-luar, atau lainnya; rinciannya pada `sumber`.",
        example="jdih",
    )
    tanggal: Tanggal | None = field("publik", "Tanggal", "Tanggal dokumen ditetapkan.", example="2022-03-14")
    penerbit: Teks | None = field("publik", "Penerbit", "Siapa yang menetapkan atau menerbitkan.", example="Wali Kota")
    berlaku_sampai: Tanggal | None = field(
        "publik",
        "Berlaku sampai",
        "Tanggal akhir berlaku; kosong bila tanpa batas.",
        group="pengelolaan",
        example="2026-12-31",
    )
    tautan: Tautan | None = field("publik", "Tautan", "Alamat dokumen yang dapat dibuka umum.")
    berkas: Berkas | None = field(
        "publik", "Berkas", "Letak berkas di bawah content/lampiran.", example="peraturan/perwali-12-2022.pdf"
    )
    sha256: Sha256 | None = field("publik", "Nilai hash SHA-256", "Nilai hash berkas, agar perubahan isinya ketahuan.")
