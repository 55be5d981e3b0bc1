"""Data and information (RAD): what is known, who produces it, who answers for it, how open it is."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Tautan
from spbe.model.identifiers import Id
from spbe.model.lists import FREKUENSI
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tanggal, Teks, YaTidak

SIFAT_DATA = Pilihan(
    "sifat data",
    {"terbuka": "Terbuka", "terbatas": "Terbatas", "tertutup": "Tertutup"},
    {
        "publik": "terbuka",
        "umum": "terbuka",
        "publik/umum": "terbuka",
        "privat": "tertutup",
        "rahasia": "tertutup",
        "sangat rahasia": "tertutup",
    },
)
"""How confidential the content of the data is; it hides nothing of the catalogue entry."""

JENIS_DATA = Pilihan(
    "jenis data",
    {
        "statistik": "Data statistik",
        "geospasial": "Data geospasial",
        "keuangan": "Data keuangan",
        "induk": "Data induk",
        "lainnya": "Data lainnya",
    },
    {
        "data geopasial": "geospasial",
        "geopasial": "geospasial",
        "spasial": "geospasial",
        "data keuangan negara": "keuangan",
        "master data": "induk",
    },
)

STRUKTUR_DATA = Pilihan(
    "struktur data",
    {"terstruktur": "Terstruktur", "tidak-terstruktur": "Tidak terstruktur"},
    {"structured": "terstruktur", "unstructured": "tidak-terstruktur"},
)

FORMAT_DATA = Pilihan(
    "format data",
    {
        "basis-data": "Basis data",
        "lembar-kerja": "Lembar kerja",
        "dokumen": "Dokumen",
        "teks": "Teks",
        "gambar": "Gambar",
        "video": "Video",
        "geospasial": "Geospasial",
        "lainnya": "Lainnya",
    },
    {
        "database": "basis-data",
        "spreadsheet": "lembar-kerja",
        "excel": "lembar-kerja",
        "text": "teks",
        "pdf": "dokumen",
    },
)

LEVEL_DATA = Pilihan(
    "level data",
    {"nasional": "Nasional", "daerah": "Daerah", "opd": "OPD", "bidang": "Bidang", "seksi": "Seksi"},
    {"perangkat daerah": "opd", "skpd": "opd"},
)

DAMPAK_RISIKO = Pilihan(
    "dampak risiko",
    {
        "finansial": "Finansial",
        "reputasi": "Reputasi",
        "kinerja": "Kinerja",
        "layanan-organisasi": "Layanan organisasi",
        "operasional-aset-tik": "Operasional dan aset TIK",
        "hukum-regulasi": "Hukum dan regulasi",
        "sdm": "Sumber daya manusia",
    },
)

METODE_PENGAMBILAN = Pilihan(
    "metode pengambilan",
    {"antarmuka": "Antarmuka dengan sistem lain", "isian-langsung": "Isian langsung"},
    {"api": "antarmuka", "direct input": "isian-langsung", "input langsung": "isian-langsung"},
)


class Data(Record):
    """A dataset; its place in the reference architecture is ``referensi`` (RAD)."""

    menggantikan: Daftar[Annotated[Id, Ref("data", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID data yang digantikan oleh ini.", default=()
    )
    tujuan: Teks | None = field("publik", "Tujuan", "Untuk apa data dikumpulkan.", source="Tujuan")
    proses_bisnis: Daftar[Annotated[Id, Ref("proses-bisnis", "Dipakai proses bisnis", "Memakai data")]] = field(
        "publik", "Proses bisnis", "ID proses bisnis yang memerlukan data ini.", source="Proses Bisnis", default=()
    )
    layanan: Daftar[Annotated[Id, Ref("layanan", "Mendukung layanan", "Didukung data")]] = field(
        "publik", "Layanan", "ID layanan yang memakai data ini.", source="Layanan", default=()
    )
    produsen: Daftar[Annotated[Id, Ref("perangkat-daerah", "Diproduksi oleh", "Memproduksi data")]] = field(
        "publik", "Produsen data", "ID OPD yang menghasilkan data.", source="Produsen / Penghasil", default=()
    )
    produsen_luar: Daftar[Teks] = field(
        "publik",
        "Produsen di luar daerah",
        "Kementerian atau lembaga penghasil bila bukan OPD.",
        group="pengelolaan",
        default=(),
    )
    walidata: Annotated[Id, Ref("perangkat-daerah", "Walidata", "Menjadi walidata")] | None = field(
        "publik",
        "Walidata",
        "ID OPD yang memeriksa, mengelola, dan menyebarluaskan data.",
        source="Wali Data / Penanggung Jawab",
        example="diskominfo",
        former="wali_data",
    )
    sifat: Annotated[str, SIFAT_DATA] | None = field(
        "publik", "Sifat data", "terbuka, terbatas, atau tertutup.", source="Sifat Data", example="terbuka"
    )
    jenis: Daftar[Annotated[str, JENIS_DATA]] = field(
        "publik",
        "Jenis data",
        "statistik, geospasial, keuangan, …",
        source="Jenis Data",
        example="statistik",
        default=(),
    )
    struktur: Annotated[str, STRUKTUR_DATA] | None = field(
        "publik", "Struktur data", "terstruktur atau tidak-terstruktur.", group="teknis", source="Jenis 1 (DKI)"
    )
    format: Daftar[Annotated[str, FORMAT_DATA]] = field(
        "publik", "Format", "Bentuk data disimpan atau dibagikan.", group="teknis", source="Format (DKI)", default=()
    )
    validitas: Annotated[str, FREKUENSI] | None = field(
        "publik",
        "Validitas data",
        "Seberapa sering dimutakhirkan.",
        group="teknis",
        source="Validitas Data",
        example="tahunan",
    )
    tanggal_berlaku: Tanggal | None = field(
        "publik",
        "Tanggal berlaku",
        "Keadaan tanggal berapa yang digambarkan data.",
        source="Validitas Data",
        example="2025-12-31",
    )
    interoperabilitas: YaTidak | None = field(
        "publik",
        "Interoperabilitas",
        "Apakah dapat dipertukarkan antarsistem.",
        group="teknis",
        source="Interoperabilitas",
    )
    interoperabel_dengan: Daftar[Annotated[Id, Ref("data", "Interoperabel dengan", "Interoperabel dengan")]] = field(
        "publik",
        "Interoperabel dengan",
        "ID data lain yang dapat dipadankan; cukup ditulis di satu sisi.",
        source="Interoperabilitas (DKI)",
        default=(),
    )
    masukan: Daftar[Teks] = field(
        "publik", "Informasi masukan", "Informasi yang menjadi bahan data ini.", source="Input", default=()
    )
    keluaran: Daftar[Teks] = field(
        "publik", "Informasi keluaran", "Informasi yang dihasilkan dari data ini.", source="Output", default=()
    )
    komponen: Daftar[Teks] = field(
        "publik", "Komponen data", "Kolom atau unsur penyusun data.", source="Komponen Data (DKI)", default=()
    )
    level: Annotated[str, LEVEL_DATA] | None = field(
        "publik", "Level data", "Tingkat organisasi yang dicakup data.", group="teknis", source="Level Data (DKI)"
    )
    metode_pengambilan: Annotated[str, METODE_PENGAMBILAN] | None = field(
        "opd", "Metode pengambilan", "Cara data masuk ke sistem.", source="Metode Pengambilan (DKI)"
    )
    jumlah_rekaman: Teks | None = field(
        "opd", "Jumlah rekaman", "Perkiraan jumlah baris atau rekaman.", source="Jumlah Record (DKI)"
    )
    dampak_risiko: Daftar[Annotated[str, DAMPAK_RISIKO]] = field(
        "internal",
        "Dampak risiko",
        "Bidang yang terdampak bila data bocor, rusak, atau hilang.",
        source="Dampak Risiko (DKI)",
        default=(),
    )
    tautan: Tautan | None = field("publik", "Alamat", "Alamat portal tempat data terbuka dapat diunduh.")
