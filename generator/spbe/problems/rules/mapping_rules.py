"""Rules about a column mapping, the file that says which column of a foreign list holds which field."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "peta-kolom-isian",
        "error",
        _("Tidak ada isian `{isian}` pada {jenis}.{maksud}"),
        _("Tulis nama isian, `lain` (disimpan, hanya untuk pengelola), atau `abaikan`; yang mungkin: {pilihan}."),
        _("Kolom yang isiannya salah nama tidak sampai ke catatan."),
    ),
    Rule(
        "peta-kolom-ganda",
        "error",
        _("Isian `{isian}` hanya memuat satu nilai, tetapi dituju oleh `{kolom}` juga."),
        _("Biarkan satu kolom menuju `{isian}`; yang lain ke isian lain, `lain`, atau `abaikan`."),
        _("Bila dua kolom menuju satu isian, salah satunya hilang tanpa ada yang tahu."),
    ),
    Rule(
        "peta-kolom-nama",
        "error",
        _("Tidak ada kolom yang menuju `nama`."),
        _("Tulis `nama` di kanan judul kolom yang memuat nama catatannya."),
        _("Tanpa nama, baris daftar tidak dapat menjadi catatan."),
    ),
)
