"""Platforms: cloud services, and the software on which applications are built."""

from __future__ import annotations

from typing import Annotated, Literal

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.infrastruktur.common import JENIS_INFRASTRUKTUR, ObjekInfrastruktur
from spbe.model.lists import LISENSI
from spbe.model.references import Ref
from spbe.model.unions import Jenis, jenis_field
from spbe.model.values import Daftar, Rupiah, Tanggal, Teks

TIPE_KOMPUTASI_AWAN = Pilihan(
    "tipe komputasi awan",
    {
        "iaas": "Infrastruktur (IaaS)",
        "paas": "Platform (PaaS)",
        "saas": "Perangkat lunak (SaaS)",
        "bdaas": "Mahadata (BDaaS)",
        "secaas": "Keamanan (SECaaS)",
        "lainnya": "Lainnya",
    },
    {
        "infrastructure as a service": "iaas",
        "platform as a service": "paas",
        "software as a service": "saas",
        "big data as a service": "bdaas",
        "security as a service": "secaas",
    },
)

KATEGORI_PERANGKAT_LUNAK = Pilihan(
    "kategori perangkat lunak platform",
    {"sistem-operasi": "Sistem operasi", "basis-data": "Basis data", "utilitas": "Utilitas"},
    {"so": "sistem-operasi", "os": "sistem-operasi", "operating system": "sistem-operasi", "database": "basis-data"},
)

TIPE_PERANGKAT_LUNAK = Pilihan(
    "tipe perangkat lunak platform",
    {
        "linux": "Linux",
        "windows": "Windows",
        "unix": "Unix",
        "macos": "macOS",
        "dos": "DOS",
        "so-jaringan": "Sistem operasi jaringan",
        "mainframe": "Sistem operasi mainframe",
        "relasional": "Basis data relasional",
        "nosql": "Basis data NoSQL",
        "dalam-memori": "Basis data dalam memori",
        "lainnya": "Lainnya",
    },
    {
        "networking os": "so-jaringan",
        "network os": "so-jaringan",
        "mainframe os": "mainframe",
        "relational": "relasional",
        "relational database": "relasional",
        "memory stored": "dalam-memori",
        "in memory": "dalam-memori",
    },
)

MASA_LISENSI = Pilihan(
    "masa lisensi",
    {"seumur-hidup": "Seumur hidup", "berkala": "Berkala"},
    {"selamanya": "seumur-hidup", "perpetual": "seumur-hidup", "periodik": "berkala", "langganan": "berkala"},
)


class KomputasiAwan(ObjekInfrastruktur):
    """A cloud service, the government's or another's. Who uses it is told by the applications."""

    jenis: Annotated[Literal["komputasi-awan"], Jenis(JENIS_INFRASTRUKTUR, "komputasi-awan")] = jenis_field(
        "komputasi-awan", "Komputasi Awan"
    )
    tipe: Annotated[str, TIPE_KOMPUTASI_AWAN] | None = field(
        "publik", "Tipe", "IaaS, PaaS, SaaS, …", source="Tipe Government Cloud", example="saas"
    )
    biaya: Rupiah | None = field(
        "publik", "Biaya", "Biaya setahun dalam rupiah.", group="pengelolaan", source="Biaya", example="48000000"
    )
    pengembang: Teks | None = field(
        "publik",
        "Unit pengembang",
        "Siapa yang membangun.",
        group="pengelolaan",
        source="Unit Pengembang Government Cloud",
    )
    jangka_waktu: Teks | None = field(
        "publik",
        "Jangka waktu",
        "Lama atau akhir masa sewa.",
        group="pengelolaan",
        source="Jangka Waktu (XLS)",
        example="1 tahun",
    )
    fasilitas: Daftar[Annotated[Id, Ref("infrastruktur", "Berada di", "Menampung")]] = field(
        "opd",
        "Fasilitas komputasi",
        "ID pusat data tempat layanan awan berjalan.",
        source="Fasilitas Komputasi",
        default=(),
    )
    splp: Daftar[Annotated[Id, Ref("infrastruktur", "Terhubung lewat penghubung", "Menghubungkan layanan awan")]] = (
        field(
            "opd", "Sistem penghubung layanan", "ID sistem penghubung layanan yang dipakai.", source="SPLP", default=()
        )
    )
    jaringan: Daftar[Annotated[Id, Ref("infrastruktur", "Terhubung ke jaringan", "Menghubungkan perangkat")]] = field(
        "opd", "Jaringan", "ID jaringan intra yang menghubungkannya.", source="Jaringan Intra", default=()
    )


class PerangkatLunakPlatform(ObjekInfrastruktur):
    """An operating system, database system or utility. Where it is installed is told by the servers."""

    jenis: Annotated[Literal["perangkat-lunak-platform"], Jenis(JENIS_INFRASTRUKTUR, "perangkat-lunak-platform")] = (
        jenis_field("perangkat-lunak-platform", "Perangkat Lunak")
    )
    kategori: Annotated[str, KATEGORI_PERANGKAT_LUNAK] | None = field(
        "publik",
        "Kategori",
        "sistem-operasi, basis-data, atau utilitas.",
        source="Perangkat Lunak: SO / Database / Utilitas",
        example="basis-data",
    )
    tipe: Annotated[str, TIPE_PERANGKAT_LUNAK] | None = field(
        "opd", "Tipe", "Keluarga sistem operasi atau basis data.", source="Jenis", example="relasional"
    )
    jenis_utilitas: Teks | None = field(
        "opd", "Jenis utilitas", "Jenis sistem utilitas.", source="Jenis Sistem Utilitas", example="Virtualisasi"
    )
    versi: Teks | None = field("opd", "Versi", "Versi yang terpasang.")
    lisensi: Annotated[str, LISENSI] | None = field(
        "publik", "Tipe lisensi", "Sumber terbuka atau berpemilik.", group="pengelolaan", source="Lisensi"
    )
    masa_lisensi: Annotated[str, MASA_LISENSI] | None = field(
        "publik",
        "Masa lisensi",
        "seumur-hidup atau berkala.",
        group="pengelolaan",
        source="Lisensi (DKI)",
        example="berkala",
    )
    berlaku_sampai: Tanggal | None = field(
        "opd",
        "Berlaku sampai",
        "Akhir masa lisensi atau dukungan.",
        group="pengelolaan",
        source="Validitas",
        example="2027-12",
    )
