"""Business processes (RAB): what the government does, and the objective that each process serves."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.identifiers import Id
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.values import Daftar, Tahun, Teks

KEWENANGAN = Pilihan(
    "tingkat kewenangan",
    {"pusat": "Pusat", "provinsi": "Provinsi", "kabupaten-kota": "Kabupaten/Kota"},
    {
        "nasional": "pusat",
        "kewenangan pusat": "pusat",
        "kewenangan tingkat provinsi": "provinsi",
        "kewenangan tingkat kota": "kabupaten-kota",
        "kewenangan tingkat kabupaten": "kabupaten-kota",
        "kota": "kabupaten-kota",
        "kabupaten": "kabupaten-kota",
    },
)


class Iku(Base):
    """One main performance indicator (indikator kinerja utama) of the objective that a process serves."""

    nama: Teks = field("publik", "IKU", "Nama indikator kinerja utama.", source="IKU", required=True)
    tahun: Tahun | None = field("publik", "Tahun", "Tahun target dan realisasi.", example="2025")
    target: Teks | None = field("publik", "Target", "Nilai yang ditargetkan.", source="Nilai IKU Target")
    realisasi: Teks | None = field("publik", "Realisasi", "Nilai yang tercapai.", source="Nilai IKU Terealisasi")
    satuan: Teks | None = field("publik", "Satuan", "Satuan nilai, misalnya persen atau hari.")


class ProsesBisnis(Record):
    """A business process; its place in the reference architecture is ``referensi`` (RAB)."""

    menggantikan: Daftar[Annotated[Id, Ref("proses-bisnis", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID proses bisnis yang digantikan oleh ini.", default=()
    )
    sasaran: Daftar[Teks] = field(
        "publik", "Sasaran strategis", "Sasaran strategis yang didukung.", source="Sasaran Strategis", default=()
    )
    iku: tuple[Iku, ...] = field(
        "publik",
        "Indikator kinerja utama",
        "IKU sasaran itu, dengan target dan realisasinya.",
        source="IKU",
        default=(),
    )
    program: Teks | None = field(
        "publik", "Program", "Program menurut nomenklatur perencanaan daerah.", source="Program Kepmendagri (DKI)"
    )
    kewenangan: Annotated[str, KEWENANGAN] | None = field(
        "publik",
        "Tingkat kewenangan",
        "Tingkat pemerintahan yang berwenang.",
        group="pengelolaan",
        source="Tingkat Kewenangan (DKI)",
        example="kabupaten-kota",
    )
    periode: Teks | None = field(
        "publik",
        "Periode",
        "Periode rencana yang memuat proses ini.",
        group="pengelolaan",
        source="Periode (XLS)",
        example="2025–2029",
    )
    dasar_hukum: Daftar[Teks] = field(
        "publik", "Dasar hukum", "Peraturan yang mendasari.", group="pengelolaan", default=()
    )
