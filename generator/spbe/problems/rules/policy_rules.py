"""Rules about a region's policy for its own check, ``architecture/kebijakan-pemeriksaan.yaml``."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "kebijakan-aturan",
        "error",
        _("Tidak ada aturan `{aturan}`.{maksud}"),
        _("Tulis nama aturan seperti dalam kurung siku pada pesannya, atau hapus barisnya."),
        _("Kebijakan untuk aturan yang salah nama tidak mengatur apa pun."),
    ),
    Rule(
        "kebijakan-tetap",
        "error",
        _("Aturan `{aturan}` tidak dapat {apa}."),
        _("Hapus barisnya, dan perbaiki yang disebut pesannya."),
        _(
            "Aturan yang menjaga data terbaca utuh, atau menjaga apa yang tidak boleh sampai ke umum, berlaku di "
            "setiap daerah."
        ),
    ),
    Rule(
        "pengecualian-sasaran",
        "error",
        _("Pengecualian menyebut tepat satu dari `catatan` dan `berkas`."),
        _("Tulis `catatan: jenis/id`, atau `berkas:` dengan letaknya dari folder wilayah."),
        _("Pengecualian berlaku bagi satu catatan, supaya yang lain tetap diperiksa."),
    ),
    Rule(
        "pengecualian-lewat",
        "warning",
        _("Pengecualian `{aturan}` berakhir pada {sampai}, jadi tidak berlaku lagi."),
        _("Perbaiki yang disebut pesannya lalu hapus pengecualiannya, atau perpanjang `sampai` dengan alasan baru."),
        _("Pengecualian dibuat untuk sementara."),
        fixed=True,
    ),
    Rule(
        "pengecualian-tak-kena",
        "warning",
        _("Pengecualian `{aturan}` bagi {sasaran} tidak mengecualikan apa pun."),
        _("Hapus bila masalahnya sudah tidak ada, atau betulkan catatan atau berkasnya."),
        _("Pengecualian yang tertinggal akan menyembunyikan masalah berikutnya."),
        fixed=True,
    ),
)
