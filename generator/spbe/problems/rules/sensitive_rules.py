"""Rules about likely secrets and personal data in data, pages and attached texts; no message repeats them."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "rahasia-kunci",
        "error",
        _("Ada yang tampak seperti kunci atau token akses."),
        _(
            "Hapus, cabut kunci itu di tempat ia dibuat, dan buat yang baru; git menyimpan yang lama. Contoh ditulis "
            "`<kunci>`."
        ),
        _("Siapa pun yang membaca berkas ini dapat memakai kunci itu, juga lama sesudah barisnya dihapus."),
        leaks=_("kunci akses"),
        law="Perpres 95/2018, Pasal 40 (keamanan SPBE)",
    ),
    Rule(
        "rahasia-sandi",
        "error",
        _("Ada yang tampak seperti kata sandi."),
        _("Hapus, lalu ganti kata sandi itu: git menyimpan yang lama. Contoh ditulis `<kata sandi>`."),
        _("Siapa pun yang membaca berkas ini dapat masuk, juga lama sesudah barisnya dihapus."),
        leaks=_("kata sandi"),
        law="Perpres 95/2018, Pasal 40 (keamanan SPBE)",
    ),
    Rule(
        "pribadi-nik",
        "error",
        _("Ada yang tampak seperti NIK atau nomor kartu keluarga: kode provinsi, lalu tanggal yang ada."),
        _("Hapus, atau tulis bentuknya saja (16 angka); daftar orang disimpan di tempat yang tertutup, bukan di sini."),
        _("NIK adalah data pribadi; bersama nama ia cukup untuk mengaku sebagai orang lain."),
        fixed=False,
        leaks=_("NIK"),
        law="UU 27/2022 tentang Pelindungan Data Pribadi",
    ),
    Rule(
        "pribadi-npwp",
        "warning",
        _("Ada yang tampak seperti NPWP."),
        _("Hapus; penyedia cukup disebut namanya."),
        _("NPWP orang adalah data pribadi, dan sejak 2024 sama dengan NIK-nya."),
        leaks=_("NPWP"),
        law="UU 27/2022 tentang Pelindungan Data Pribadi",
    ),
    Rule(
        "pribadi-telepon",
        "warning",
        _("Ada nomor telepon genggam."),
        _("Ganti dengan nomor kantor."),
        _("Nomor genggam umumnya milik seorang pegawai atau warga, bukan milik jabatan."),
        leaks=_("nomor telepon genggam"),
        law="UU 27/2022 tentang Pelindungan Data Pribadi",
    ),
    Rule(
        "pribadi-surel",
        "warning",
        _("Ada alamat surel pada penyedia umum."),
        _("Ganti dengan surel kantor, yang berakhir dengan domain pemerintah daerah."),
        _("Surel semacam itu milik orang, dan berpindah bersama orangnya."),
        leaks=_("surel pribadi"),
        law="UU 27/2022 tentang Pelindungan Data Pribadi",
    ),
)
