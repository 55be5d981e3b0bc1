"""The roadmap (peta rencana): what will be built or changed, when, by whom, for how much, and to which end."""

from __future__ import annotations

from typing import Annotated, Final

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id, KodeIndikator
from spbe.model.lists import ARCHITECTURE, ASAL_ANGGARAN
from spbe.model.record import Record
from spbe.model.references import Ref, RefByKind
from spbe.model.values import Daftar, Rupiah, Tahun, Teks, TextKind

MUATAN = Pilihan(
    "muatan peta rencana",
    {
        "tata-kelola": "Tata kelola",
        "manajemen": "Manajemen",
        "layanan": "Layanan",
        "infrastruktur": "Infrastruktur",
        "aplikasi": "Aplikasi",
        "keamanan": "Keamanan",
        "audit-tik": "Audit TIK",
    },
    {
        "tata kelola spbe": "tata-kelola",
        "manajemen spbe": "manajemen",
        "layanan spbe": "layanan",
        "infrastruktur spbe": "infrastruktur",
        "aplikasi spbe": "aplikasi",
        "keamanan spbe": "keamanan",
        "audit": "audit-tik",
        "audit teknologi informasi dan komunikasi": "audit-tik",
    },
)
"""The seven parts of a roadmap, in the order of the evaluation's guide."""

JENIS_INISIATIF = Pilihan(
    "jenis inisiatif",
    {"teknologi": "Teknologi", "sdm": "Sumber daya manusia", "proses": "Proses"},
    {"tik": "teknologi", "people": "sdm", "process": "proses", "technology": "teknologi"},
)

FINISHED: Final = "selesai"
POSTPONED: Final = "ditunda"
CANCELLED: Final = "dibatalkan"

STATUS_RENCANA = Pilihan(
    "status rencana",
    {
        "diusulkan": "Diusulkan",
        "direncanakan": "Direncanakan",
        "berjalan": "Berjalan",
        FINISHED: "Selesai",
        POSTPONED: "Ditunda",
        CANCELLED: "Dibatalkan",
    },
    {
        "usulan": "diusulkan",
        "rencana": "direncanakan",
        "belum dimulai": "direncanakan",
        "sedang berjalan": "berjalan",
        "dalam pelaksanaan": "berjalan",
        "terlaksana": "selesai",
        "tertunda": "ditunda",
        "batal": "dibatalkan",
    },
)
"""A gap that was left out is ``ditunda``, never deleted."""


class SasaranRpjmd(Base):
    """An aim of the region's medium-term plan, with the indicator by which the plan measures it."""

    sasaran: Teks = field(
        "publik",
        "Sasaran RPJMD",
        "Sasaran pada RPJMD yang didukung.",
        required=True,
        source="Sasaran Program/Kegiatan Strategis (SE 18/2022, Tabel 7)",
        example="Meningkatnya kualitas pelayanan publik",
    )
    indikator: Daftar[Teks] = field(
        "publik",
        "Indikator sasaran",
        "Indikator sasaran itu pada RPJMD.",
        source="Indikator (SE 18/2022, Tabel 7)",
        example="Indeks Pelayanan Publik",
        default=(),
    )


