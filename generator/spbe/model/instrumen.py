"""An assessment instrument: domains, aspects and indicators with exact weights, levels and predicates.

The national ones ship with the program; a region may add its own under ``indicators/instrumen/``.
An instrument has either ``domain`` (5/2018, 59/2020) or, without that layer, ``aspek`` (8/2026).
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Tautan
from spbe.model.identifiers import Id, Kode
from spbe.model.values import Bilangan, Daftar, Tahun, Tanggal, Teks, YaTidak


def _weight(raw: Any) -> Fraction:
    text = str(raw).strip().replace(",", ".")
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9}|/[1-9]\d{0,8})?", text):
        raise PydanticCustomError("nilai-bobot", "bad weight")
    return Fraction(text)


def weight_text(weight: Fraction) -> str:
    """A weight as people write it: ``2.75``, ``13`` or, where no decimal is exact, ``10/3``."""
    scaled = weight * 10**9
    if scaled.denominator != 1:
        return str(weight)
    text = f"{int(scaled) // 10**9}.{int(scaled) % 10**9:09d}".rstrip("0")
    return text.rstrip(".")


Bobot = Annotated[
    Fraction,
    PlainValidator(_weight),
    PlainSerializer(weight_text),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d+([.,]\d+|/\d+)?$", "x-aturan": "nilai-bobot"}),
]
"""A weight in per cent, exact: a decimal (``1.30``) or a fraction (``10/3``)."""

KAPABILITAS = Pilihan("kapabilitas", {"proses": "Kapabilitas proses", "layanan": "Kapabilitas layanan"})


class Tingkat(Base):
    """One maturity level of a capability scale."""

    nilai: Bilangan = field("publik", "Nilai", "Angka tingkat.", required=True)
    nama: Teks = field("publik", "Nama", "Nama tingkat.", required=True)
    arti: Teks | None = field("publik", "Arti", "Arti tingkat, bukan bunyi resminya.")
    alias: Daftar[Teks] = field("publik", "Nama lain", "Istilah lain yang dipakai dokumen resmi.", default=())


class Predikat(Base):
    """A range of the index with its name; ``bawah`` belongs to it, ``atas`` only if ``atas_termasuk``."""

    nama: Teks = field("publik", "Nama", "Sebutan resmi.", required=True)
    bawah: Bilangan | None = field("publik", "Batas bawah", "Batas bawah, termasuk; kosong berarti tanpa batas bawah.")
    atas: Bilangan = field("publik", "Batas atas", "Batas atas, tidak termasuk kecuali dinyatakan.", required=True)
    atas_termasuk: YaTidak = field("publik", "Batas atas termasuk", "Apakah batas atas termasuk.", default=False)
    tingkat: Teks | None = field("publik", "Tingkat", "Nama tingkat yang menyertai predikat (8/2026).")


class Indikator(Base):
    """One indicator: what is answered and weighed."""

    kode: Kode = field("publik", "Kode", "Kode pada instrumen, misalnya I11 atau I35.1.", required=True)
    nomor: Teks = field("publik", "Nomor", "Nomor seperti tercetak pada peraturan.", required=True)
    nama: Teks = field("publik", "Nama", "Nama resmi.", required=True)
    nama_pendek: Teks | None = field("publik", "Nama pendek", "Nama untuk tabel dan grafik.")
    bobot: Bobot = field("publik", "Bobot", "Bobot dalam persen.", required=True)
    kriteria: dict[str, Teks] = field(
        "publik", "Kriteria", "Tingkat ke parafrase kriterianya; kosong bila tidak ada sumbernya.", default={}
    )
    kriteria_sejak: dict[str, dict[str, Teks]] = field(
        "publik",
        "Kriteria sejak",
        "ID versi kriteria ke tingkat yang sejak versi itu berbunyi lain, masing-masing dengan parafrasenya.",
        default={},
    )
    pola: Teks | None = field(
        "publik", "Pola kriteria", "Nama pola kriteria umum yang berlaku bila kriteria sendiri tidak diketahui."
    )
    sumber_nilai: Teks | None = field("publik", "Sumber nilai", "Indeks instansi lain yang menjadi nilai indikator.")
    catatan: Teks | None = field("publik", "Catatan", "Hal yang perlu diketahui pembaca.")

    @property
    def label(self) -> str:
        """Code and the shorter of its names, for tables and links."""
        return f"{self.kode} {self.nama_pendek or self.nama}"


class Aspek(Base):
    """A group of indicators."""

    kode: Kode = field("publik", "Kode", "Kode, misalnya A1.", required=True)
    nama: Teks = field("publik", "Nama", "Nama resmi.", required=True)
    alias: Daftar[Teks] = field("publik", "Nama lain", "Ejaan lain pada dokumen resmi.", default=())
    bobot: Bobot = field("publik", "Bobot", "Bobot dalam persen; sama dengan jumlah bobot indikatornya.", required=True)
    kapabilitas: Annotated[str, KAPABILITAS] | None = field(
        "publik", "Kapabilitas", "Skala tingkat yang dipakai bila tidak ada domain yang menyatakannya."
    )
    catatan: Teks | None = field("publik", "Catatan", "Hal yang perlu diketahui pembaca.")
    indikator: tuple[Indikator, ...] = field("publik", "Indikator", "Indikator aspek ini.", required=True)

    def holds(self, indicator: Indikator) -> bool:
        """Whether ``indicator`` is one of this aspect; codes are unique in an instrument."""
        return any(one.kode == indicator.kode for one in self.indikator)


class DomainIndeks(Base):
    """A group of aspects (not an architecture domain)."""

    kode: Kode = field("publik", "Kode", "Kode, misalnya D1.", required=True)
    nama: Teks = field("publik", "Nama", "Nama resmi.", required=True)
    alias: Daftar[Teks] = field("publik", "Nama lain", "Ejaan lain pada dokumen resmi.", default=())
    bobot: Bobot = field("publik", "Bobot", "Bobot dalam persen; sama dengan jumlah bobot aspeknya.", required=True)
    kapabilitas: Annotated[str, KAPABILITAS] | None = field("publik", "Kapabilitas", "Skala tingkat yang dipakai.")
    aspek: tuple[Aspek, ...] = field("publik", "Aspek", "Aspek domain ini.", required=True)

    def holds(self, indicator: Indikator) -> bool:
        """Whether ``indicator`` is one of this domain's aspects."""
        return any(aspect.holds(indicator) for aspect in self.aspek)


