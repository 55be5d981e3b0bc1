"""Rules about a region's own templates."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "templat-salah",
        "error",
        _("Templat ini tidak dapat dibaca: {sebab}."),
        _("Perbaiki baris itu. Bandingkan dengan templat bawaan yang bernama sama."),
        _("Satu templat yang salah menggagalkan seluruh situs."),
    ),
    Rule(
        "templat-tak-ada",
        "error",
        _("Templat `{nama}` yang dipakai di sini tidak ada.{maksud}"),
        _("Perbaiki namanya; jalurnya dilihat dari folder {folder}."),
        _("Templat yang tidak ditemukan menggagalkan seluruh situs."),
    ),
    Rule(
        "templat-nama",
        "error",
        _("Nama `{nama}` tidak ada di templat ini.{maksud}"),
        _("Yang dapat dipakai: {pilihan}."),
        _("Nama yang tidak dikenal menggagalkan pembangunan situs."),
    ),
    Rule(
        "templat-kosong",
        "warning",
        _("Templat ini tidak menggantikan templat bawaan mana pun, jadi tidak dipakai.{maksud}"),
        _("Samakan nama dan foldernya dengan templat bawaan, atau hapus berkasnya."),
        _("Salah nama berkas membuat perubahan tampilan tidak pernah terlihat."),
    ),
    Rule(
        "templat-gagal",
        "error",
        _("Templat ini gagal saat diisi: {sebab}."),
        _("Perbaiki baris itu. Bandingkan dengan templat bawaan yang bernama sama."),
        _("Beberapa kesalahan baru terlihat saat templat diisi data."),
    ),
    Rule(
        "halaman-gagal",
        "error",
        _("Halaman ini gagal dibangun: {sebab}."),
        _("Periksa kepala halaman dan tulisan yang terakhir diubah. Bila tampak benar, laporkan beserta berkasnya."),
        _("Satu halaman yang gagal menggagalkan seluruh situs, jadi namanya harus disebut."),
    ),
    Rule(
        "bangun-gagal",
        "error",
        _("Situs gagal dibangun: {sebab}."),
        _("Urungkan perubahan terakhir. Bila tidak menolong, jalankan lagi dengan --debug, lalu laporkan."),
        _("Pratinjau menampilkan apa pun yang menggagalkan pembangunan, supaya tidak diam saja."),
    ),
)
