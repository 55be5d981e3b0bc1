"""Results of peers that the region itself wrote down: ``indicators/pembanding.yaml``, for years without a table."""

from __future__ import annotations

from spbe.model.base import Base, field
from spbe.model.document_values import Tautan
from spbe.model.values import Bilangan, Tahun, Teks


class HasilPembanding(Base):
    """The index of one other agency in one year, as its source prints it."""

    instansi: Teks = field(
        "publik", "Instansi", "Nama instansi pembanding.", required=True, example="Provinsi DKI Jakarta"
    )
    tahun: Tahun = field("publik", "Tahun", "Tahun penilaian.", required=True, example="2022")
    instrumen: Teks | None = field(
        "publik",
        "Instrumen",
        "ID instrumen; bila kosong, instrumen nasional tahun itu.",
        example="permenpanrb-59-2020",
    )
    indeks: Bilangan = field("publik", "Indeks", "Indeks seperti tercetak.", required=True, example="3.67")
    domain: dict[str, Bilangan] = field("publik", "Indeks domain", "Kode domain ke nilai tercetak.", default={})
    sumber: Teks = field(
        "publik",
        "Sumber",
        "Dokumen atau berita asal angkanya.",
        required=True,
        example="KepmenPANRB 108/2023",
    )
    tautan: Tautan | None = field("publik", "Tautan", "Alamat sumber.")


class Pembanding(Base):
    """The region's own list of peers. It is no official table and need not be complete."""

    kelompok: Teks | None = field(
        "publik", "Kelompok", "Sebutan instansi dalam daftar; bila kosong, instansi.", example="provinsi"
    )
    hasil: tuple[HasilPembanding, ...] = field(
        "publik", "Hasil", "Hasil instansi lain, satu per instansi dan tahun.", default=()
    )