class Skala(Base):
    """What values an indicator may take."""

    minimum: Bilangan = field("publik", "Minimum", "Nilai terendah.", required=True)
    maksimum: Bilangan = field("publik", "Maksimum", "Nilai tertinggi.", required=True)
    bilangan_bulat: YaTidak = field("publik", "Bilangan bulat", "Hanya bilangan bulat.", default=True)
    catatan: Teks | None = field("publik", "Catatan", "Hal yang perlu diketahui pembaca.")


class Target(Base):
    """What the official reports measure results against; not a rule of the instrument."""

    indeks: Bilangan | None = field("publik", "Indeks", "Indeks yang ditargetkan.")
    predikat: Teks | None = field("publik", "Predikat", "Predikat yang ditargetkan.")
    tingkat: Bilangan | None = field("publik", "Tingkat", "Tingkat yang ditargetkan untuk setiap indikator.")
    keterangan: Teks | None = field("publik", "Keterangan", "Siapa yang menetapkan target ini.")


class SumberInstrumen(Base):
    """Where a part of the instrument was read."""

    peran: Teks = field("publik", "Peran", "Apa yang diambil dari sumber ini.", required=True)
    rujukan: Teks = field(
        "publik", "Rujukan", "Dokumen resmi: nomor, tahun, tempat terbit, dan bagiannya.", required=True
    )
    tautan: Tautan | None = field("publik", "Tautan", "Alamat sumber.")


class VersiKriteria(Base):
    """A document that the levels' criteria are read from, and the first assessment year that it is used for."""

    id: Id = field("publik", "ID", "Nama versi, dipakai `kriteria_sejak`.", required=True)
    nama: Teks = field(
        "publik", "Nama", "Nama singkat dokumennya.", required=True, example="Pedoman Menteri PANRB 3/2024"
    )
    dokumen: Teks = field("publik", "Dokumen", "Nama lengkap dokumen dan bagiannya.", required=True)
    sejak: Tahun = field("publik", "Sejak", "Tahun penilaian pertama yang memakainya.", required=True, example="2024")


