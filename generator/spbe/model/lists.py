"""Lists that several kinds share, so that one word means one thing everywhere."""

from __future__ import annotations

from spbe.model.choices import Pilihan

ARCHITECTURE = ("proses-bisnis", "layanan", "data", "aplikasi", "infrastruktur", "keamanan")
"""The kinds of the six architecture domains, in the order of Perpres 132/2022."""

LISENSI = Pilihan(
    "tipe lisensi",
    {"sumber-terbuka": "Sumber terbuka", "berbayar": "Berpemilik (proprietary)"},
    {
        "open source": "sumber-terbuka",
        "opensource": "sumber-terbuka",
        "proprietary": "berbayar",
        "propietary": "berbayar",
        "propriatery": "berbayar",
        "berpemilik": "berbayar",
    },
)

FREKUENSI = Pilihan(
    "frekuensi",
    {
        "realtime": "Waktu nyata",
        "harian": "Harian",
        "mingguan": "Mingguan",
        "bulanan": "Bulanan",
        "tiga-bulanan": "Tiga bulanan",
        "enam-bulanan": "Enam bulanan",
        "tahunan": "Tahunan",
        "dua-tahunan": "Dua tahunan",
        "tiga-tahunan": "Tiga tahunan",
        "lima-tahunan": "Lima tahunan",
        "sekali": "Sekali untuk selamanya",
        "sewaktu-waktu": "Sewaktu-waktu",
        "lainnya": "Lainnya",
    },
    {
        "real time": "realtime",
        "seketika": "realtime",
        "setiap hari": "harian",
        "triwulanan": "tiga-bulanan",
        "triwulan": "tiga-bulanan",
        "3 bulanan": "tiga-bulanan",
        "semesteran": "enam-bulanan",
        "semester": "enam-bulanan",
        "6 bulanan": "enam-bulanan",
        "setiap tahun": "tahunan",
        "2 tahunan": "dua-tahunan",
        "3 tahunan": "tiga-tahunan",
        "5 tahunan": "lima-tahunan",
        "selamanya": "sekali",
        "insidental": "sewaktu-waktu",
    },
)
"""How often: data are exchanged, brought up to date, or a review is repeated."""

KEPEMILIKAN = Pilihan(
    "kepemilikan",
    {
        "sendiri": "Milik sendiri",
        "instansi-lain": "Instansi pemerintah lain",
        "bumn": "BUMN atau BUMD",
        "swasta-dalam-negeri": "Pihak ketiga dalam negeri",
        "swasta-luar-negeri": "Pihak ketiga luar negeri",
        "pihak-ketiga": "Pihak ketiga",
    },
    {
        "pemerintah daerah": "sendiri",
        "milik instansi pemerintah lain": "instansi-lain",
        "milik bumn": "bumn",
        "bumd": "bumn",
        "swasta dalam negeri": "swasta-dalam-negeri",
        "milik swasta dalam negeri": "swasta-dalam-negeri",
        "swasta luar negeri": "swasta-luar-negeri",
        "milik swasta luar negeri": "swasta-luar-negeri",
        "milik pihak ketiga": "pihak-ketiga",
        "swasta": "pihak-ketiga",
        "sewa": "pihak-ketiga",
    },
)

ASAL_ANGGARAN = Pilihan(
    "asal anggaran",
    {"apbd": "APBD", "apbn": "APBN", "lainnya": "Lainnya"},
    {"apbd kota": "apbd", "apbd kabupaten": "apbd", "apbd provinsi": "apbd", "hibah": "lainnya"},
)
