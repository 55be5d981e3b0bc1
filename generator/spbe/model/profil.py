"""The region itself: ``content/profil.yaml``."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Berkas, Tautan
from spbe.model.values import Teks, YaTidak

SAMPLE = "Kabupaten Arunika"
"""The fictional region that comes with the program: the only one that may call itself a sample."""

PROVINCE: Final = "provinsi"

JENIS_WILAYAH = Pilihan(
    "jenis wilayah",
    {PROVINCE: "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota", "instansi-pusat": "Instansi Pusat"},
    {"kab": "kabupaten", "prov": PROVINCE, "kementerian": "instansi-pusat", "lembaga": "instansi-pusat"},
)


def _colour(raw: Any) -> str:
    text = str(raw).strip()
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise PydanticCustomError("nilai-warna", "bad colour")
    return text.lower()


Warna = Annotated[
    str,
    PlainValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9a-fA-F]{6}$", "x-aturan": "nilai-warna"}),
]


class Kontak(Base):
    """How the public reaches the office; never a person's own address."""

    nama: Teks | None = field("publik", "Nama", "Nama kantor, bukan nama orang.", example="Diskominfo")
    surel: Teks | None = field("publik", "Surel", "Alamat surel kantor.")
    telepon: Teks | None = field("publik", "Telepon", "Nomor telepon kantor.")
    alamat: Teks | None = field("publik", "Alamat", "Alamat kantor.")
    situs: Tautan | None = field("publik", "Situs", "Alamat situs kantor.")


class Lisensi(Base):
    """Under which terms the data may be used."""

    nama: Teks = field("publik", "Nama", "Nama lisensi.", required=True, example="CC BY 4.0")
    tautan: Tautan | None = field("publik", "Tautan", "Alamat teks lisensi.")


class PublikasiWilayah(Base):
    """What the public edition may reveal beyond the records themselves."""

    repo_publik: YaTidak = field(
        "publik",
        "Repositori publik",
        "ya bila repositori boleh dilihat umum; baru kemudian tautan Ubah data muncul pada edisi publik.",
        default=False,
    )
    html_bebas: YaTidak = field(
        "publik",
        "HTML bebas",
        "ya bila halaman tulisan tangan boleh memuat skrip, bingkai (iframe), formulir, dan gambar dari situs lain.",
        default=False,
    )


class Profil(Base):
    """Who publishes this site."""

    nama: Teks = field("publik", "Nama", "Nama wilayah.", required=True, example="Kabupaten Arunika")
    jenis: Annotated[str, JENIS_WILAYAH] | None = field("publik", "Jenis", "provinsi, kabupaten, kota, …")
    kode_wilayah: Teks | None = field("publik", "Kode wilayah", "Kode Kemendagri.", example="99.01")
    provinsi: Teks | None = field("publik", "Provinsi", "Nama provinsi.")
    uraian: Teks | None = field("publik", "Uraian", "Dua tiga kalimat pengantar untuk beranda.")
    logo: Berkas | None = field("publik", "Logo", "Letak gambar di bawah content/lampiran/.", example="logo.svg")
    ikon: Berkas | None = field(
        "publik",
        "Ikon",
        "Gambar kecil persegi di bawah content/lampiran/ untuk tab peramban; tanpa ini dipakai logo.",
        example="ikon.svg",
    )
    warna: Warna | None = field("publik", "Warna", "Warna utama.", example="#0b5c8a")
    kontak: Kontak | None = field("publik", "Kontak", "Kontak kantor.")
    lisensi: Lisensi | None = field("publik", "Lisensi data", "Lisensi data yang diterbitkan.")
    contoh: YaTidak = field(
        "publik", "Contoh", "ya bila wilayah ini fiktif; setiap halaman mengatakannya.", default=False
    )
    publikasi: PublikasiWilayah = field(
        "publik", "Publikasi", "Apa yang boleh tampak pada edisi publik.", default=PublikasiWilayah()
    )

    @property
    def is_province(self) -> bool:
        """Whether it is the government of a province, not of a part of one."""
        return self.jenis == PROVINCE
