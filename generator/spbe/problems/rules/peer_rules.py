"""Rules about the region's own list of peers, ``indicators/pembanding.yaml``."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "pembanding-ganda",
        "error",
        _("{instansi} tahun {tahun} sudah tertulis di baris {baris}."),
        _("Tulis satu hasil per instansi dan tahun, yang dari dokumen terbaru, dan hapus yang lain."),
        _("Instansi yang terhitung dua kali menggeser peringkat."),
    ),
    Rule(
        "pembanding-indeks",
        "error",
        _("Indeks {indeks} di luar skala {instrumen}, {minimum} sampai {maksimum}."),
        _("Salin angkanya dari sumbernya, misalnya 3.67."),
        _("Angka di luar skala bukan hasil penilaian itu."),
    ),
    Rule(
        "pembanding-sendiri",
        "error",
        _("{instansi} adalah wilayah ini sendiri."),
        _("Hapus dari daftar; hasil wilayah ini dibaca dari penilaiannya di indicators/."),
        _("Wilayah yang terhitung dua kali menggeser peringkat."),
    ),
)
