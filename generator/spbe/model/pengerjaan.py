"""How the work on an assessment stands: the state of an answer, and the calendar of its stages.

Offices and functions, never names of persons.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tanggal, Teks

NOT_ANSWERED: Final = "belum"
ANSWERED: Final = "diisi"
PROVED: Final = "bukti-lengkap"
VERIFIED: Final = "diverifikasi"
APPROVED: Final = "disetujui"

STATUS_JAWABAN = Pilihan(
    "status jawaban",
    {
        NOT_ANSWERED: "Belum diisi",
        ANSWERED: "Diisi",
        PROVED: "Bukti lengkap",
        VERIFIED: "Diverifikasi",
        APPROVED: "Disetujui",
    },
    {
        "belum dijawab": NOT_ANSWERED,
        "terisi": ANSWERED,
        "sudah diisi": ANSWERED,
        "lengkap": PROVED,
        "terverifikasi": VERIFIED,
        "valid": VERIFIED,
        "final": APPROVED,
    },
)
"""How far an answer is, in the order in which that happens."""

BAGIAN_JADWAL = Pilihan(
    "bagian jadwal",
    {"persiapan": "Persiapan", "pelaksanaan": "Pelaksanaan", "pelaporan": "Pelaporan"},
    {"perencanaan": "persiapan"},
)
"""The three parts of an assessment's year."""


class StatusJawaban(Base):
    """That an answer reached a state: when, and by which function."""

    keadaan: Annotated[str, STATUS_JAWABAN] = field(
        "publik",
        "Keadaan",
        "belum, diisi, bukti-lengkap, diverifikasi, atau disetujui.",
        required=True,
        example="diverifikasi",
    )
    tanggal: Tanggal | None = field("publik", "Tanggal", "Kapan keadaan itu dicapai.", example="2025-06-12")
    fungsi: Teks | None = field(
        "publik",
        "Fungsi",
        "Jabatan atau peran yang menyatakannya, bukan nama orang.",
        example="Ketua Tim Asesor Internal",
    )


class TahapanJadwal(Base):
    """One stage of an assessment's calendar."""

    bagian: Annotated[str, BAGIAN_JADWAL] | None = field(
        "publik", "Bagian", "persiapan, pelaksanaan, atau pelaporan.", example="pelaksanaan"
    )
    nama: Teks = field("publik", "Nama", "Apa yang dikerjakan.", required=True, example="Pengisian penilaian mandiri")
    mulai: Tanggal | None = field("publik", "Mulai", "Hari pertama.", example="2025-05-05")
    selesai: Tanggal | None = field("publik", "Selesai", "Hari terakhir.", example="2025-06-13")
    perangkat_daerah: Daftar[
        Annotated[Id, Ref("perangkat-daerah", "Tahapan dikerjakan oleh", "Mengerjakan tahapan penilaian")]
    ] = field(
        "publik",
        "Penanggung jawab",
        "ID setiap OPD yang mengerjakan; kosong berarti semua OPD yang menjawab.",
        default=(),
    )
    mencapai: Annotated[str, STATUS_JAWABAN] | None = field(
        "publik", "Mencapai", "Keadaan jawaban yang harus dicapai pada akhir tahapan ini.", example="bukti-lengkap"
    )

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day; the one date that is known is both, ``None`` without any."""
        first, last = self.mulai or self.selesai, self.selesai or self.mulai
        return (first.first, last.last) if first and last else None
