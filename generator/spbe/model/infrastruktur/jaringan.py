"""What connects: the intra-government network, and the system that links services of applications (SPL, SPLP)."""

from __future__ import annotations

from typing import Annotated, Literal

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.infrastruktur.common import JENIS_INFRASTRUKTUR, ObjekInfrastruktur
from spbe.model.references import Ref
from spbe.model.unions import Jenis, jenis_field
from spbe.model.values import Daftar, Teks

TIPE_JARINGAN = Pilihan(
    "tipe jaringan",
    {"intranet": "Intranet", "internet": "Internet", "sdwan": "SD-WAN"},
    {"software defined wan": "sdwan", "intra": "intranet"},
)

MEDIA_JARINGAN = Pilihan(
    "media jaringan",
    {
        "serat-optik": "Serat optik",
        "koaksial": "Kabel koaksial",
        "gelombang-mikro": "Gelombang mikro nirkabel",
        "vsat": "VSAT",
        "lainnya": "Lainnya",
    },
    {
        "fiber optic": "serat-optik",
        "fiber optik": "serat-optik",
        "fo": "serat-optik",
        "coaxial": "koaksial",
        "wireless microwave": "gelombang-mikro",
        "wireless": "gelombang-mikro",
        "satelit": "vsat",
    },
)

PERAN_JARINGAN = Pilihan(
    "peran jaringan",
    {"utama": "Utama", "cadangan": "Cadangan"},
    {"primary": "utama", "primer": "utama", "backup": "cadangan", "back up": "cadangan"},
)


JENIS_PENGHUBUNG = Pilihan(
    "jenis penghubung layanan",
    {
        "splp": "SPLP, penghubung nasional",
        "spl": "SPL, penghubung instansi pusat atau pemerintah daerah",
        "non-pemerintah": "Penghubung bukan milik pemerintah",
    },
    {
        "nasional": "splp",
        "sistem penghubung layanan pemerintah": "splp",
        "spld": "spl",
        "daerah": "spl",
        "sistem penghubung non pemerintah": "non-pemerintah",
    },
)
"""SPLP links the links of agencies with one another, SPL the applications of one agency (Perpres 95/2018, Pasal 27)."""


class JaringanIntra(ObjekInfrastruktur):
    """A network. Which devices and facilities it connects is told by these."""

    jenis: Annotated[Literal["jaringan-intra"], Jenis(JENIS_INFRASTRUKTUR, "jaringan-intra")] = jenis_field(
        "jaringan-intra", "Jaringan Intra"
    )
    tipe: Annotated[str, TIPE_JARINGAN] | None = field(
        "publik", "Tipe", "intranet, internet, atau sdwan.", source="Jenis Jaringan", example="intranet"
    )
    media: Daftar[Annotated[str, MEDIA_JARINGAN]] = field(
        "opd", "Media", "Media penghantar.", source="Media", example="serat-optik", default=()
    )
    media_lainnya: Teks | None = field(
        "opd", "Media lainnya", "Media yang tidak ada pada daftar.", source="Media Lainnya"
    )
    bandwidth: Teks | None = field(
        "opd", "Bandwidth", "Bandwidth jaringan ini.", source="Bandwidth", example="100 Mbps"
    )
    peran: Annotated[str, PERAN_JARINGAN] | None = field(
        "opd", "Peran", "utama atau cadangan.", source="Primary/Backup", example="utama"
    )
    penyedia: Teks | None = field("opd", "Penyedia", "Penyedia jasa jaringan.")
    menghubungkan: Daftar[Annotated[Id, Ref("perangkat-daerah", "Menghubungkan", "Terhubung lewat jaringan")]] = field(
        "publik", "Perangkat daerah terhubung", "ID setiap OPD yang terhubung.", source="Instansi", default=()
    )


class Splp(ObjekInfrastruktur):
    """A service link, a region's own or the nation's. The applications that it links are told by the applications."""

    jenis: Annotated[Literal["splp"], Jenis(JENIS_INFRASTRUKTUR, "splp")] = jenis_field("splp", "SPLP")
    penghubung: Annotated[str, JENIS_PENGHUBUNG] | None = field(
        "publik",
        "Jenis penghubung",
        "splp (nasional), spl (instansi atau daerah), atau non-pemerintah.",
        source="Jenis Sistem Penghubung",
        example="spl",
    )
    tipe: Teks | None = field("publik", "Tipe", "Tekniknya, dengan kata-kata sendiri.", example="Gerbang API")
    jaringan: Daftar[Annotated[Id, Ref("infrastruktur", "Terhubung ke jaringan", "Menghubungkan perangkat")]] = field(
        "opd", "Jaringan", "ID jaringan intra yang dipakai.", source="Jaringan Intra", default=()
    )