class Instrumen(Base):
    """A whole instrument. Weights add up to exactly 100 at every layer; the loader proves it."""

    id: Id = field("publik", "ID", "Nama instrumen, sama dengan nama berkas.", required=True)
    nama: Teks = field("publik", "Nama", "Nama singkat, misalnya SPBE 59/2020.", required=True)
    judul: Teks = field("publik", "Judul", "Judul peraturan.", required=True)
    indeks: Teks = field("publik", "Nama indeks", "Nama indeks, misalnya Indeks SPBE.", required=True)
    berlaku: Tanggal | None = field("publik", "Berlaku", "Tanggal mulai berlaku.")
    ditetapkan: Tanggal | None = field("publik", "Ditetapkan", "Tanggal penetapan.")
    diundangkan: Tanggal | None = field("publik", "Diundangkan", "Tanggal pengundangan.")
    berita_negara: Teks | None = field("publik", "Berita Negara", "Tahun dan nomor Berita Negara.")
    status: Teks | None = field("publik", "Status", "Status hukum menurut sumber.")
    tahun_penilaian: tuple[Tahun, ...] = field(
        "publik",
        "Tahun penilaian",
        "Tahun yang dinilai dengan instrumen ini; kosong berarti belum diketahui.",
        default=(),
    )
    keyakinan: Teks = field(
        "publik", "Keyakinan", "Seberapa pasti isi ini, dan mengapa; tidak tampil di situs.", required=True
    )
    catatan_kriteria: Teks | None = field(
        "publik", "Catatan kriteria", "Dari mana kriteria berasal, atau bahwa sumbernya tidak ada."
    )
    versi_kriteria: tuple[VersiKriteria, ...] = field(
        "publik",
        "Versi kriteria",
        "Dokumen asal kriteria menurut tahun; yang pertama untuk `kriteria`, berikutnya untuk `kriteria_sejak`.",
        default=(),
    )
    catatan: Daftar[Teks] = field("publik", "Catatan", "Hal yang perlu diketahui pembaca.", default=())
    skala: Skala = field("publik", "Skala", "Nilai yang boleh dipakai.", required=True)
    target: Target | None = field("publik", "Target", "Ukuran yang dipakai laporan resmi.")
    tingkat: dict[str, tuple[Tingkat, ...]] = field(
        "publik", "Tingkat", "Skala kapabilitas ke daftar tingkatnya.", default={}
    )
    pola_kriteria: dict[str, dict[str, Teks]] = field(
        "publik", "Pola kriteria", "Pola umum: nama pola ke tingkat ke parafrase.", default={}
    )
    predikat: tuple[Predikat, ...] = field("publik", "Predikat", "Dari yang tertinggi.", required=True)
    domain: tuple[DomainIndeks, ...] = field("publik", "Domain", "Lapis domain; kosong pada 8/2026.", default=())
    aspek: tuple[Aspek, ...] = field("publik", "Aspek", "Aspek tanpa lapis domain (8/2026).", default=())
    sumber: tuple[SumberInstrumen, ...] = field("publik", "Sumber", "Asal isi berkas ini.", required=True)

    def levels_of(self, indicator: Indikator) -> tuple[Tingkat, ...]:
        """The named levels of the capability scale that ``indicator`` is measured on; empty where none is known."""
        for domain in self.domain:
            for aspect in domain.aspek:
                if aspect.holds(indicator):
                    return self.tingkat.get(aspect.kapabilitas or domain.kapabilitas or "", ())
        for aspect in self.aspek:
            if aspect.holds(indicator):
                return self.tingkat.get(aspect.kapabilitas or "", ())
        return ()

    def all_aspects(self) -> tuple[Aspek, ...]:
        """The aspects in printed order, with or without a domain layer above them."""
        return self.aspek or tuple(aspect for domain in self.domain for aspect in domain.aspek)

    def all_indicators(self) -> tuple[Indikator, ...]:
        """The indicators in printed order."""
        return tuple(indicator for aspect in self.all_aspects() for indicator in aspect.indikator)
