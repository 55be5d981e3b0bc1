"""Hardware: servers, peripherals of a computing facility, storage, security and network devices."""

from __future__ import annotations

from typing import Annotated, Literal

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.infrastruktur.common import JENIS_INFRASTRUKTUR, ObjekInfrastruktur
from spbe.model.references import Ref
from spbe.model.unions import Jenis, jenis_field
from spbe.model.values import Daftar, Teks

PENGGUNAAN_SERVER = Pilihan(
    "jenis penggunaan server",
    {
        "web-portal": "Web server: portal",
        "web-aplikasi": "Web server: aplikasi",
        "aplikasi-klien": "Server aplikasi klien",
        "surel": "Server surel",
        "basis-data": "Server basis data",
        "berkas": "Server berkas",
        "direktori": "Server direktori",
        "keamanan": "Server keamanan informasi",
        "lainnya": "Lainnya",
    },
    {
        "web server - portal": "web-portal",
        "web server - web based application server": "web-aplikasi",
        "web server": "web-aplikasi",
        "aplikasi": "web-aplikasi",
        "application client server": "aplikasi-klien",
        "mail server": "surel",
        "mail": "surel",
        "database": "basis-data",
        "database server": "basis-data",
        "file server": "berkas",
        "active directory": "direktori",
        "keamanan informasi": "keamanan",
    },
)

TEKNIK_PENYIMPANAN = Pilihan(
    "teknik penyimpanan",
    {
        "raid-0": "RAID 0",
        "raid-1": "RAID 1",
        "raid-3": "RAID 3",
        "raid-5": "RAID 5",
        "lainnya": "RAID lainnya",
        "non-raid": "Tanpa RAID",
    },
    {"nonraid": "non-raid", "raid 6": "lainnya", "raid 10": "lainnya"},
)

TIPE_PERIFERAL = Pilihan(
    "tipe periferal",
    {
        "pembangkit-listrik": "Pembangkit listrik pusat data",
        "distribusi-listrik": "Distribusi listrik pusat data",
        "pencahayaan": "Pencahayaan pusat data",
        "pemadam-kebakaran": "Penanggulangan kebakaran pusat data",
        "pendinginan": "Pendinginan pusat data",
        "masukan": "Masukan (input)",
        "keluaran": "Keluaran (output)",
        "masukan-keluaran": "Masukan dan keluaran",
        "luar-pusat-data": "Lainnya di luar pusat data",
    },
    {
        "pembangkit": "pembangkit-listrik",
        "genset": "pembangkit-listrik",
        "distribusi listrik": "distribusi-listrik",
        "ups": "distribusi-listrik",
        "kebakaran": "pemadam-kebakaran",
        "pendingin": "pendinginan",
        "input": "masukan",
        "output": "keluaran",
        "input/output": "masukan-keluaran",
        "non pusat data": "luar-pusat-data",
    },
)

METODE_AKSES = Pilihan(
    "metode akses penyimpanan",
    {
        "das": "Terpasang langsung (DAS)",
        "nas": "Lewat jaringan (NAS)",
        "san": "Jaringan penyimpanan (SAN)",
    },
    {
        "direct attached storage": "das",
        "network attached storage": "nas",
        "storage area network": "san",
    },
)

TIPE_PERANGKAT_KEAMANAN = Pilihan(
    "tipe perangkat keamanan",
    {
        "firewall": "Firewall",
        "ids": "Intrusion detection system (IDS)",
        "ips": "Intrusion prevention system (IPS)",
        "proxy": "Proxy",
        "load-balancer": "Load balancer",
        "wips": "Wireless intrusion prevention system (WIPS)",
        "utm": "Unified threat management (UTM)",
        "nac": "Network access control (NAC)",
        "antivirus": "Antivirus",
        "waf": "Web application firewall (WAF)",
        "vpn": "Virtual private network (VPN)",
        "lainnya": "Lainnya",
    },
    {
        "intrusion detection system": "ids",
        "intrusion prevention system": "ips",
        "wireless intrusion prevention system": "wips",
        "unified threat management": "utm",
        "network access control": "nac",
        "web application firewall": "waf",
        "virtual private network": "vpn",
        "anti virus": "antivirus",
    },
)

TIPE_PERANGKAT_JARINGAN = Pilihan(
    "tipe perangkat jaringan",
    {
        "switch-l2": "Switch L2",
        "switch-l3": "Switch L3",
        "switch-l4": "Switch L4",
        "switch-l7": "Switch L7",
        "switch-multilayer": "Switch multilapis",
        "router": "Router",
        "nirkabel": "Perangkat nirkabel",
        "transmisi": "Perangkat transmisi",
        "lainnya": "Lainnya",
    },
    {
        "switch layer 2": "switch-l2",
        "switch layer 3": "switch-l3",
        "multilayer switch": "switch-multilayer",
        "wireless equipment": "nirkabel",
        "wireless": "nirkabel",
        "access point": "nirkabel",
        "transmission equipment": "transmisi",
    },
)


class PerangkatKeras(ObjekInfrastruktur):
    """Hardware: it stands in a facility and is reached through a network."""

    merek: Teks | None = field("opd", "Merek dan model", "Merek, seri, atau model perangkat.")
    letak: Teks | None = field("internal", "Letak", "Ruang dan rak tempat perangkat dipasang.")
    fasilitas: Daftar[Annotated[Id, Ref("infrastruktur", "Berada di", "Menampung")]] = field(
        "opd",
        "Fasilitas komputasi",
        "ID pusat data, pusat komputasi, atau pusat kendali tempatnya berada.",
        source="Fasilitas Komputasi",
        default=(),
    )
    jaringan: Daftar[Annotated[Id, Ref("infrastruktur", "Terhubung ke jaringan", "Menghubungkan perangkat")]] = field(
        "opd", "Jaringan", "ID jaringan intra yang menghubungkannya.", source="Jaringan Intra", default=()
    )


