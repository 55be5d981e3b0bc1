"""Governance teams: ``indicators/tim.yaml``. Offices and functions, never names of persons."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import Base, field
from spbe.model.identifiers import Id
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tanggal, Teks


class Anggota(Base):
    """One seat in a team."""

    jabatan: Teks = field("publik", "Jabatan", "Jabatan, bukan nama orang.", required=True, example="Sekretaris Daerah")
    peran: Teks | None = field("publik", "Peran", "Peran dalam tim.", example="Koordinator SPBE")
    perangkat_daerah: Annotated[Id, Ref("perangkat-daerah", "Dari", "Menjadi anggota")] | None = field(
        "publik", "Perangkat daerah", "ID OPD asal."
    )


class Tim(Base):
    """A team with its legal basis and its term."""

    nama: Teks = field("publik", "Nama", "Nama tim.", required=True, example="Tim Koordinasi SPBE")
    sk: Teks | None = field("publik", "SK", "Nomor dan tahun surat keputusan.")
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dasar", "Menetapkan tim")]] = field(
        "publik", "Bukti", "ID bukti surat keputusan.", default=()
    )
    mulai: Tanggal | None = field("publik", "Mulai", "Awal masa tugas.")
    selesai: Tanggal | None = field("publik", "Selesai", "Akhir masa tugas.")
    tugas: Daftar[Teks] = field("publik", "Tugas", "Tugas tim.", default=())
    anggota: tuple[Anggota, ...] = field("publik", "Anggota", "Jabatan yang duduk dalam tim.", default=())


class TataKelola(Base):
    """All teams of a region."""

    koordinasi: Tim | None = field("publik", "Tim Koordinasi SPBE", "Tim yang mengarahkan penerapan.")
    asesor_internal: Tim | None = field("publik", "Tim Asesor Internal", "Tim yang menilai mandiri.")
    lainnya: tuple[Tim, ...] = field("publik", "Tim lain", "Misalnya komite manajemen risiko.", default=())
