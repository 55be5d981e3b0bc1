"""Security (RAK): seven ``jenis`` of standard or activity, and what each of them protects."""

from __future__ import annotations

from typing import Annotated, Literal

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.record import Record
from spbe.model.references import Ref, RefByKind
from spbe.model.unions import Jenis, jenis_field
from spbe.model.values import Bilangan, Daftar, Tanggal, Teks

JENIS_KEAMANAN = Pilihan(
    "jenis keamanan",
    {
        "standar": "Standar, prosedur, dan regulasi",
        "edukasi": "Edukasi kesadaran keamanan",
        "kerentanan": "Identifikasi kerentanan",
        "peningkatan": "Peningkatan keamanan",
        "insiden": "Penanganan insiden",
        "audit": "Audit keamanan",
        "kelaikan": "Kelaikan keamanan",
    },
    {
        "standar teknis": "standar",
        "standar teknis dan prosedur": "standar",
        "standar teknis keamanan": "standar",
        "standar keamanan": "standar",
        "edukasi keamanan": "edukasi",
        "edukasi kesadaran": "edukasi",
        "edukasi kesadaran keamanan spbe": "edukasi",
        "identifikasi kerentanan keamanan": "kerentanan",
        "identifikasi kerentanan keamanan spbe": "kerentanan",
        "peningkatan keamanan spbe": "peningkatan",
        "penanganan insiden keamanan": "insiden",
        "penanganan insiden keamanan spbe": "insiden",
        "audit keamanan spbe": "audit",
        "kelaikan keamanan spbe": "kelaikan",
    },
)

JENIS_AUDIT = Pilihan(
    "jenis audit", {"internal": "Internal", "eksternal": "Eksternal"}, {"intern": "internal", "external": "eksternal"}
)

HASIL_AUDIT = Pilihan(
    "hasil audit keamanan",
    {
        "belum-dilaksanakan": "Belum atau tidak dilaksanakan",
        "memadai": "Memadai",
        "perlu-peningkatan": "Perlu peningkatan",
        "tidak-memadai": "Tidak memadai",
    },
    {"belum/tidak dilaksanakan": "belum-dilaksanakan", "tidak dilaksanakan": "belum-dilaksanakan"},
)

TINDAK_LANJUT = Pilihan(
    "tindak lanjut",
    {
        "belum": "Belum ditindaklanjuti",
        "sebagian": "Sebagian ditindaklanjuti",
        "sebagian-besar": "Sebagian besar ditindaklanjuti",
        "penuh": "Penuh ditindaklanjuti",
    },
    {"selesai": "penuh", "seluruhnya": "penuh", "sepenuhnya": "penuh"},
)


