"""What a report recommends, and what becomes of it: action, office in charge, deadline, progress and evidence."""

from __future__ import annotations

from typing import Annotated, Final

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id, Kode
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tanggal, Teks

FOLLOWED_UP: Final = "selesai"
STATUS_TINDAK_LANJUT = Pilihan(
    "status tindak lanjut",
    {"belum": "Belum ditindaklanjuti", "sebagian": "Sebagian", FOLLOWED_UP: "Selesai"},
    {"belum ditindaklanjuti": "belum", "sebagian besar": "sebagian", "penuh ditindaklanjuti": "selesai"},
)


class Rekomendasi(Base):
    """A recommendation of the report on an assessment as a whole, or on several of its indicators.

    One on a single indicator may stand in its answer as well, where the office that answers for it keeps it.
    """

    isi: Teks = field("publik", "Rekomendasi", "Rekomendasi seperti tertulis pada laporan.", required=True)
    indikator: Daftar[Kode] = field(
        "publik",
        "Indikator",
        "Kode indikator yang dimaksud; kosong bila untuk penerapan secara umum.",
        example="[I11, I12]",
        default=(),
    )
    perangkat_daerah: (
        Annotated[Id, Ref("perangkat-daerah", "Ditindaklanjuti oleh", "Menindaklanjuti rekomendasi")] | None
    ) = field("publik", "Penanggung jawab", "ID OPD yang menindaklanjuti.", example="diskominfo")
    tindakan: Teks | None = field("publik", "Tindakan", "Apa yang akan atau sudah dilakukan.")
    batas_waktu: Tanggal | None = field(
        "publik", "Batas waktu", "Kapan tindak lanjut harus selesai.", example="2026-06-30"
    )
    status: Annotated[str, STATUS_TINDAK_LANJUT] | None = field(
        "publik", "Status tindak lanjut", "belum, sebagian, atau selesai.", example="sebagian"
    )
    kemajuan: Teks | None = field(
        "publik", "Kemajuan", "Sejauh mana tindak lanjutnya, dengan angka bila ada.", example="3 dari 5 layanan selesai"
    )
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan tindak lanjut")]] = field(
        "publik", "Bukti", "ID bukti tindak lanjut di indicators/bukti/.", default=()
    )
