"""Assessments: one folder per assessment under ``indicators/``, its published result, and its answers."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Final

from spbe.model.base import Base, field
from spbe.model.choices import Pilihan
from spbe.model.document_values import Tautan
from spbe.model.identifiers import AsalJawaban, Id
from spbe.model.pengerjaan import ANSWERED, NOT_ANSWERED, PROVED, StatusJawaban, TahapanJadwal
from spbe.model.references import Ref
from spbe.model.rekomendasi import STATUS_TINDAK_LANJUT, Rekomendasi
from spbe.model.values import Bilangan, Daftar, Hitungan, Tahun, Tanggal, Teks

TAHAP = Pilihan(
    "tahap",
    {
        "mandiri": "Penilaian mandiri",
        "dokumen": "Penilaian dokumen",
        "interviu": "Penilaian interviu",
        "visitasi": "Penilaian visitasi",
        "akhir": "Hasil akhir",
    },
)
"""The stages of an assessment in their order; one never overwrites another."""

KEGIATAN = Pilihan("kegiatan", {"evaluasi": "Evaluasi", "pemantauan": "Pemantauan", "mandiri": "Penilaian mandiri"})

PUBLISHED: Final = "terbit"
STATUS_PUBLIKASI = Pilihan("status publikasi", {"draf": "Draf", PUBLISHED: "Terbit"}, {"draft": "draf"})


class NilaiTahap(Base):
    """The values of one indicator, one per stage; a stage that is absent has not been given."""

    mandiri: Bilangan | None = field("publik", "Penilaian mandiri", "Nilai dari asesor internal.", example="3")
    dokumen: Bilangan | None = field("publik", "Penilaian dokumen", "Nilai setelah verifikasi dokumen.")
    interviu: Bilangan | None = field("publik", "Penilaian interviu", "Nilai setelah interviu.", example="2")
    visitasi: Bilangan | None = field("publik", "Penilaian visitasi", "Nilai setelah visitasi.")
    akhir: Bilangan | None = field("publik", "Hasil akhir", "Nilai pada hasil resmi.", example="2")

    def by_stage(self) -> dict[str, Fraction]:
        """Stage to value, in the order of the stages, for those that have one."""
        return {stage: value for stage in TAHAP.nilai if (value := getattr(self, stage)) is not None}


class SumberNilai(Base):
    """The index of another agency that an indicator's value is taken from, as 8/2026 does for some of them."""

    indeks: Teks = field("publik", "Indeks", "Nama indeks dan instansinya.", required=True, example="IKASANDI (BSSN)")
    tahun: Tahun = field("publik", "Tahun", "Tahun indeks itu.", required=True, example="2026")
    nilai: Bilangan | None = field("publik", "Nilai", "Nilai seperti tertulis pada sumbernya.", example="2.15")
    sumber: Teks = field(
        "publik", "Sumber", "Surat, keputusan, atau laporannya.", required=True, example="Surat hasil IKASANDI 2026"
    )
    tautan: Tautan | None = field("publik", "Tautan", "Alamat dokumen.")


class Publikasi(Base):
    """Whether a result may be shown to the public."""

    status: Annotated[str, STATUS_PUBLIKASI] = field(
        "publik", "Status", "draf (tidak tampil pada edisi publik) atau terbit.", default="draf"
    )
    persetujuan: Annotated[Id, Ref("bukti", "Persetujuan publikasi", "Menyetujui publikasi")] | None = field(
        "publik", "Persetujuan", "ID bukti pernyataan persetujuan publikasi."
    )

    @property
    def is_published(self) -> bool:
        """Whether the result may be shown to the public; else it is a draft."""
        return self.status == PUBLISHED


class HasilResmi(Base):
    """The result as the ministry published it."""

    indeks: Bilangan = field("publik", "Indeks", "Indeks seperti tercetak.", required=True, example="2.15")
    predikat: Teks | None = field("publik", "Predikat", "Predikat seperti tercetak.", example="Cukup")
    domain: dict[str, Bilangan] = field("publik", "Indeks domain", "Kode domain ke nilai tercetak.", default={})
    aspek: dict[str, Bilangan] = field("publik", "Indeks aspek", "Kode aspek ke nilai tercetak.", default={})
    sumber: Teks | None = field("publik", "Sumber", "Dokumen dan halamannya.", example="LHE SPBE 2023")
    tautan: Tautan | None = field("publik", "Tautan", "Alamat dokumen.")
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan hasil resmi")]] = field(
        "publik", "Bukti", "ID bukti yang memuat hasil ini, misalnya laporan hasil evaluasi.", default=()
    )
    catatan: Teks | None = field("publik", "Catatan", "Penjelasan bila angka tercetak berbeda dari hasil hitung.")


