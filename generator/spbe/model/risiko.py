"""Risks of SPBE (PermenPANRB 5/2020): how likely, how grave, whose, and what is done about them.

A risk is for the administrators unless its ``klasifikasi`` says otherwise.
"""

from __future__ import annotations

from typing import Annotated, Final

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id, KodeIndikator
from spbe.model.lists import ARCHITECTURE
from spbe.model.record import Entri, Klasifikasi
from spbe.model.references import Ref, RefByKind
from spbe.model.values import Daftar, Tanggal, Teks

CLOSED: Final = "tertutup"

JENIS_RISIKO = Pilihan("jenis risiko", {"negatif": "Negatif", "positif": "Positif"})

KATEGORI_RISIKO = Pilihan(
    "kategori risiko",
    {
        "rencana-induk": "Rencana Induk SPBE Nasional",
        "arsitektur": "Arsitektur SPBE",
        "peta-rencana": "Peta Rencana SPBE",
        "proses-bisnis": "Proses Bisnis",
        "rencana-anggaran": "Rencana dan Anggaran",
        "inovasi": "Inovasi",
        "kepatuhan": "Kepatuhan terhadap Peraturan",
        "pengadaan": "Pengadaan Barang dan Jasa",
        "pembangunan-sistem": "Proyek Pembangunan/Pengembangan Sistem",
        "data": "Data dan Informasi",
        "infrastruktur": "Infrastruktur SPBE",
        "aplikasi": "Aplikasi SPBE",
        "keamanan": "Keamanan SPBE",
        "layanan": "Layanan SPBE",
        "sdm": "Sumber Daya Manusia SPBE",
        "bencana-alam": "Bencana Alam",
    },
)

AREA_DAMPAK = Pilihan(
    "area dampak risiko",
    {
        "finansial": "Finansial",
        "reputasi": "Reputasi",
        "kinerja": "Kinerja",
        "layanan": "Layanan Organisasi",
        "operasional-aset-tik": "Operasional dan Aset TIK",
        "hukum": "Hukum dan Regulasi",
        "sdm": "Sumber Daya Manusia",
    },
)

TINGKAT_KEMUNGKINAN = Pilihan(
    "tingkat kemungkinan",
    {
        "1": "Hampir Tidak Terjadi",
        "2": "Jarang Terjadi",
        "3": "Kadang-Kadang Terjadi",
        "4": "Sering Terjadi",
        "5": "Hampir Pasti Terjadi",
    },
)

TINGKAT_DAMPAK = Pilihan(
    "tingkat dampak",
    {
        "1": "Tidak Signifikan",
        "2": "Kurang Signifikan",
        "3": "Cukup Signifikan",
        "4": "Signifikan",
        "5": "Sangat Signifikan",
    },
)

PENANGANAN_RISIKO = Pilihan(
    "penanganan risiko",
    {
        "mitigasi": "Mitigasi risiko",
        "transfer": "Transfer risiko",
        "penghindaran": "Penghindaran risiko",
        "penerimaan": "Penerimaan risiko",
        "eskalasi": "Eskalasi risiko",
        "eksploitasi": "Eksploitasi risiko",
        "peningkatan": "Peningkatan risiko",
        "pembagian": "Pembagian risiko",
    },
    {"hindari": "penghindaran", "diterima": "penerimaan", "terima": "penerimaan", "dikurangi": "mitigasi"},
)
"""What is done about a risk; the last three are for risks that are welcome."""

STATUS_PENANGANAN = Pilihan(
    "status penanganan risiko",
    {"belum": "Belum ditangani", "berjalan": "Sedang ditangani", "selesai": "Sudah ditangani"},
)


