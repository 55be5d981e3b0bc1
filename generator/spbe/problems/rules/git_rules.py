"""Rules about the git repository around a region: where it cannot say when the data changed, and who is asked."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "git-tak-ada",
        "warning",
        _(
            "Folder ini berada dalam repositori git, tetapi git tidak dapat dijalankan: {sebab}. "
            "Tanggal acuan menjadi tanggal berkas data yang terbaru, dan riwayat perubahan tidak tersedia."
        ),
        _("Pasang git, atau sebutkan tanggal acuan dengan --per-tanggal ketika membangun situs."),
        _("Tanggal berkas berubah setiap kali berkas disalin, jadi umur data di situs dapat salah."),
    ),
    Rule(
        "git-menolak",
        "warning",
        _(
            "Git menolak membaca repositori ini karena pemilik foldernya lain: {sebab}. "
            "Tanggal acuan menjadi tanggal berkas data yang terbaru, dan riwayat perubahan tidak tersedia."
        ),
        _(
            "Bila folder ini dapat dipercaya, jalankan `{perintah}`. "
            "Atau sebutkan tanggal acuan dengan --per-tanggal ketika membangun situs."
        ),
        _("Di dalam kontainer folder sering milik pengguna lain, dan tanggal situs lalu salah tanpa terlihat."),
    ),
    Rule(
        "git-rusak",
        "warning",
        _(
            "Git tidak dapat membaca repositori ini: {sebab}. "
            "Tanggal acuan menjadi tanggal berkas data yang terbaru, dan riwayat perubahan tidak tersedia."
        ),
        _(
            "Periksa dengan `git status` dan `git fsck`, atau buat salinan baru dengan `git clone`. "
            "Atau sebutkan tanggal acuan dengan --per-tanggal ketika membangun situs."
        ),
        _("Tanggal berkas berubah setiap kali berkas disalin, jadi umur data di situs dapat salah."),
    ),
    Rule(
        "git-macet",
        "warning",
        _(
            "Git terlalu lama dan dihentikan: {sebab}. "
            "Tanggal acuan menjadi tanggal berkas data yang terbaru, dan riwayat perubahan tidak tersedia."
        ),
        _(
            "Jalankan `git status` di folder ini untuk melihat sebabnya. "
            "Atau sebutkan tanggal acuan dengan --per-tanggal ketika membangun situs."
        ),
        _("Situs tetap dapat dibangun, tetapi umur data di situs dapat salah."),
    ),
    Rule(
        "git-dangkal",
        "warning",
        _(
            "Salinan repositori git ini terpotong (shallow), jadi perubahan yang lebih lama tidak diketahui. "
            "Tanggal acuan diambil dari komit yang ada saja."
        ),
        _(
            "Lengkapi dengan `git fetch --unshallow` (pada CI: fetch-depth: 0), "
            "atau sebutkan tanggal acuan dengan --per-tanggal ketika membangun situs."
        ),
        _("Komit tertua dalam salinan yang terpotong tampak seakan-akan membuat semua data."),
    ),
    Rule(
        "tanggal-tak-diketahui",
        "error",
        _(
            "Tanggal acuan edisi ini tidak diketahui: salinan repositori git terpotong (shallow) sebelum komit "
            "yang terakhir mengubah sesuatu di edisi ini."
        ),
        _(
            "Sebutkan tanggal acuan, misalnya --per-tanggal 2026-01-31, "
            "atau lengkapi riwayatnya dengan `git fetch --unshallow` (pada CI: fetch-depth: 0)."
        ),
        _("Tanggal komit yang hanya mengubah data tertutup tidak boleh terbaca dari situs untuk umum."),
    ),
    Rule(
        "codeowners-usang",
        "warning",
        _("CODEOWNERS tidak lagi sesuai dengan pemilik pada catatan dan akun git OPD-nya."),
        _("Jalankan `spbe codeowners`, lalu ikutkan berkasnya dalam usulan."),
        _("Layanan git lalu meminta persetujuan dari OPD yang salah, atau dari tidak seorang pun."),
    ),
)
