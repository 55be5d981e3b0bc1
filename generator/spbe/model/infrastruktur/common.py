"""What every infrastructure object has, whatever its ``jenis``."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.lists import ASAL_ANGGARAN, KEPEMILIKAN
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.unions import Jenis, jenis_field
from spbe.model.values import Daftar, Tahun, Teks

JENIS_INFRASTRUKTUR = Pilihan(
    "jenis infrastruktur",
    {
        "komputasi-awan": "Komputasi awan",
        "perangkat-lunak-platform": "Perangkat lunak platform",
        "server": "Server",
        "periferal": "Periferal",
        "media-penyimpanan": "Media penyimpanan",
        "perangkat-keamanan": "Perangkat keras keamanan",
        "perangkat-jaringan": "Perangkat keras jaringan",
        "splp": "Sistem penghubung layanan",
        "jaringan-intra": "Jaringan intra pemerintah",
        "pusat-kendali": "Pusat kendali",
        "pusat-komputasi": "Pusat komputasi",
        "pusat-data": "Pusat data",
    },
    {
        "cloud": "komputasi-awan",
        "cloud computing": "komputasi-awan",
        "government cloud": "komputasi-awan",
        "goverment cloud": "komputasi-awan",
        "perangkat lunak": "perangkat-lunak-platform",
        "sistem operasi": "perangkat-lunak-platform",
        "database": "perangkat-lunak-platform",
        "utilitas": "perangkat-lunak-platform",
        "software platform": "perangkat-lunak-platform",
        "perangkat keras server": "server",
        "peripheral": "periferal",
        "perangkat periferal": "periferal",
        "perangkat keras periferal": "periferal",
        "penyimpanan": "media-penyimpanan",
        "media penyimpan": "media-penyimpanan",
        "storage": "media-penyimpanan",
        "perangkat keras media penyimpanan": "media-penyimpanan",
        "perangkat keras penyimpanan": "media-penyimpanan",
        "perangkat keamanan jaringan": "perangkat-keamanan",
        "perangkat keras jaringan komputer": "perangkat-jaringan",
        "spl": "splp",
        "spld": "splp",
        "sistem penghubung layanan pemerintah": "splp",
        "sistem penghubung layanan spbe": "splp",
        "jip": "jaringan-intra",
        "jaringan intra instansi": "jaringan-intra",
        "jaringan intra spbe": "jaringan-intra",
        "command center": "pusat-kendali",
        "pusat komputasi instansi": "pusat-komputasi",
        "data center": "pusat-data",
        "data centre": "pusat-data",
        "pusat data nasional": "pusat-data",
    },
)
"""The twelve objects of SIA-SPBE. Laptops and printers are none of them and are not recorded."""


class ObjekInfrastruktur(Record):
    """The fields of every infrastructure object. Applications and protection point here, never the other way."""

    jenis: str | None = jenis_field(None)
    menggantikan: Daftar[Annotated[Id, Ref("infrastruktur", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID infrastruktur yang digantikan oleh ini.", default=()
    )
    fungsi: Teks | None = field("publik", "Fungsi", "Dipakai untuk apa.")
    kepemilikan: Annotated[str, KEPEMILIKAN] | None = field(
        "publik", "Kepemilikan", "Siapa pemiliknya.", group="pengelolaan", source="Kepemilikan", example="sendiri"
    )
    pemilik: Teks | None = field(
        "publik",
        "Nama pemilik",
        "Nama pemilik bila bukan perangkat daerah.",
        group="pengelolaan",
        source="Nama Pemilik",
    )
    pengelola: Teks | None = field(
        "opd",
        "Unit pengelola",
        "Siapa yang menjalankan sehari-hari.",
        group="pengelolaan",
        source="Unit Operasional (XLS)",
    )
    tahun_perolehan: Tahun | None = field(
        "publik", "Tahun perolehan", "Tahun dibeli, disewa, atau dibangun.", group="pengelolaan", example="2021"
    )
    asal_anggaran: Annotated[str, ASAL_ANGGARAN] | None = field(
        "publik", "Asal anggaran", "APBD, APBN, atau lainnya.", group="pengelolaan", source="Asal (DKI)", example="apbd"
    )


class InfrastrukturTanpaJenis(ObjekInfrastruktur):
    """An infrastructure object whose ``jenis`` has not been asked yet, is unknown, or is not in the list."""

    jenis: Annotated[None, Jenis(JENIS_INFRASTRUKTUR, None)] = jenis_field(None)