class ObjekKeamanan(Record):
    """The fields of every security record. It points to what it protects; nothing points to it."""

    jenis: str | None = jenis_field(None)
    melindungi: Annotated[
        dict[str, tuple[Id, ...]], RefByKind(("data", "aplikasi", "infrastruktur"), "Melindungi", "Dilindungi oleh")
    ] = field(
        "publik",
        "Melindungi",
        "ID data, aplikasi, dan infrastruktur yang dicakup, dikelompokkan menurut jenisnya.",
        source="Metadata terkait (DKI)",
        default={},
    )
    menggantikan: Daftar[Annotated[Id, Ref("keamanan", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID catatan keamanan yang digantikan oleh ini.", default=()
    )
    tanggal: Tanggal | None = field(
        "publik", "Tanggal", "Tanggal kegiatan atau mulai berlaku.", source="Tanggal", example="2025-06-12"
    )
    pelaksana: Teks | None = field("publik", "Pelaksana", "Unit atau pihak yang melaksanakan.", group="pengelolaan")


class KeamananTanpaJenis(ObjekKeamanan):
    """A security record whose ``jenis`` has not been asked yet, is unknown, or is not in the list."""

    jenis: Annotated[None, Jenis(JENIS_KEAMANAN, None)] = jenis_field(None)


class StandarKeamanan(ObjekKeamanan):
    """A standard, procedure or regulation, valid from ``tanggal``."""

    jenis: Annotated[Literal["standar"], Jenis(JENIS_KEAMANAN, "standar")] = jenis_field(
        "standar", "Standar, Prosedur, Regulasi"
    )
    tanggal: Tanggal | None = field(
        "publik", "Mulai berlaku", "Tanggal mulai berlaku.", source="Tanggal Mulai", example="2024-01"
    )
    berlaku_sampai: Tanggal | None = field(
        "publik",
        "Berlaku sampai",
        "Tanggal akhir berlaku.",
        group="pengelolaan",
        source="Tanggal Akhir",
        example="2028-12-31",
    )
    nomor: Teks | None = field("publik", "Nomor", "Nomor standar atau peraturan.", example="SNI ISO/IEC 27001:2022")


class EdukasiKeamanan(ObjekKeamanan):
    """An awareness activity."""

    jenis: Annotated[Literal["edukasi"], Jenis(JENIS_KEAMANAN, "edukasi")] = jenis_field("edukasi", "Edukasi Kesadaran")
    peserta: Teks | None = field("publik", "Peserta", "Siapa yang mengikuti.")
    jumlah_peserta: Bilangan | None = field("publik", "Jumlah peserta", "Berapa orang yang mengikuti.", example="40")


class IdentifikasiKerentanan(ObjekKeamanan):
    """A vulnerability assessment; what it found is for the administrators only."""

    jenis: Annotated[Literal["kerentanan"], Jenis(JENIS_KEAMANAN, "kerentanan")] = jenis_field(
        "kerentanan", "Identifikasi Kerentanan"
    )
    uraian: Teks | None = field("opd", "Uraian", "Apa yang diperiksa, dalam satu dua kalimat.", source="Uraian")
    metode: Teks | None = field("opd", "Metode", "Cara pemeriksaan dilakukan.", example="Uji penetrasi")
    temuan: Teks | None = field("internal", "Temuan", "Kerentanan yang ditemukan.")
    tindak_lanjut: Annotated[str, TINDAK_LANJUT] | None = field(
        "internal", "Tindak lanjut", "Sejauh mana temuan sudah diperbaiki.", example="sebagian"
    )


class PeningkatanKeamanan(ObjekKeamanan):
    """An improvement of security."""

    jenis: Annotated[Literal["peningkatan"], Jenis(JENIS_KEAMANAN, "peningkatan")] = jenis_field(
        "peningkatan", "Peningkatan Keamanan"
    )
    nilai_kematangan: Bilangan | None = field(
        "opd", "Nilai kematangan", "Nilai kematangan setelah peningkatan.", source="Nilai Kematangan", example="2.75"
    )


class PenangananInsiden(ObjekKeamanan):
    """The handling of an incident, or a measurement of how well incidents are handled."""

    jenis: Annotated[Literal["insiden"], Jenis(JENIS_KEAMANAN, "insiden")] = jenis_field(
        "insiden", "Penanganan Insiden"
    )
    uraian: Teks | None = field("opd", "Uraian", "Apa yang terjadi, dalam satu dua kalimat.", source="Uraian")
    nilai_kematangan: Bilangan | None = field(
        "opd", "Nilai kematangan", "Nilai kematangan penanganan insiden.", source="Nilai Kematangan", example="2.75"
    )
    dampak: Teks | None = field("internal", "Dampak", "Apa yang terganggu, dan berapa lama.")
    penanganan: Teks | None = field("internal", "Penanganan", "Apa yang sudah dilakukan.")


class AuditKeamanan(ObjekKeamanan):
    """A security audit."""

    jenis: Annotated[Literal["audit"], Jenis(JENIS_KEAMANAN, "audit")] = jenis_field("audit", "Audit Keamanan")
    uraian: Teks | None = field("opd", "Uraian", "Apa yang diaudit, dalam satu dua kalimat.", source="Uraian")
    jenis_audit: Annotated[str, JENIS_AUDIT] | None = field(
        "opd", "Jenis audit", "internal atau eksternal.", source="Jenis Audit", example="internal"
    )
    hasil: Annotated[str, HASIL_AUDIT] | None = field(
        "internal", "Hasil", "Simpulan audit.", source="Hasil Audit", example="perlu-peningkatan"
    )
    temuan: Teks | None = field("internal", "Temuan", "Temuan dan rekomendasi audit.")
    tindak_lanjut: Annotated[str, TINDAK_LANJUT] | None = field(
        "internal",
        "Tindak lanjut",
        "Sejauh mana temuan sudah ditindaklanjuti.",
        source="Tindak Lanjut",
        example="sebagian-besar",
    )
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan audit")]] = field(
        "opd", "Bukti", "ID bukti audit di indicators/bukti/.", default=()
    )


class KelaikanKeamanan(ObjekKeamanan):
    """A statement that something is fit to operate, valid from ``tanggal``."""

    jenis: Annotated[Literal["kelaikan"], Jenis(JENIS_KEAMANAN, "kelaikan")] = jenis_field(
        "kelaikan", "Kelaikan Keamanan"
    )
    nomor: Teks | None = field("publik", "Nomor", "Nomor surat atau sertifikat kelaikan.")
    berlaku_sampai: Tanggal | None = field(
        "publik", "Berlaku sampai", "Tanggal akhir berlaku.", group="pengelolaan", example="2027-05"
    )
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan kelaikan")]] = field(
        "publik", "Bukti", "ID bukti kelaikan di indicators/bukti/.", default=()
    )


KEAMANAN: dict[str | None, type[ObjekKeamanan]] = {
    "standar": StandarKeamanan,
    "edukasi": EdukasiKeamanan,
    "kerentanan": IdentifikasiKerentanan,
    "peningkatan": PeningkatanKeamanan,
    "insiden": PenangananInsiden,
    "audit": AuditKeamanan,
    "kelaikan": KelaikanKeamanan,
    None: KeamananTanpaJenis,
}
"""The class of every ``jenis``."""
