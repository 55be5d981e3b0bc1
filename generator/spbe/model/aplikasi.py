"""Applications (RAA): who owns them, who uses them, what they serve, run on, and exchange."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Tautan
from spbe.model.identifiers import Id
from spbe.model.lists import FREKUENSI, LISENSI
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tahun, Teks

JENIS_APLIKASI = Pilihan(
    "jenis aplikasi",
    {
        "umum": "Aplikasi umum",
        "pusat": "Aplikasi instansi pusat",
        "khusus": "Aplikasi khusus",
        "lainnya": "Lainnya",
    },
    {
        "aplikasi pusat/umum": "pusat",
        "aplikasi pusat": "pusat",
        "aplikasi kementerian/lembaga": "pusat",
        "aplikasi khusus instansi pusat": "pusat",
        "aplikasi umum berbagi pakai": "umum",
        "aplikasi khusus/daerah": "khusus",
        "aplikasi daerah": "khusus",
        "aplikasi lainnya": "lainnya",
    },
)
"""``umum`` is what the Minister of PANRB decreed (Perpres 95/2018, Pasal 36 (1)); ``khusus`` is the region's own, and
``pusat`` the special application of a ministry or agency that regions use."""

BASIS_APLIKASI = Pilihan(
    "basis aplikasi",
    {
        "web": "Web",
        "situs-seluler": "Situs seluler (mobile web)",
        "seluler": "Aplikasi seluler (mobile)",
        "desktop": "Desktop",
        "awan": "Komputasi awan",
        "lainnya": "Lainnya",
    },
    {
        "web based": "web",
        "berbasis web": "web",
        "website": "web",
        "mobile web": "situs-seluler",
        "web bergerak": "situs-seluler",
        "mobile": "seluler",
        "mobile app": "seluler",
        "bergerak": "seluler",
        "android": "seluler",
        "cloud": "awan",
    },
)

ARAH_INTEGRASI = Pilihan(
    "arah integrasi",
    {"mengirim": "Mengirim", "menerima": "Menerima", "dua-arah": "Mengirim dan menerima"},
    {"mengirim-menerima": "dua-arah", "mengirim dan menerima": "dua-arah", "dua arah": "dua-arah"},
)

JALUR_INTEGRASI = Pilihan(
    "jalur integrasi",
    {"splp": "Sistem Penghubung Layanan", "langsung": "API tanpa penghubung", "berkas": "Pertukaran berkas"},
    {
        "spl": "splp",
        "api": "langsung",
        "api langsung": "langsung",
        "langsung (api)": "langsung",
        "file": "berkas",
        "excel": "berkas",
    },
)


class Integrasi(Base):
    """One exchange with another application, told from the side of the record that holds it."""

    aplikasi: Annotated[Id, Ref("aplikasi", "Terhubung dengan", "Terhubung dengan")] = field(
        "publik", "Aplikasi", "ID aplikasi yang terhubung.", source="Integrasi: sistem terhubung (DKI)", required=True
    )
    arah: Annotated[str, ARAH_INTEGRASI] | None = field(
        "publik",
        "Arah",
        "mengirim, menerima, atau dua-arah, dilihat dari aplikasi ini.",
        source="Integrasi: jenis (DKI)",
    )
    data: Daftar[Annotated[Id, Ref("data", "Mempertukarkan data", "Dipertukarkan oleh")]] = field(
        "publik", "Data", "ID data yang dipertukarkan.", source="Integrasi: data terhubung (DKI)", default=()
    )
    frekuensi: Annotated[str, FREKUENSI] | None = field(
        "publik", "Frekuensi", "Seberapa sering.", source="Integrasi: frekuensi (DKI)"
    )
    jalur: Annotated[str, JALUR_INTEGRASI] | None = field(
        "publik", "Jalur", "Lewat sistem penghubung layanan, API tanpa penghubung, atau berkas."
    )


class IntegrasiLuar(Base):
    """One exchange with a partner that has no record here: a system of another agency, a bank, a company."""

    mitra: Teks = field(
        "publik",
        "Mitra",
        "Nama sistem atau pihak di luar katalog ini.",
        source="Integrasi: organisasi PJ (DKI)",
        required=True,
        example="Bank daerah",
    )
    arah: Annotated[str, ARAH_INTEGRASI] | None = field(
        "publik", "Arah", "mengirim, menerima, atau dua-arah, dilihat dari aplikasi ini."
    )
    data: Daftar[Annotated[Id, Ref("data", "Mempertukarkan data", "Dipertukarkan oleh")]] = field(
        "publik", "Data", "ID data yang dipertukarkan.", default=()
    )
    frekuensi: Annotated[str, FREKUENSI] | None = field("publik", "Frekuensi", "Seberapa sering.")
    jalur: Annotated[str, JALUR_INTEGRASI] | None = field(
        "publik", "Jalur", "Lewat sistem penghubung layanan, API tanpa penghubung, atau berkas."
    )


class Aplikasi(Record):
    """An application. A national one is one record with many ``pengguna``, never a copy per OPD."""

    jenis: Annotated[str, JENIS_APLIKASI] | None = field(
        "publik",
        "Jenis",
        "umum (ditetapkan Menteri PANRB), pusat (milik kementerian atau lembaga), khusus, atau lainnya.",
        example="khusus",
    )
    fungsi: Teks | None = field("publik", "Fungsi", "Apa yang dikerjakan aplikasi.", source="Fungsi")
    luaran: Teks | None = field("publik", "Luaran", "Hasil yang dikeluarkan aplikasi.", source="Luaran")
    menggantikan: Daftar[Annotated[Id, Ref("aplikasi", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID aplikasi yang digantikan oleh ini.", default=()
    )
    pengguna: Daftar[Annotated[Id, Ref("perangkat-daerah", "Dipakai oleh", "Memakai")]] = field(
        "publik",
        "Perangkat daerah pengguna",
        "ID setiap OPD yang memakainya.",
        source="Kepemilikan: User (DKI)",
        default=(),
    )
    pemilik_luar: Teks | None = field(
        "publik",
        "Pemilik di luar daerah",
        "Kementerian atau lembaga pemilik bila bukan milik daerah.",
        group="pengelolaan",
        example="Arsip Nasional Republik Indonesia",
    )
    proses_bisnis: Daftar[Annotated[Id, Ref("proses-bisnis", "Mendukung proses bisnis", "Didukung aplikasi")]] = field(
        "publik",
        "Proses bisnis",
        "ID proses bisnis yang didukung langsung; yang lewat layanan tidak perlu diulang.",
        source="ID metadata terkait",
        default=(),
    )
    layanan: Daftar[Annotated[Id, Ref("layanan", "Mendukung layanan", "Didukung aplikasi")]] = field(
        "publik", "Layanan", "ID layanan yang didukung.", source="Layanan didukung", default=()
    )
    data_dipakai: Daftar[Annotated[Id, Ref("data", "Memakai data", "Dipakai aplikasi")]] = field(
        "publik", "Data dipakai", "ID data yang dipakai.", source="Data digunakan", default=()
    )
    data_dihasilkan: Daftar[Annotated[Id, Ref("data", "Menghasilkan data", "Dihasilkan aplikasi")]] = field(
        "publik", "Data dihasilkan", "ID data yang dihasilkan.", source="Luaran (data)", default=()
    )
    masukan: Daftar[Teks] = field(
        "publik", "Data masukan", "Data yang harus dimasukkan ke aplikasi.", source="Inputan Data", default=()
    )
    pemasok_data: Daftar[Annotated[Id, Ref("perangkat-daerah", "Mendapat data dari", "Memasok data kepada")]] = field(
        "publik", "Pemasok data", "ID OPD yang menghasilkan data masukan.", source="Supplier Data", default=()
    )
    pemasok_data_luar: Daftar[Teks] = field(
        "publik", "Pemasok data di luar daerah", "Pihak lain yang menghasilkan data masukan.", default=()
    )
    pelanggan_data: Daftar[Annotated[Id, Ref("perangkat-daerah", "Datanya dipakai oleh", "Memakai data dari")]] = field(
        "publik", "Pelanggan data", "ID OPD yang memakai data keluaran aplikasi.", source="Customer Data", default=()
    )
    pelanggan_data_luar: Daftar[Teks] = field(
        "publik", "Pelanggan data di luar daerah", "Pihak lain yang memakai data keluaran aplikasi.", default=()
    )
    infrastruktur: Daftar[Annotated[Id, Ref("infrastruktur", "Berjalan di atas", "Menjalankan aplikasi")]] = field(
        "publik",
        "Infrastruktur",
        "ID server, komputasi awan, jaringan, atau platform tempat aplikasi ditempatkan.",
        source="Server Aplikasi",
        default=(),
    )
    integrasi: tuple[Integrasi, ...] = field(
        "publik", "Integrasi", "Pertukaran data dengan aplikasi lain.", source="Integrasi (DKI)", default=()
    )
    integrasi_luar: tuple[IntegrasiLuar, ...] = field(
        "publik", "Integrasi di luar katalog", "Pertukaran data dengan mitra yang tidak dicatat di sini.", default=()
    )
    basis: Daftar[Annotated[str, BASIS_APLIKASI]] = field(
        "publik", "Basis aplikasi", "web, seluler, desktop, …", group="teknis", source="Basis Aplikasi", default=()
    )
    tautan: Tautan | None = field("publik", "Alamat", "Alamat aplikasi bila terbuka untuk umum.", source="URL")
    lisensi: Annotated[str, LISENSI] | None = field(
        "publik", "Tipe lisensi", "Sumber terbuka atau berpemilik.", group="pengelolaan", source="Tipe Lisensi"
    )
    bahasa_pemrograman: Daftar[Teks] = field(
        "opd",
        "Bahasa pemrograman",
        "Bahasa pemrograman yang dipakai.",
        group="teknis",
        source="Bahasa Pemrograman",
        default=(),
    )
    kerangka_pengembangan: Daftar[Teks] = field(
        "opd",
        "Kerangka pengembangan",
        "Framework yang dipakai.",
        group="teknis",
        source="Kerangka Pengembangan",
        default=(),
    )
    basis_data: Daftar[Teks] = field(
        "opd", "Basis data", "Sistem basis data.", group="teknis", source="Basis Data", default=()
    )
    pengembang: Teks | None = field(
        "publik", "Unit pengembang", "Siapa yang membangun.", group="pengelolaan", source="Unit Pengembang"
    )
    pengelola: Teks | None = field(
        "opd",
        "Unit operasional teknologi",
        "Siapa yang menjalankan sehari-hari.",
        group="pengelolaan",
        source="Unit Operasional Teknologi",
    )
    tahun_dibangun: Tahun | None = field(
        "publik", "Tahun dibangun", "Tahun mulai dipakai.", group="pengelolaan", example="2019"
    )
    dasar_hukum: Daftar[Teks] = field(
        "publik",
        "Dasar hukum",
        "Peraturan yang mendasari.",
        group="pengelolaan",
        source="Dasar hukum (DKI)",
        default=(),
    )
    jumlah_pengguna: Teks | None = field(
        "opd", "Jumlah pengguna", "Perkiraan jumlah pengguna.", source="Kapasitas (DKI)"
    )
    kendala: Teks | None = field("internal", "Kendala", "Masalah yang dihadapi.", source="Kendala (DKI)")