class Penilaian(Base):
    """The head of an assessment.

    ``indicators/<nama>/penilaian.yaml``: which year, which instrument, what came out.
    """

    tahun: Tahun = field("publik", "Tahun", "Tahun penilaian.", required=True, example="2025")
    instrumen: Teks = field("publik", "Instrumen", "ID instrumen.", required=True, example="permenpanrb-59-2020")
    nama: Teks | None = field("publik", "Nama", "Nama penilaian bila bukan tahunnya.", example="Uji Pemdi 2025")
    kegiatan: Annotated[str, KEGIATAN] | None = field("publik", "Kegiatan", "evaluasi, pemantauan, atau mandiri.")
    publikasi: Publikasi = field("publik", "Publikasi", "Apakah boleh tampil pada edisi publik.", default=Publikasi())
    target_indeks: Bilangan | None = field("publik", "Target indeks", "Target yang ditetapkan daerah.", example="2.60")
    hasil_resmi: HasilResmi | None = field("publik", "Hasil resmi", "Hasil seperti diumumkan kementerian.")
    jadwal: tuple[TahapanJadwal, ...] = field(
        "publik", "Jadwal", "Tahapan persiapan, pelaksanaan, dan pelaporan, dengan tanggalnya.", default=()
    )
    rekomendasi: tuple[Rekomendasi, ...] = field(
        "publik",
        "Rekomendasi",
        "Rekomendasi laporan atas penilaian ini; yang atas satu indikator boleh ditulis pada jawabannya.",
        default=(),
    )
    catatan: Teks | None = field("publik", "Catatan", "Hal yang perlu diketahui pembaca.")
    catatan_internal: Teks | None = field("internal", "Catatan internal", "Hanya untuk pengelola.")


class Jawaban(Base):
    """The answer to one indicator.

    ``indicators/<nama>/I11.yaml``: what the OPD and the internal assessor write.
    """

    perangkat_daerah: (
        Annotated[Id, Ref("perangkat-daerah", "Penanggung jawab", "Bertanggung jawab atas indikator")] | None
    ) = field("publik", "Perangkat daerah", "ID OPD penanggung jawab indikator.", example="bappeda")
    nilai: NilaiTahap = field("publik", "Nilai", "Tahap ke nilai.", example="{mandiri: 3}", default=NilaiTahap())
    sumber_nilai: SumberNilai | None = field(
        "publik", "Sumber nilai", "Indeks instansi lain tempat nilai ini diambil: nama, tahun, dan dokumennya."
    )
    target: Bilangan | None = field("publik", "Target", "Nilai yang dituju.", example="3")
    fakta: Teks | None = field("publik", "Fakta", "Apa kata dokumen, dengan pasal dan halaman.")
    analisis: Teks | None = field("publik", "Analisis", "Mengapa itu memenuhi kriteria tingkatnya.")
    diperiksa: Hitungan | None = field(
        "publik",
        "Yang diperiksa",
        "Berapa dari berapa yang diperiksa untuk jawaban ini.",
        example="12 dari 30 layanan",
    )
    bukti: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan indikator")]] = field(
        "publik", "Bukti", "ID bukti dukung di indicators/bukti/.", default=()
    )
    asal: Daftar[AsalJawaban] = field(
        "opd",
        "Asal",
        "Jawaban pada penilaian lain yang isinya dibawa ke sini, ditulis penilaian/kode.",
        example="[2025/I11]",
        default=(),
    )
    catatan_asesor: Teks | None = field("opd", "Catatan asesor", "Catatan asesor eksternal pada indikator ini.")
    rekomendasi: Teks | None = field("publik", "Rekomendasi", "Rekomendasi pada laporan resmi.")
    tanggapan: Teks | None = field("publik", "Tanggapan", "Jawaban daerah atas rekomendasi.")
    status_tindak_lanjut: Annotated[str, STATUS_TINDAK_LANJUT] | None = field(
        "publik", "Status tindak lanjut", "belum, sebagian, atau selesai."
    )
    batas_waktu: Tanggal | None = field("opd", "Batas waktu", "Kapan tindak lanjut harus selesai.")
    tindakan: Teks | None = field("publik", "Tindakan", "Apa yang akan atau sudah dilakukan atas rekomendasi.")
    pelaksana: Daftar[Annotated[Id, Ref("perangkat-daerah", "Ditindaklanjuti oleh", "Menindaklanjuti rekomendasi")]] = (
        field(
            "publik",
            "Pelaksana tindak lanjut",
            "ID setiap OPD yang menindaklanjuti, bila bukan penanggung jawab indikatornya.",
            default=(),
        )
    )
    kemajuan: Teks | None = field("publik", "Kemajuan", "Sejauh mana tindak lanjutnya, dengan angka bila ada.")
    bukti_tindak_lanjut: Daftar[Annotated[Id, Ref("bukti", "Dibuktikan oleh", "Membuktikan tindak lanjut")]] = field(
        "publik", "Bukti tindak lanjut", "ID bukti tindak lanjut di indicators/bukti/.", default=()
    )
    status: tuple[StatusJawaban, ...] = field(
        "opd",
        "Status jawaban",
        "Keadaan yang sudah dinyatakan, yang terakhir paling bawah; tanpa ini keadaannya dibaca dari isinya.",
        example="[{keadaan: diverifikasi, fungsi: Ketua Tim Asesor Internal}]",
        default=(),
    )
    catatan_internal: Teks | None = field("internal", "Catatan internal", "Hanya untuk pengelola.")

    def content_state(self, *, valued: bool) -> str:
        """The state that follows from what is there; ``valued`` tells whether a level was given."""
        if not (valued or self.fakta or self.analisis):
            return NOT_ANSWERED
        return PROVED if self.bukti else ANSWERED

    def state(self, *, valued: bool) -> str:
        """The state in force: the last one that a function declared, else the one that follows from what is there."""
        return self.status[-1].keadaan if self.status else self.content_state(valued=valued)
