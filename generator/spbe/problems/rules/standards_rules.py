"""Rules about a region's own instruments and reference codes."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "instrumen-terkunci",
        "error",
        _("Instrumen `{id}` sudah disediakan spbe dan tidak dapat diganti."),
        _("Beri ID lain, misalnya `{id}-daerah`."),
        _("Aturan nasional sama di semua daerah."),
    ),
    Rule(
        "instrumen-bobot",
        "error",
        _("Bobot {lapis} {kode} berjumlah {jumlah}, seharusnya {harus}."),
        _("Periksa bobot satu per satu; jumlahnya harus tepat."),
        _("Indeks hanya benar bila bobot tepat seratus di setiap lapis."),
    ),
    Rule(
        "instrumen-kode-ganda",
        "error",
        _("Kode {kode} dipakai lebih dari sekali."),
        _("Beri kode yang berbeda."),
        _("Jawaban dicari menurut kode."),
    ),
    Rule(
        "instrumen-predikat",
        "error",
        _("Predikat {nama}: tertulis {tertulis}, seharusnya {harus}."),
        _("Urutkan dari yang tertinggi; batas atas sama dengan batas bawah predikat di atasnya."),
        _("Setiap indeks harus mendapat tepat satu predikat."),
    ),
    Rule(
        "instrumen-kriteria",
        "error",
        _("{kode} memakai `{nama}`, yang tidak ada; pilihannya: {harus}."),
        _("Pakai tingkat pada skala, pola pada `pola_kriteria`, dan versi pada `versi_kriteria` sesudah yang pertama."),
        _("Kriteria ditampilkan per tingkat."),
    ),
    Rule(
        "instrumen-versi",
        "error",
        _("Versi kriteria `{id}` mulai {sejak}, padahal versi sebelumnya mulai {sebelumnya}."),
        _("Urutkan `versi_kriteria` dari yang terlama, masing-masing mulai pada tahun yang lebih kemudian."),
        _("Setiap tahun penilaian harus mendapat tepat satu versi kriteria."),
    ),
    Rule(
        "instrumen-lapis",
        "error",
        _("Instrumen harus punya `domain` atau `aspek`, salah satu saja (tertulis: {tertulis})."),
        _("Pindahkan aspek ke dalam domain, atau hapus `domain`."),
        _("Satu susunan untuk satu instrumen."),
    ),
    Rule(
        "referensi-induk",
        "error",
        _("Kode {kode} tidak punya induk yang dikenal."),
        _("Kode daerah harus berada di bawah kode yang ada, misalnya {contoh}; periksa angka sebelum titik terakhir."),
        _("Kode daerah memperdalam referensi nasional, tidak menambah cabang baru."),
        law="Perpres 132/2022",
    ),
    Rule(
        "referensi-tingkat",
        "error",
        _("Kode {kode} berada pada tingkat {tingkat}; kode daerah mulai tingkat 4."),
        _("Tambahkan kelompok angka sampai tingkat 4 atau lebih dalam."),
        _("Tingkat 1–3 ditetapkan nasional."),
        law="Perpres 132/2022",
    ),
    Rule(
        "referensi-ganda",
        "error",
        _("Kode {kode} sudah ada: {nama}."),
        _("Pakai nomor lain."),
        _("Satu kode satu arti."),
    ),
)
