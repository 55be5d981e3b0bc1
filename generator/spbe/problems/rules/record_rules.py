"""Rules about the shape of a record: its keys and its id."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "contoh-tertinggal",
        "warning",
        _("{nama} bukan wilayah contoh, tetapi `contoh: ya` masih tertulis."),
        _("Hapus baris `contoh`."),
        _("Selama baris itu ada, setiap halaman menyatakan bahwa semua datanya fiktif."),
    ),
    Rule(
        "catatan-bukan-pemetaan",
        "error",
        _("Di sini diharapkan isian berbentuk `kunci: nilai`."),
        _("Tulis misalnya `{contoh}`, satu isian per baris."),
        _("Catatan terdiri atas isian yang bernama."),
    ),
    Rule(
        "kunci-tak-dikenal",
        "error",
        _("Isian `{kunci}` tidak dikenal di sini.{maksud}"),
        _("Perbaiki namanya{pindah}. Yang ada: {pilihan}."),
        _("Salah tulis nama isian tidak boleh menghilangkan isinya."),
    ),
    Rule(
        "isian-wajib",
        "error",
        _("Isian `{kunci}` belum ada."),
        _("Tambahkan `{kunci}: …`. {arti}"),
        _("Hanya yang benar-benar perlu yang diwajibkan."),
    ),
    Rule(
        "bukan-daftar",
        "error",
        _("Isian ini harus berupa daftar."),
        _("Tulis `[satu, dua]`, atau satu per baris dengan tanda hubung."),
        _("Satu bentuk untuk satu arti."),
    ),
    Rule(
        "isian-salah",
        "error",
        _("Nilai ini tidak dapat dipakai untuk `{kunci}`."),
        _("{arti}"),
        _("Jaring terakhir untuk nilai yang bentuknya lain."),
    ),
    Rule(
        "id-beda-berkas",
        "error",
        _("ID `{id}` tidak sama dengan nama berkasnya, `{berkas}`."),
        _("Samakan: ganti nama berkas menjadi {id}.yaml, atau perbaiki id-nya."),
        _("Catatan dicari orang menurut nama berkasnya."),
    ),
    Rule(
        "id-ganda",
        "error",
        _("ID `{id}` sudah dipakai oleh {lain}."),
        _("Beri ID lain pada salah satunya; bila isinya sama, satukan."),
        _("ID adalah alamat; dua catatan tidak bisa beralamat sama."),
    ),
    Rule(
        "id-dahulu-bentrok",
        "error",
        _("ID terdahulu `{id}` sedang dipakai oleh {lain}."),
        _("ID tidak boleh dipakai ulang: ganti salah satunya."),
        _("Tautan lama akan membawa orang ke catatan yang salah."),
    ),
    Rule(
        "rencana-isian",
        "error",
        _("Isian `{isian}` tidak boleh ada di dalam `rencana`."),
        _("Hapus; `rencana` hanya memuat isian yang akan berubah pada catatan yang sama."),
        _("Rencana adalah versi mendatang dari catatan yang sama, bukan catatan lain."),
    ),
    Rule(
        "petik-melengkung",
        "warning",
        _("Nilai {tulisan} diapit tanda petik melengkung, yang ikut menjadi isinya."),
        _('Hapus kedua tanda petik, atau ganti dengan tanda petik lurus (").'),
        _("Program pengolah kata membengkokkan tanda petik; YAML tidak mengenalnya."),
    ),
    Rule(
        "aplikasi-bukan-umum",
        "info",
        _("Aplikasi {nama} ditulis umum, tetapi tidak ada pada daftar aplikasi yang ditetapkan Menteri PANRB."),
        _("Tulis `jenis: pusat` bila milik kementerian atau lembaga, atau sebutkan keputusannya pada `dasar_hukum`."),
        _("Hanya yang ditetapkan Menteri PANRB adalah Aplikasi Umum (Perpres 95/2018, Pasal 36)."),
    ),
    Rule(
        "aplikasi-umum",
        "info",
        _("Aplikasi {nama} ditulis {jenis}, padahal aplikasi nasional bernama itu ditetapkan sebagai aplikasi umum."),
        _("Tulis `jenis: umum`, atau beri nama lain bila ini aplikasi yang berbeda."),
        _("Aplikasi umum dipakai bersama dan diaudit lembaga nasional, bukan daerah."),
    ),
    Rule(
        "waktu-terbalik",
        "warning",
        _("`{kunci}` {akhir} lebih awal daripada `{kunci_awal}` {awal}."),
        _("Periksa keduanya pada dokumen aslinya."),
        _("Yang berakhir sebelum mulai biasanya satu angka yang salah ketik, dan ikut dihitung sebagai kedaluwarsa."),
    ),
    Rule(
        "tanggal-mendatang",
        "warning",
        _("Tanggal {tulisan} lebih dari setahun di depan tanggal data."),
        _("Periksa tahunnya; isian ini menyebut yang sudah terjadi."),
        _("Tahun yang salah ketik membuat catatan lama tampak baru."),
    ),
    Rule(
        "ejaan",
        "info",
        _("`{tulisan}` dibaca sebagai `{arti}`."),
        _("Tidak harus diubah; ejaan bakunya `{arti}`."),
        _("Ejaan lain dimengerti, tetapi satu ejaan memudahkan pencarian."),
    ),
)
