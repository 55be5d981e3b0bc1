"""Names and sentences that repeat as those of real inventories do: few subjects everywhere, many only once."""

# ruff: noqa: SIM905  (lists of words read best as text)

from __future__ import annotations

import random

COMMON = (
    "Kepegawaian",
    "Presensi Pegawai",
    "Pengaduan Masyarakat",
    "Persuratan Elektronik",
    "Keuangan Daerah",
    "Perencanaan Daerah",
    "Barang Milik Daerah",
    "Perizinan",
    "Kinerja Pegawai",
    "Arsip Dinamis",
    "Kependudukan",
    "Survei Kepuasan",
)
"""Subjects that office after office has its own application for."""

OBJECTS = (
    "Pajak Retribusi Bantuan Beasiswa Imunisasi Posyandu Puskesmas Rujukan Sekolah Guru Siswa Perpustakaan "
    "Kearsipan Irigasi Jalan Jembatan Drainase Permukiman Rumah Bangunan Parkir Terminal Angkutan Pelabuhan Pasar "
    "Koperasi Usaha Industri Ekspor Pangan Benih Pupuk Ternak Perikanan Hutan Sampah Limbah Air Udara Bencana "
    "Kebakaran Ketertiban Desa Kelurahan Kecamatan Wisata Budaya Olahraga Pemuda Tenaga Pelatihan Keluarga Anak "
    "Perempuan Disabilitas Hukum"
).split()
ASPECTS = (
    "Terpadu Daerah Elektronik Bergerak Terbuka Berkala Mandiri Tahunan Wilayah Darurat Dasar Lanjutan Pesisir "
    "Perkotaan Perdesaan Bersama"
).split()
FORMS = ("Sistem Informasi", "SIM", "Aplikasi", "Sistem", "Portal", "e-Layanan")
WORDS = (
    "layanan data informasi pengelolaan sistem laporan bulanan rekapitulasi verifikasi berkas pemohon petugas "
    "jadwal pendaftaran persetujuan dokumen pencatatan pemantauan evaluasi anggaran kegiatan sasaran program "
    "penduduk keluarga bantuan kesehatan pendidikan tanah bangunan usaha pajak retribusi kendaraan jalan air "
    "sampah pasar koperasi wisata perpustakaan arsip surat rapat keputusan peraturan kerja sama pegawai jabatan "
    "kinerja presensi pelatihan pengadaan barang gudang aset keuangan belanja pendapatan bencana keamanan "
    "ketertiban kecamatan desa kelurahan dinas badan kantor pusat cabang unit bidang seksi warga masyarakat "
    "permohonan pengaduan tanggapan survei kepuasan mutu standar prosedur panduan aplikasi basis jaringan server "
    "perangkat pemeliharaan cadangan pemulihan sandi akses pengguna setiap untuk dari kepada dengan menurut "
    "tentang antara secara dalam pada oleh bagi serta dan atau yang menjadi dikirim diterima diperiksa disimpan "
    "diterbitkan diperbarui dihitung digabung dibagikan ditinjau disusun disahkan"
).split()


class Wording:
    """Words drawn from ``chance``; words near the beginning of a list come more often."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def subject(self) -> str:
        """What something is about: in one case of seven what every office has, else nearly its own."""
        if self.chance.random() < 1 / 7:
            return self.chance.choice(COMMON)
        return f"{self.chance.choice(OBJECTS)} {self.chance.choice(OBJECTS)} {self.chance.choice(ASPECTS)}"

    def form(self) -> str:
        """How the name of an application begins."""
        return self.chance.choice(FORMS)

    def words(self, number: int) -> str:
        """So many words in a row."""
        chance = self.chance.random
        return " ".join(WORDS[int(chance() ** 1.6 * len(WORDS))] for _ in range(number)).capitalize()

    def sentences(self, number: int, about: str = "") -> str:
        """So many sentences of about fourteen words, the first one ``about`` something."""
        told = [f"{self.words(14)}." for _ in range(number)]
        if about:
            told[0] = f"{self.words(6)} {about.lower()} {self.words(6).lower()}."
        return " ".join(told)
