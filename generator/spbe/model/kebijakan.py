"""What a region decides about its own check, ``architecture/kebijakan-pemeriksaan.yaml``; nothing else reads it."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.values import Tanggal, Teks

KEGAWATAN = Pilihan(
    "kegawatan", {"kesalahan": "Kesalahan", "peringatan": "Peringatan", "info": "Info"}, {"error": "kesalahan"}
)
SEVERITY_OF: Final[dict[str, Literal["error", "warning", "info"]]] = {
    "kesalahan": "error",
    "peringatan": "warning",
    "info": "info",
}
"""What the words of a policy mean in reports for programs."""


class Pengecualian(Base):
    """One rule that does not count for one record or file, for a reason, until a day."""

    aturan: Id = field(
        "internal", "Aturan", "Nama aturan, seperti dalam kurung siku.", required=True, example="pribadi-telepon"
    )
    catatan: Teks | None = field("internal", "Catatan", "Jenis dan ID catatannya.", example="perangkat-daerah/bkpsdm")
    berkas: Teks | None = field(
        "internal", "Berkas", "Sebagai ganti `catatan`: letak berkasnya.", example="content/pengumuman.md"
    )
    alasan: Teks = field(
        "internal",
        "Alasan",
        "Mengapa pesan ini tidak berlaku di sini.",
        required=True,
        example="Nomor layanan pengaduan, bukan nomor pegawai.",
    )
    sampai: Tanggal = field(
        "internal", "Sampai", "Hari terakhir pengecualian berlaku.", required=True, example="2026-12-31"
    )


class Kebijakan(Base):
    """What is graver or less grave here than elsewhere, and what does not count for a while."""

    kegawatan: dict[Id, Annotated[str, KEGAWATAN]] = field(
        "internal",
        "Kegawatan",
        "Aturan ke kesalahan, peringatan, atau info.",
        example="{lampiran-tak-dirujuk: kesalahan}",
        default={},
    )
    pengecualian: tuple[Pengecualian, ...] = field(
        "internal", "Pengecualian", "Satu aturan yang untuk sementara tidak berlaku bagi satu catatan.", default=()
    )
