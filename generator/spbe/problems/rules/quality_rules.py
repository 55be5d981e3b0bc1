"""Rules about the limits of data quality that a region sets itself, ``architecture/kualitas.yaml``."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "nilai-kualitas",
        "error",
        _("`{tulisan}` bukan batas kualitas data."),
        _("Tulis misalnya {saran}, atau biarkan program menulisnya: `spbe check --kunci-kualitas`."),
        _("Batas yang tidak terbaca tidak menjaga apa pun."),
        former=("nilai-mutu",),
    ),
    Rule(
        "kualitas-tak-dikenal",
        "error",
        _("`{nama}` bukan {apa} yang dapat dijaga kualitasnya.{maksud}"),
        _("Perbaiki namanya, atau hapus barisnya. Yang dikenal: {pilihan}."),
        _("Batas yang salah nama tidak menjaga apa pun."),
        former=("mutu-tak-dikenal",),
    ),
    Rule(
        "kualitas-turun",
        "error",
        _("Isian {jenis} yang terisi turun dari {batas} menjadi {kini}."),
        _(
            "Isi paling sedikit {kurang} isian lagi; yang sudah ditanyakan tetapi tidak diketahui ditulis "
            "`belum diketahui`. Terbanyak kosong: {contoh}. Bila memang disengaja, longgarkan dengan "
            "`spbe check --kunci-kualitas --longgarkan`."
        ),
        _("Wilayah ini memutuskan bahwa kelengkapan datanya tidak boleh turun."),
        former=("mutu-turun",),
    ),
    Rule(
        "kualitas-temuan",
        "error",
        _("{temuan}: bertambah dari {batas} menjadi {kini}."),
        _(
            "Lengkapi catatannya: {contoh}. Bila memang disengaja, longgarkan dengan "
            "`spbe check --kunci-kualitas --longgarkan`."
        ),
        _("Wilayah ini memutuskan bahwa temuan ini tidak boleh bertambah."),
        former=("mutu-temuan",),
    ),
)
