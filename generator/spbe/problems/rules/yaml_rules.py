"""Rules about the text of a YAML file, before anything in it is understood."""

from spbe.i18n import mark as _
from spbe.problems.rule import Rule

FAMILY = (
    Rule(
        "yaml-kosong",
        "error",
        _("Berkas ini kosong."),
        _("Isi dengan catatan (`spbe new` membuatkan contohnya), atau hapus berkasnya."),
        _("Berkas kosong biasanya tanda penyimpanan yang gagal."),
    ),
    Rule(
        "yaml-konflik",
        "error",
        _("Masih ada tanda konflik penggabungan (`{tanda}`)."),
        _("Pilih bagian yang benar, lalu hapus baris <<<<<<<, =======, dan >>>>>>>."),
        _("Tanda itu ditinggalkan git saat dua orang mengubah baris yang sama."),
    ),
    Rule(
        "yaml-utf8",
        "error",
        _("Ada huruf yang tidak tersimpan sebagai UTF-8."),
        _("Simpan ulang berkas dengan penyandian (encoding) UTF-8."),
        _("Penyandian lain membuat huruf rusak di situs."),
    ),
    Rule(
        "yaml-karakter",
        "error",
        _("Ada karakter kendali yang tidak terlihat (U+{kode})."),
        _("Hapus karakter itu; biasanya terbawa saat menyalin dari program lain."),
        _("Karakter kendali tidak punya arti dalam teks dan merusak berkas."),
    ),
    Rule(
        "yaml-karakter-asing",
        "warning",
        _("Ada {apa} (U+{kode})."),
        _("{saran}"),
        _("Karakter seperti ini biasanya terbawa saat menyalin, dan tidak terbaca di komputer lain."),
    ),
    Rule(
        "yaml-tab",
        "error",
        _("Baris ini menjorok dengan Tab."),
        _("Ganti setiap Tab di awal baris dengan dua spasi."),
        _("YAML hanya menerima spasi sebagai indentasi."),
    ),
    Rule(
        "yaml-tulisan",
        "error",
        _("Susunan YAML tidak terbaca di sini: {sebab}."),
        _("{saran}"),
        _("Satu tanda baca yang salah membuat seluruh berkas tidak terbaca."),
    ),
    Rule(
        "yaml-kunci-ganda",
        "error",
        _("Kunci `{kunci}` sudah ditulis pada baris {baris}."),
        _("Satukan isinya menjadi satu kunci."),
        _("Kunci kedua akan menghapus yang pertama tanpa peringatan."),
    ),
    Rule(
        "yaml-kunci-bukan-teks",
        "error",
        _("Kunci di sini bukan teks biasa."),
        _("Tulis kunci sebagai satu kata, misalnya `nama:`."),
        _("Kunci berupa daftar atau pemetaan tidak punya arti di sini."),
    ),
    Rule(
        "yaml-tag",
        "error",
        _("Tag YAML `{tag}` tidak diterima."),
        _("Hapus tagnya; tulis nilainya saja."),
        _("Tag dapat menyuruh program lain menjalankan sesuatu."),
    ),
    Rule(
        "yaml-terlalu-dalam",
        "error",
        _("Susunan di sini lebih dari {batas} lapis."),
        _("Periksa indentasi dan kurung; catatan biasa tidak lebih dari enam lapis."),
        _("Susunan sangat dalam adalah kesalahan ketik atau serangan."),
    ),
    Rule(
        "yaml-terlalu-banyak",
        "error",
        _("Isi berkas ini mengembang menjadi lebih dari {batas} nilai."),
        _("Hapus pengulangan dengan & dan *; tulis nilainya langsung."),
        _("Rujukan berlapis (alias) dapat menghabiskan memori."),
    ),
    Rule(
        "yaml-dokumen-ganda",
        "error",
        _("Ada lebih dari satu dokumen dalam berkas ini (baris `---`)."),
        _("Pecah menjadi beberapa berkas, atau tulis sebagai daftar dengan tanda hubung."),
        _("Hanya dokumen pertama yang akan terbaca."),
    ),
)
