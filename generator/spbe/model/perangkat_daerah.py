"""Regional government bodies (OPD): who owns, runs and answers for everything else."""

from __future__ import annotations

from typing import Annotated

from spbe.model.base import field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Tautan
from spbe.model.identifiers import Akun, Id
from spbe.model.record import Record
from spbe.model.references import Ref
from spbe.model.values import Daftar, Teks, TextKind

JENIS_PERANGKAT_DAERAH = Pilihan(
    "jenis perangkat daerah",
    {
        "sekretariat-daerah": "Sekretariat Daerah",
        "sekretariat-dprd": "Sekretariat DPRD",
        "inspektorat": "Inspektorat",
        "dinas": "Dinas",
        "badan": "Badan",
        "satpol-pp": "Satuan Polisi Pamong Praja",
        "bagian": "Bagian pada Sekretariat Daerah",
        "rumah-sakit": "Rumah sakit umum daerah",
        "kecamatan": "Kecamatan",
        "kelurahan": "Kelurahan",
        "upt": "Unit pelaksana teknis daerah",
        "lainnya": "Lainnya",
    },
    {
        "setda": "sekretariat-daerah",
        "setwan": "sekretariat-dprd",
        "sekwan": "sekretariat-dprd",
        "itda": "inspektorat",
        "inspektorat daerah": "inspektorat",
        "satpol": "satpol-pp",
        "biro": "bagian",
        "bagian setda": "bagian",
        "rsud": "rumah-sakit",
        "rumah sakit": "rumah-sakit",
        "distrik": "kecamatan",
        "kantor camat": "kecamatan",
        "uptd": "upt",
        "uptb": "upt",
        "unit pelaksana teknis": "upt",
    },
)


class PerangkatDaerah(Record):
    """A regional government body. Its own parts (an UPTD, a bagian) are records too, with ``induk``."""

    singkatan: Teks | None = field(
        "publik", "Singkatan", "Nama pendek yang dipakai pada tabel dan bagan.", example="Diskominfo"
    )
    jenis: Annotated[str, JENIS_PERANGKAT_DAERAH] | None = field(
        "publik", "Jenis", "Dinas, badan, kecamatan, dan seterusnya.", example="dinas"
    )
    kode: Teks | None = field(
        "publik", "Kode OPD", "Kode menurut penganggaran daerah, ditulis apa adanya.", example="031101"
    )
    induk: Annotated[Id, Ref("perangkat-daerah", "Bagian dari", "Membawahi")] | None = field(
        "publik", "Induk", "ID perangkat daerah yang membawahi unit ini.", example="sekretariat-daerah"
    )
    menggantikan: Daftar[Annotated[Id, Ref("perangkat-daerah", "Menggantikan", "Digantikan oleh")]] = field(
        "publik", "Menggantikan", "ID perangkat daerah lama yang dilebur atau diganti menjadi ini.", default=()
    )
    urusan: Daftar[Annotated[Teks, TextKind.CODE_OR_WORDS]] = field(
        "publik",
        "Urusan pemerintahan",
        "Urusan yang diampu: kode RAB tingkat 2 atau namanya.",
        example="RAB.01.02",
        default=(),
    )
    tugas: Teks | None = field(
        "publik", "Tugas dan fungsi", "Tugas pokok dan fungsi dalam beberapa kalimat.", source="Tupoksi (DKI)"
    )
    situs: Tautan | None = field(
        "publik", "Situs", "Alamat situs resmi.", group="kontak", example="https://diskominfo.contohkota.go.id"
    )
    alamat: Teks | None = field("publik", "Alamat kantor", "Alamat kantor untuk umum.", group="kontak")
    kontak: Daftar[Teks] = field(
        "publik", "Kontak", "Telepon atau surel kantor yang boleh dihubungi umum.", group="kontak", default=()
    )
    akun_git: Daftar[Akun] = field(
        "opd",
        "Akun Git",
        "Nama akun atau tim di layanan Git yang memeriksa perubahan catatan OPD ini.",
        group="kontak",
        example="@kota/diskominfo",
        default=(),
    )

    @property
    def short_name(self) -> str:
        """What people call it where there is little room."""
        return self.singkatan or self.nama
