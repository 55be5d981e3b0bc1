"""Rules about the effort of steps, ``indicators/upaya.yaml``."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "upaya-ganda",
        "error",
        _("Upaya {kode} sudah tertulis di {lain}."),
        _("Sebut setiap indikator satu kali di `langkah`, dan hapus yang lain."),
        _("Dari dua upaya untuk satu indikator, program tidak dapat memilih."),
        former=("usaha-ganda",),
    ),
    Rule(
        "upaya-tingkat",
        "error",
        _("Tidak ada langkah ke tingkat {tingkat} pada {instrumen}."),
        _("Tulis tingkat bulat yang dicapai, {minimum} sampai {maksimum}."),
        _("Langkah selalu naik ke tingkat bulat berikutnya."),
        former=("usaha-tingkat",),
    ),
    Rule(
        "upaya-bilangan",
        "error",
        _("Upaya {usaha} tidak dapat dipakai."),
        _("Tulis angka 0 sampai {batas} dengan paling banyak dua desimal; langkah biasa bernilai 1."),
        _("Upaya adalah perbandingan antarlangkah, bukan rupiah atau jam."),
        former=("usaha-bilangan",),
    ),
    Rule(
        "upaya-bersama-banyak",
        "error",
        _("Pekerjaan bersama untuk {instrumen} ada {jumlah}; paling banyak {batas}."),
        _("Satukan pekerjaan yang selalu dikerjakan bersama, atau hapus yang sudah selesai."),
        _("Semua gabungan pekerjaan bersama dicoba, dan lebih dari itu terlalu lama."),
        former=("usaha-bersama-banyak",),
    ),
)
