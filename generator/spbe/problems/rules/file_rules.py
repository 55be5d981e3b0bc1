"""Rules about folders and files as such."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "wilayah-tak-ada",
        "error",
        _("Folder {folder} tidak ditemukan atau bukan folder."),
        _("Jalankan dari dalam folder wilayah, atau sebutkan letaknya dengan --root."),
        _("Tanpa folder wilayah tidak ada yang dapat dibaca."),
    ),
    Rule(
        "wilayah-kosong",
        "error",
        _("Folder ini bukan wilayah spbe: tidak ada content/, indicators/, maupun architecture/."),
        _("Buat wilayah baru dengan `spbe init {folder}`, atau pindah ke folder yang benar."),
        _("Folder yang salah lebih baik ditolak daripada menerbitkan situs kosong."),
    ),
    Rule(
        "profil-tak-ada",
        "error",
        _("Berkas content/profil.yaml tidak ada.{maksud}"),
        _("Buat berkas itu; isinya paling sedikit satu baris: `nama: Kabupaten …`."),
        _("Setiap halaman menyebut nama wilayah dan keterangan datanya."),
    ),
    Rule(
        "berkas-tak-terbaca",
        "error",
        _("Berkas ini tidak dapat dibaca: {sebab}."),
        _("Periksa izin berkas, atau apakah tautannya masih menunjuk ke berkas yang ada."),
        _("Berkas yang terlewat diam-diam membuat situs salah."),
    ),
    Rule(
        "jurnal-rusak",
        "error",
        _("Catatan tulisan yang terputus ini tidak dapat dipakai, jadi berkas baru dan lama mungkin bercampur."),
        _("Bandingkan dengan `git status`, kembalikan yang salah, lalu hapus berkas {nama}."),
        _("Perubahan beberapa berkas berlaku seluruhnya atau tidak sama sekali."),
    ),
    Rule(
        "tautan-keluar",
        "error",
        _("Ini tautan (symlink) yang menuju ke luar foldernya, atau ke tempat tersembunyi; isinya tidak dibaca."),
        _("Hapus tautannya, dan taruh berkas aslinya di sini."),
        _("Tautan ke luar dapat menerbitkan isi komputer yang membangun situs, termasuk rahasianya."),
    ),
    Rule(
        "berkas-terlalu-besar",
        "error",
        _("Berkas ini berukuran {ukuran} KB; batasnya {batas} KB."),
        _("Pecah menjadi satu catatan per berkas."),
        _("Berkas raksasa lambat dibaca dan tidak dapat ditinjau orang."),
    ),
    Rule(
        "folder-tak-dikenal",
        "error",
        _("Folder {nama} tidak dikenal, jadi isinya tidak terbaca.{maksud}"),
        _("Ganti namanya. Yang dikenal di sini: {pilihan}."),
        _("Salah tulis nama folder tidak boleh menghilangkan catatan."),
    ),
    Rule(
        "berkas-salah-tempat",
        "error",
        _("Berkas {nama} tidak dikenal di folder ini, jadi isinya tidak terbaca.{maksud}"),
        _("Pindahkan ke folder jenisnya, misalnya architecture/aplikasi/. Yang dikenal di sini: {pilihan}."),
        _("Salah letak berkas tidak boleh menghilangkan catatan."),
    ),
    Rule(
        "berkas-nama-lama",
        "info",
        _("Berkas {nama} sekarang bernama {baru}; isinya tetap terbaca."),
        _("Ganti namanya menjadi {baru}, atau jalankan `spbe migrate`."),
        _("Satu hal punya satu nama; nama lama hanya dibaca supaya data lama tetap sah."),
    ),
    Rule(
        "nama-berkas",
        "error",
        _("Nama `{tulisan}` tidak dapat dipakai di semua komputer: {sebab}."),
        _("Pakai nama lain, misalnya `{saran}`."),
        _("Satu nama yang ditolak Windows membuat seluruh salinan repositori di sana gagal."),
    ),
    Rule(
        "nama-kembar",
        "error",
        _("Nama `{nama}` dan `{lain}` hanya berbeda huruf besar-kecil atau bentuk Unicode."),
        _("Ganti salah satu namanya, atau satukan isinya; di Windows dan macOS keduanya satu berkas."),
        _("Di komputer lain salah satunya akan menimpa yang lain."),
    ),
    Rule(
        "berkas-akhiran",
        "error",
        _("Akhiran {nama} salah, jadi isinya tidak dibaca."),
        _("Ganti namanya menjadi `{saran}`. Bila ini bukan catatan, pindahkan dari sini."),
        _("Editor kadang menyimpan sebagai .yaml.txt tanpa memberi tahu."),
    ),
    Rule(
        "berkas-ejaan",
        "error",
        _("Nama {nama} berbeda huruf besar-kecilnya dari yang dicari, jadi isinya tidak dibaca."),
        _("Ganti namanya menjadi `{saran}`."),
        _("Di komputer lain kedua nama itu dua berkas."),
    ),
    Rule(
        "berkas-bukan-yaml",
        "warning",
        _("Berkas {nama} bukan berkas .yaml, jadi tidak dibaca."),
        _("{saran} Bila lampiran, taruh di content/lampiran/."),
        _("Berkas yang terlewat diam-diam membuat situs salah."),
    ),
)