class Server(PerangkatKeras):
    """A physical or virtual server."""

    jenis: Annotated[Literal["server"], Jenis(JENIS_INFRASTRUKTUR, "server")] = jenis_field("server", "Server")
    penggunaan: Daftar[Annotated[str, PENGGUNAAN_SERVER]] = field(
        "publik",
        "Jenis penggunaan",
        "Untuk apa server dipakai.",
        source="Jenis Penggunaan",
        example="web-aplikasi",
        default=(),
    )
    host: Annotated[Id, Ref("infrastruktur", "Berjalan pada host", "Menjadi host")] | None = field(
        "opd",
        "Host",
        "ID server fisik atau komputasi awan tempat server virtual ini berjalan.",
        example="srv-virtual-1",
    )
    perangkat_lunak: Daftar[Annotated[Id, Ref("infrastruktur", "Menjalankan perangkat lunak", "Terpasang pada")]] = (
        field(
            "opd",
            "Perangkat lunak platform",
            "ID sistem operasi, basis data, dan utilitas yang terpasang.",
            source="Perangkat Lunak",
            default=(),
        )
    )
    media_penyimpanan: Daftar[Annotated[Id, Ref("infrastruktur", "Menyimpan pada", "Menyimpan untuk")]] = field(
        "opd", "Media penyimpanan", "ID media penyimpanan di luar server yang dipakai.", default=()
    )
    memori: Teks | None = field("opd", "Memori", "Besar memori.", source="Memori", example="64 GB")
    prosesor: Teks | None = field("opd", "Prosesor", "Jenis dan jumlah prosesor.", source="Prosesor")
    penyimpanan: Teks | None = field(
        "opd", "Kapasitas penyimpanan", "Besar penyimpanan di dalam server.", source="Penyimpanan", example="4 TB"
    )
    teknik_penyimpanan: Annotated[str, TEKNIK_PENYIMPANAN] | None = field(
        "opd", "Teknik penyimpanan", "Susunan RAID.", source="Teknik Penyimpanan", example="raid-5"
    )


class Periferal(PerangkatKeras):
    """Equipment around the computers: power, cooling, fire protection."""

    jenis: Annotated[Literal["periferal"], Jenis(JENIS_INFRASTRUKTUR, "periferal")] = jenis_field(
        "periferal", "Periferal"
    )
    tipe: Annotated[str, TIPE_PERIFERAL] | None = field("publik", "Tipe", "Tipe periferal.", source="Tipe")


class MediaPenyimpanan(PerangkatKeras):
    """Storage outside a server."""

    jenis: Annotated[Literal["media-penyimpanan"], Jenis(JENIS_INFRASTRUKTUR, "media-penyimpanan")] = jenis_field(
        "media-penyimpanan", "Media Penyimpanan"
    )
    data: Daftar[Annotated[Id, Ref("data", "Menyimpan data", "Disimpan pada")]] = field(
        "opd", "Data", "ID data yang disimpan.", source="Data yang Digunakan", default=()
    )
    perangkat_lunak: Daftar[Annotated[Id, Ref("infrastruktur", "Menjalankan perangkat lunak", "Terpasang pada")]] = (
        field(
            "opd",
            "Perangkat lunak platform",
            "ID perangkat lunak yang dipakai media ini.",
            source="Perangkat Lunak yang Digunakan",
            default=(),
        )
    )
    kapasitas: Teks | None = field("opd", "Kapasitas", "Besar penyimpanan.", source="Kapasitas", example="20 TB")
    metode_akses: Annotated[str, METODE_AKSES] | None = field(
        "opd", "Metode akses", "DAS, NAS, atau SAN.", source="Metode Akses", example="nas"
    )


class PerangkatKeamanan(PerangkatKeras):
    """A device that protects a network; what was done for security is a record of ``keamanan``."""

    jenis: Annotated[Literal["perangkat-keamanan"], Jenis(JENIS_INFRASTRUKTUR, "perangkat-keamanan")] = jenis_field(
        "perangkat-keamanan", "Perangkat Keras Keamanan"
    )
    tipe: Daftar[Annotated[str, TIPE_PERANGKAT_KEAMANAN]] = field(
        "opd", "Tipe", "Fungsi pengamanan perangkat.", source="Tipe", example="firewall", default=()
    )
    perangkat_jaringan: Daftar[Annotated[Id, Ref("infrastruktur", "Mengamankan perangkat", "Diamankan oleh")]] = field(
        "opd", "Perangkat jaringan", "ID perangkat jaringan yang diamankan.", source="Perangkat Jaringan", default=()
    )


class PerangkatJaringan(PerangkatKeras):
    """A switch, router or other device that a network is made of."""

    jenis: Annotated[Literal["perangkat-jaringan"], Jenis(JENIS_INFRASTRUKTUR, "perangkat-jaringan")] = jenis_field(
        "perangkat-jaringan", "Perangkat Keras Jaringan"
    )
    tipe: Annotated[str, TIPE_PERANGKAT_JARINGAN] | None = field(
        "opd", "Tipe", "Tipe perangkat jaringan.", source="Tipe", example="router"
    )
