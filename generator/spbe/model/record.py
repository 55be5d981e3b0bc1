"""The fields common to all records, and the two bases that every kind builds on."""

from __future__ import annotations

from typing import Annotated, Any, Final, Self

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id, KodeReferensi
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tanggal, Teks

OPEN: Final = "terbuka"
KLASIFIKASI = Pilihan(
    "klasifikasi",
    {OPEN: "Terbuka", "terbatas": "Terbatas", "tertutup": "Tertutup"},
    {"publik": "terbuka", "umum": "terbuka", "rahasia": "tertutup", "sangat rahasia": "tertutup"},
)
"""Who may see the catalogue entry itself: everyone, the OPDs, or only the administrators."""

CURRENT: Final = "saat-ini"
PLANNED: Final = "rencana"
DISCONTINUED: Final = "dihentikan"

KEADAAN = Pilihan(
    "keadaan",
    {CURRENT: "Saat ini", PLANNED: "Rencana", DISCONTINUED: "Dihentikan"},
    {
        "as is": "saat-ini",
        "aktif": "saat-ini",
        "beroperasi": "saat-ini",
        "dalam pengoperasian": "saat-ini",
        "to be": "rencana",
        "baru": "rencana",
        "tidak aktif": "dihentikan",
        "berhenti": "dihentikan",
        "sunset": "dihentikan",
    },
)
"""As-is, to-be, or retired (SIA-SPBE: As-is, To-be)."""

NOT_PLANNED = ("id", "dahulu", "klasifikasi", "rencana")
"""Fields that a coming version may not have: it is the same record, and whoever sees the one sees the other."""

Klasifikasi = Annotated[str, KLASIFIKASI]
Keadaan = Annotated[str, KEADAAN]


class Entri(Base):
    """Anything with an id and a name that may be published: records and evidence."""

    id: Id = field(
        "publik",
        "ID",
        "Nama tetap catatan ini: huruf kecil, angka, tanda hubung; sama dengan nama berkas dan tidak pernah diganti.",
        source="ID",
        example="simpeg",
        required=True,
    )
    nama: Teks = field(
        "publik", "Nama", "Nama yang dikenal orang.", source="Nama", example="Sistem Kepegawaian", required=True
    )
    uraian: Teks | None = field("publik", "Uraian", "Apa ini, dalam satu dua kalimat.", source="Uraian")
    perangkat_daerah: Annotated[Id, Ref("perangkat-daerah", "Pemilik", "Memiliki")] | None = field(
        "publik",
        "Perangkat daerah",
        "ID perangkat daerah (OPD) pemilik atau penanggung jawab.",
        source="Unit Kerja",
        example="diskominfo",
    )
    klasifikasi: Klasifikasi = field(
        "publik",
        "Klasifikasi catatan",
        "Siapa yang boleh melihat catatan ini: terbuka (semua), terbatas (OPD), tertutup (pengelola). "
        "Bukan sifat data di dalamnya.",
        example=OPEN,
        default=OPEN,
    )
    ditinjau: Tanggal | None = field(
        "publik", "Terakhir ditinjau", "Kapan isi catatan ini terakhir diperiksa kebenarannya.", example="2025-11-03"
    )
    sumber: Teks | None = field(
        "publik", "Sumber", "Dari mana isi catatan ini: dokumen, aplikasi, atau wawancara.", group="catatan"
    )
    dahulu: Daftar[Id] = field(
        "publik",
        "ID terdahulu",
        "ID yang pernah dipakai catatan ini; tautan lama dialihkan ke sini.",
        group="catatan",
        default=(),
    )
    tag: Daftar[Teks] = field("publik", "Tag", "Kata kunci bebas untuk mengelompokkan.", group="catatan", default=())
    lain: dict[str, Teks] = field(
        "internal",
        "Lain-lain",
        "Kolom hasil impor yang belum punya tempat; tidak diterbitkan.",
        group="catatan",
        default={},
    )

    @property
    def state(self) -> str:
        """The code of its state in ``KEADAAN``; what has no states, such as evidence, is of today."""
        return CURRENT

    @property
    def is_current(self) -> bool:
        """Whether it describes today."""
        return self.state == CURRENT

    @property
    def is_planned(self) -> bool:
        """Whether it is not there yet."""
        return self.state == PLANNED

    @property
    def is_discontinued(self) -> bool:
        """Whether it is no longer there."""
        return self.state == DISCONTINUED

    @property
    def is_open(self) -> bool:
        """Whether everybody may see that it exists."""
        return self.klasifikasi == OPEN


class Record(Entri):
    """A record of the architecture: everything under ``architecture/``."""

    referensi: Daftar[KodeReferensi] = field(
        "publik",
        "Referensi arsitektur",
        "Kode pada Referensi Arsitektur SPBE (Perpres 132/2022), sedalam yang diketahui.",
        source="Referensi Arsitektur",
        example="RAA.02.02",
        default=(),
    )
    keadaan: Keadaan = field(
        "publik",
        "Keadaan",
        "saat-ini (as-is), rencana (to-be), atau dihentikan.",
        source="Status",
        example=CURRENT,
        default=CURRENT,
    )
    sejak: Tanggal | None = field(
        "publik", "Sejak", "Sejak kapan keadaan itu berlaku, misalnya tanggal dihentikan.", example="2024-07"
    )
    rencana: Self | None = field(
        "publik",
        "Rencana perubahan",
        "Keadaan catatan yang sama pada masa datang (to-be, upgrade): tulis hanya isian yang akan berubah.",
        source="To-be (upgrade)",
    )

    @property
    def state(self) -> str:
        """The code of its state in ``KEADAAN``."""
        return self.keadaan

    @field_validator("rencana", mode="before")
    @classmethod
    def _complete_plan(cls, raw: Any) -> Any:
        """A coming version names only what changes; ``id`` and ``nama`` stay those of the record."""
        if not isinstance(raw, dict):
            return raw
        for key in NOT_PLANNED:
            if key in raw:
                raise PydanticCustomError("rencana-isian", "field may not stand in a plan", {"isian": key})
        return {"id": "rencana", "nama": "rencana", **raw}

    def planned_fields(self) -> tuple[str, ...]:
        """The fields that ``rencana`` changes, in declared order."""
        return self.rencana.changed_fields() if self.rencana is not None else ()

    def changed_fields(self) -> tuple[str, ...]:
        """The fields that this record, which is the coming version of another, says beyond its placeholders."""
        given = self.model_fields_set | self._absent.keys()
        names = [name for name in type(self).model_fields if name in given and name != "id"]
        return tuple(name for name in names if name != "nama" or self.nama != "rencana")