class Risiko(Entri):
    """One risk; ``nama`` is the event that may happen, ``perangkat_daerah`` its owner."""

    klasifikasi: Klasifikasi = field(
        "publik",
        "Klasifikasi catatan",
        "Siapa yang boleh melihat catatan ini: tertutup (pengelola), terbatas (OPD), terbuka (semua).",
        example=CLOSED,
        default=CLOSED,
    )
    jenis_risiko: Annotated[str, JENIS_RISIKO] | None = field(
        "opd", "Jenis risiko", "negatif (ancaman) atau positif (peluang).", example="negatif"
    )
    kategori: Annotated[str, KATEGORI_RISIKO] | None = field(
        "opd", "Kategori risiko", "Salah satu kategori menurut PermenPANRB 5/2020.", example="infrastruktur"
    )
    penyebab: Teks | None = field("opd", "Penyebab", "Mengapa kejadian itu dapat terjadi.")
    akibat: Teks | None = field("opd", "Akibat", "Apa yang terjadi sesudahnya.")
    area_dampak: Annotated[str, AREA_DAMPAK] | None = field(
        "opd", "Area dampak", "Bidang yang terkena.", example="layanan"
    )
    mengancam: Annotated[dict[str, tuple[Id, ...]], RefByKind(ARCHITECTURE, "Mengenai", "Terkena risiko")] = field(
        "opd",
        "Yang terkena",
        "ID catatan arsitektur yang terkena, dikelompokkan menurut jenisnya.",
        default={},
    )
    indikator: Daftar[KodeIndikator] = field(
        "opd",
        "Indikator",
        "Indikator yang terkena, disebut dengan instrumennya.",
        example="permenpanrb-59-2020/I21",
        default=(),
    )
    kemungkinan: Annotated[str, TINGKAT_KEMUNGKINAN] | None = field(
        "opd", "Tingkat kemungkinan", "1 (hampir tidak terjadi) sampai 5 (hampir pasti terjadi).", example="3"
    )
    dampak: Annotated[str, TINGKAT_DAMPAK] | None = field(
        "opd", "Tingkat dampak", "1 (tidak signifikan) sampai 5 (sangat signifikan).", example="4"
    )
    pengendalian: Teks | None = field("opd", "Pengendalian yang ada", "Apa yang sudah dilakukan sekarang.")
    penanganan: Annotated[str, PENANGANAN_RISIKO] | None = field(
        "opd", "Penanganan", "mitigasi, transfer, penghindaran, penerimaan, atau eskalasi.", example="mitigasi"
    )
    rencana_aksi: Teks | None = field("opd", "Rencana aksi", "Apa yang akan dilakukan.")
    peta_rencana: Daftar[Annotated[Id, Ref("peta-rencana", "Ditangani dengan", "Menangani risiko")]] = field(
        "opd", "Kegiatan peta rencana", "ID kegiatan peta rencana yang menanganinya.", default=()
    )
    pelaksana: Daftar[Annotated[Id, Ref("perangkat-daerah", "Ditangani oleh", "Menangani risiko")]] = field(
        "opd", "Pelaksana penanganan", "ID setiap OPD yang menangani, selain pemilik risikonya.", default=()
    )
    batas_waktu: Tanggal | None = field(
        "opd", "Batas waktu", "Kapan penanganannya harus selesai.", example="2026-12-31"
    )
    status: Annotated[str, STATUS_PENANGANAN] | None = field(
        "opd", "Status penanganan", "belum, berjalan, atau selesai.", example="berjalan"
    )
    kemungkinan_sisa: Annotated[str, TINGKAT_KEMUNGKINAN] | None = field(
        "opd", "Kemungkinan residual", "Tingkat kemungkinan sesudah ditangani.", example="2"
    )
    dampak_sisa: Annotated[str, TINGKAT_DAMPAK] | None = field(
        "opd", "Dampak residual", "Tingkat dampak sesudah ditangani.", example="3"
    )
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan penanganan risiko")]] = field(
        "opd", "Bukti", "ID bukti penanganan di indicators/bukti/.", default=()
    )

    @property
    def is_treated(self) -> bool:
        """Whether its treatment is finished."""
        return self.status == "selesai"