class PetaRencana(Record):
    """One initiative of the roadmap; ``perangkat_daerah`` is its coordinator (UIC)."""

    muatan: Annotated[str, MUATAN] | None = field(
        "publik", "Muatan", "Salah satu dari tujuh muatan peta rencana.", source="Program", example="aplikasi"
    )
    jenis: Annotated[str, JENIS_INISIATIF] | None = field(
        "publik", "Jenis inisiatif", "teknologi, sdm, atau proses.", source="Jenis inisiatif (DKI)"
    )
    menggantikan: Daftar[Annotated[Id, Ref("peta-rencana", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID rencana yang digantikan oleh ini.", default=()
    )
    kesenjangan: Teks | None = field("publik", "Kesenjangan", "Selisih keadaan saat ini dan yang dituju.", source="Gap")
    mengubah: Annotated[dict[str, tuple[Id, ...]], RefByKind(ARCHITECTURE, "Mengubah", "Diubah oleh rencana")] = field(
        "publik",
        "Mengubah",
        "ID catatan arsitektur yang dibuat atau diubah, dikelompokkan menurut jenisnya.",
        source="Objek to-be",
        default={},
    )
    indikator: Daftar[KodeIndikator] = field(
        "publik",
        "Indikator",
        "Indikator yang akan naik, disebut dengan instrumennya.",
        source="Indikator (WIC)",
        example="permenpanrb-59-2020/I11",
        default=(),
    )
    sasaran: Daftar[Teks] = field(
        "publik", "Sasaran strategis", "Sasaran strategis yang didukung.", source="Sasaran Strategis", default=()
    )
    sasaran_rpjmd: tuple[SasaranRpjmd, ...] = field(
        "publik", "Sasaran RPJMD", "Sasaran RPJMD yang didukung, dengan indikatornya.", default=()
    )
    inisiatif_strategis: Teks | None = field(
        "publik",
        "Inisiatif strategis",
        "Inisiatif strategis arsitektur yang memuat kegiatan ini.",
        source="Inisiatif Strategis (SE 18/2022, Tabel 7)",
        example="Integrasi layanan perizinan",
    )
    urusan: Daftar[Annotated[Teks, TextKind.CODE_OR_WORDS]] = field(
        "publik",
        "Urusan pemerintahan",
        "Bidang urusan: kode RAB tingkat 2 atau namanya.",
        source="Bidang urusan (DKI)",
        default=(),
    )
    program: Teks | None = field("publik", "Program", "Program menurut dokumen perencanaan.", source="Program (DKI)")
    kegiatan: Teks | None = field("publik", "Kegiatan", "Kegiatan menurut dokumen perencanaan.", source="Kegiatan")
    sub_kegiatan: Teks | None = field(
        "publik", "Sub kegiatan", "Sub kegiatan menurut dokumen perencanaan.", source="Sub kegiatan (DKI)"
    )
    tahun_mulai: Tahun | None = field(
        "publik", "Tahun mulai", "Tahun pertama pelaksanaan.", source="Tahun awal (DKI)", example="2026"
    )
    tahun_selesai: Tahun | None = field(
        "publik", "Tahun selesai", "Tahun terakhir pelaksanaan.", source="Tahun akhir (DKI)", example="2027"
    )
    luaran: Teks | None = field(
        "publik", "Luaran", "Apa yang dihasilkan kegiatan ini.", example="Satu portal perizinan terpadu"
    )
    baseline: Teks | None = field(
        "publik",
        "Baseline",
        "Keadaan pada awal rencana, dengan tahunnya.",
        source="Baseline (SE 18/2022, Tabel 7)",
        example="2 dari 14 perizinan terpadu (2022)",
    )
    target: dict[Tahun, Teks] = field(
        "publik", "Target tahunan", "Tahun dan target yang dicapai pada tahun itu.", source="Target (WIC)", default={}
    )
    anggaran: Rupiah | None = field(
        "publik", "Anggaran", "Pagu seluruh tahun dalam rupiah.", source="Pagu anggaran (MDN)", example="350000000"
    )
    anggaran_tahunan: dict[Tahun, Rupiah] = field(
        "publik",
        "Anggaran tahunan",
        "Tahun dan pagu pada tahun itu dalam rupiah.",
        default={},
    )
    asal_anggaran: Annotated[str, ASAL_ANGGARAN] | None = field(
        "publik", "Asal anggaran", "APBD, APBN, atau lainnya.", group="pengelolaan", example="apbd"
    )
    status: Annotated[str, STATUS_RENCANA] | None = field(
        "publik", "Status", "Sejauh mana rencana berjalan.", source="Status perencanaan", example="direncanakan"
    )
    pelaksana: Daftar[Annotated[Id, Ref("perangkat-daerah", "Dilaksanakan oleh", "Melaksanakan")]] = field(
        "publik",
        "Perangkat daerah pelaksana",
        "ID setiap OPD yang ikut melaksanakan, selain koordinatornya.",
        group="pengelolaan",
        source="Pelaksana (MDN)",
        default=(),
    )
    unit_penanggung_jawab: Teks | None = field(
        "publik",
        "Unit penanggung jawab",
        "Bidang atau bagian yang bertanggung jawab.",
        group="pengelolaan",
        source="Unit PJ (DKI)",
    )

    @property
    def whole_budget(self) -> int | None:
        """The budget of all years in rupiah: as told, else the sum of the years; ``None`` where neither is."""
        return self.anggaran if self.anggaran is not None else sum(self.anggaran_tahunan.values()) or None

    @property
    def is_finished(self) -> bool:
        """Whether it has been carried out."""
        return self.status == FINISHED

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not be carried out."""
        return self.status == CANCELLED

    @property
    def is_postponed(self) -> bool:
        """Whether it was left for later."""
        return self.status == POSTPONED

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it: finished or cancelled."""
        return self.is_finished or self.is_cancelled

    @property
    def has_begun(self) -> bool:
        """Whether it is, or was, being carried out."""
        return self.is_finished or self.status == "berjalan"
